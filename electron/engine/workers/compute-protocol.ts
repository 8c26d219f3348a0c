import type { ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import type { Dataset } from '../../../shared/measures/dataset.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { Linked } from '../../../shared/schemas/drill-down.ts';
import type { BacktestFigures, LiveFigures, MeasureFigures } from '../../../shared/schemas/figures.ts';
import type {
  BootstrapFigures,
  DesignComparison,
  IncrementalValue,
} from '../../../shared/schemas/lab-figures.ts';
import type { SealCell, SealFigures, SealSettings, Split } from '../../../shared/schemas/lifecycle.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Explorer, MeasureDetail } from '../../../shared/schemas/measure-explorer.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import type { CutoffAdvice, WeightAdvice } from '../../../shared/schemas/suggestions.ts';
import type { Coverage, DataFinding, DataSummary } from '../../../shared/schemas/workspace-state.ts';
import type { AuditedRow } from '../data/audit-data.ts';
import type { StoredFacts } from '../data/audit-facts.ts';
import type { AccountSearch, FoundAccounts } from '../data/find-accounts.ts';
import type { SealRequest, SealScores } from '../lifecycle/compute-seal.ts';
import type { SplitRequest } from '../lifecycle/compute-split.ts';
import type { DataSettings } from '../measures/analysis-data.ts';
import type { MeasuresRequest } from '../measures/measure-requests.ts';

/** A scorecard with the measures it may name. */
export interface DesignInput {
  readonly scorecard: Scorecard;
  readonly measures: readonly Measure[];
  /** The workspace's own; null or none = proposed. They say which design window borrowing is learnt from. */
  readonly settings?: BacktestSettings | null;
}

/** A stored run's design and settings: what every figure of the lab starts from. */
export type LabRequest = DesignInput & { readonly settings: BacktestSettings };

/**
 * A run with how many designs its ledger holds, every measure that any of them used, and those designs that took
 * suggestions, one for each record of what they learnt.
 */
export type LuckRequest = LabRequest & {
  readonly designs: number;
  readonly tried: readonly Measure[];
  readonly learnt: readonly Pick<DesignInput, 'scorecard' | 'measures'>[];
};

type ListQuery = Omit<ChannelPayload<'lists.page'>, 'scorecardId' | 'offset' | 'limit'>;
type ListPage = ChannelOutput<'lists.page'>;
type AccountPage = ChannelOutput<'accounts.get'>;

/** What the compute worker answers: name → input and output. Messages by structured clone. */
export interface ComputeRequests {
  'data.set': { input: { dataset: Dataset; settings: DataSettings }; output: null };
  'data.clear': { input: null; output: null };
  'data.summary': { input: { batches: number; facts: StoredFacts }; output: DataSummary };
  'data.audit': { input: StoredFacts; output: DataFinding[] };
  'data.findingRows': {
    input: ChannelPayload<'data.findingRows'> & { facts: StoredFacts };
    output: { total: number; rows: AuditedRow[] };
  };
  'data.coverage': { input: null; output: Coverage };
  'measures.propose': { input: { language: 'ja' | 'en' }; output: Measure[] };
  'measures.figures': {
    input: MeasuresRequest;
    output: {
      items: MeasureFigures[];
      designFirst: number | null;
      designLast: number | null;
      optimistic: boolean;
    };
  };
  'measures.explore': { input: MeasuresRequest; output: Explorer };
  'measures.detail': { input: MeasuresRequest & { measureId: string }; output: MeasureDetail | null };
  'backtests.proposeSettings': { input: DesignInput; output: BacktestSettings | null };
  'live.open': {
    /** `beside`: other designs that will be asked about on the same rows. */
    input: DesignInput & {
      sessionId: string;
      settings: BacktestSettings | null;
      beside: readonly Scorecard[];
    };
    output: {
      figures: LiveFigures;
      designFirst: number | null;
      designLast: number | null;
      testFrom: number | null;
      settings: BacktestSettings;
    } | null;
  };
  'live.edit': {
    input: { sessionId: string; seq: number; scorecard: Scorecard };
    output: LiveFigures | { seq: number; superseded: true } | null;
  };
  'live.compare': {
    input: ChannelPayload<'live.compare'>;
    output: ChannelOutput<'live.compare'>['items'] | null;
  };
  'live.figures': { input: { sessionId: string; scorecard: Scorecard }; output: LiveFigures | null };
  'live.changes': { input: ChannelPayload<'live.changes'>; output: ChannelOutput<'live.changes'> | null };
  'live.bites': { input: ChannelPayload<'live.bites'>; output: ChannelOutput<'live.bites'> | null };
  'live.conflicts': {
    input: ChannelPayload<'live.conflicts'>;
    output: ChannelOutput<'live.conflicts'> | null;
  };
  'live.overrides': {
    input: ChannelPayload<'live.overrides'>;
    output: ChannelOutput<'live.overrides'> | null;
  };
  'live.pattern': { input: ChannelPayload<'live.pattern'>; output: ChannelOutput<'live.pattern'> | null };
  'live.alarms': { input: ChannelPayload<'live.alarms'>; output: ChannelOutput<'live.alarms'> | null };
  'live.bounds': { input: ChannelPayload<'live.bounds'>; output: ChannelOutput<'live.bounds'> | null };
  'live.close': { input: { sessionId: string }; output: null };
  'backtests.run': { input: DesignInput & { settings: BacktestSettings }; output: BacktestFigures };
  'backtests.rows': {
    input: LabRequest & Omit<ChannelPayload<'backtests.rows'>, 'runId'>;
    output: ChannelOutput<'backtests.rows'>;
  };
  'backtests.linked': {
    input: LabRequest & Omit<ChannelPayload<'backtests.linked'>, 'runId'>;
    output: Linked;
  };
  'backtests.lint': { input: LabRequest; output: ChannelOutput<'backtests.lint'> };
  'backtests.missing': { input: LabRequest; output: ChannelOutput<'backtests.missing'> };
  'backtests.interventions': { input: LabRequest; output: ChannelOutput<'backtests.interventions'> };
  'backtests.luck': { input: LuckRequest; output: ChannelOutput<'backtests.luck'> };
  'backtests.crossSection': {
    input: DesignInput & { readonly seed: number };
    output: ChannelOutput<'backtests.crossSection'>;
  };
  'backtests.lab': { input: LabRequest; output: ChannelOutput<'backtests.lab'> };
  'backtests.bootstrap': { input: LabRequest; output: BootstrapFigures };
  'backtests.thresholds': {
    input: LabRequest & Omit<ChannelPayload<'backtests.thresholds'>, 'runId' | 'taskId'>;
    output: ChannelOutput<'backtests.thresholds'>;
  };
  'backtests.compare': { input: { a: LabRequest; b: DesignInput }; output: DesignComparison };
  'backtests.addedValue': { input: LabRequest & { measureIds: readonly string[] }; output: IncrementalValue };
  'suggestions.cutoffs': {
    input: DesignInput & { measureId: string; variantId: string | null; settings: BacktestSettings | null };
    output: CutoffAdvice | null;
  };
  'suggestions.weights': {
    input: DesignInput & { variantId: string | null; settings: BacktestSettings | null };
    output: WeightAdvice | null;
  };
  'lists.page': { input: DesignInput & ListQuery & { offset: number; limit: number }; output: ListPage };
  'lifecycle.facts': {
    input: { spans: readonly { from: number; to: number }[] };
    output: { knownThrough: number | null; contacts: { contacts: number; accounts: number }[] };
  };
  'lifecycle.score': {
    input: DesignInput & { asOf: number; sealSettings: SealSettings };
    output: SealScores;
  };
  'lifecycle.grade': { input: SealRequest; output: SealFigures | null };
  'lifecycle.sealRows': {
    input: SealRequest & { cell: SealCell; isGraded: boolean; offset: number; limit: number };
    output: ChannelOutput<'lifecycle.sealRows'>;
  };
  'lifecycle.split': { input: SplitRequest; output: Split };
  'accounts.find': { input: AccountSearch; output: FoundAccounts };
  'accounts.get': {
    input: DesignInput & { accountId: string; asOf: number };
    output: Omit<AccountPage, 'outcomes'> | null;
  };
}

export type ComputeName = keyof ComputeRequests;

export interface ComputeCall {
  readonly id: number;
  readonly name: ComputeName;
  readonly input: unknown;
  /** A call of this task stops at its next slice when the task is cancelled. */
  readonly taskId: string | null;
}

export type ComputeMessage =
  | { readonly type: 'call'; readonly call: ComputeCall }
  | { readonly type: 'cancel'; readonly taskId: string };

export type ComputeReply =
  | { readonly id: number; readonly outcome: 'done'; readonly value: unknown }
  | { readonly id: number; readonly outcome: 'cancelled' }
  /** The call goes on. */
  | { readonly id: number; readonly outcome: 'progress'; readonly done: number; readonly total: number }
  | { readonly id: number; readonly outcome: 'failed'; readonly message: string };
