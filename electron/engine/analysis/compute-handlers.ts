import { computeBaselines } from '../../../shared/backtest/baseline-measures.ts';
import { assignWindows, rowsOfWindow } from '../../../shared/backtest/choose-split.ts';
import { isCrossSection } from '../../../shared/backtest/cross-section.ts';
import { hardestBaseline } from '../../../shared/backtest/hardest-baseline.ts';
import { scoreDesign } from '../../../shared/backtest/score-design.ts';
import { selectRows } from '../../../shared/backtest/window-rows.ts';
import { emptyDataset } from '../../../shared/measures/build-dataset.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { isHopedFor } from '../../../shared/schemas/outcome-kinds.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { measuresNeeded, measuresShown } from '../../../shared/scoring/design-hash.ts';
import { computeLuck, computeMissing, computeSnapshot, computeTreated } from '../backtests/compute-checks.ts';
import {
  compareRuns,
  computeAddedValue,
  computeBootstrap,
  computeLab,
  computeThresholds,
} from '../backtests/compute-lab.ts';
import { linkCell, pageRows } from '../backtests/drill-down.ts';
import { learningSettings } from '../backtests/learning-settings.ts';
import { proposeSettings } from '../backtests/propose-settings.ts';
import { lintDraft, runBacktest } from '../backtests/run-backtest.ts';
import { auditData } from '../data/audit-data.ts';
import { computeCoverage } from '../data/coverage.ts';
import { findAccounts } from '../data/find-accounts.ts';
import { summariseData } from '../data/summarise-data.ts';
import { gradeFigures, lifecycleFacts, scoreForSeal, sealRows } from '../lifecycle/compute-seal.ts';
import { computeSplit } from '../lifecycle/compute-split.ts';
import { AnalysisData, type Measures, type YieldNow } from '../measures/analysis-data.ts';
import { keepSplit } from '../measures/design-window.ts';
import { explore, measureDetail, measureFigures } from '../measures/measure-requests.ts';
import { proposeMeasures } from '../measures/propose-measures.ts';
import { adviseWeights } from '../scores/advise-weights.ts';
import { describeAccount } from '../scores/describe-account.ts';
import { LiveQuestions } from '../scores/live-questions.ts';
import { LiveSession } from '../scores/live-session.ts';
import { oneDate } from '../scores/score-date.ts';
import { adviseCutoffs } from '../scores/suggest.ts';
import { pageList } from '../segments/page-list.ts';
import type { ComputeName, ComputeRequests, DesignInput } from '../workers/compute-protocol.ts';

export type ComputeHandlers = {
  readonly [N in ComputeName]: (
    input: ComputeRequests[N]['input'],
    yieldNow: YieldNow,
  ) => Promise<ComputeRequests[N]['output']> | ComputeRequests[N]['output'];
};

const emptyData = () =>
  new AnalysisData(emptyDataset([]), { mainUsage: null, completeUntil: null, importDay: null });

/** Everything the compute worker does, over the one dataset it holds. */
export function createComputeHandlers(): ComputeHandlers {
  let data = emptyData();
  const sessions = new Map<string, LiveSession>();
  const questions = new Map<string, LiveQuestions>();
  const newestSeq = new Map<string, number>();
  /** The session's answers about its accounts; null when it is gone or has no column for a measure. */
  const asked = (sessionId: string, ...cards: readonly Scorecard[]) =>
    cards.every((card) => sessions.get(sessionId)?.holds(card)) ? questions.get(sessionId) : undefined;
  const reset = (next: AnalysisData): null => {
    data = next;
    sessions.clear();
    questions.clear();
    return null;
  };
  return {
    'data.set': ({ dataset, settings }) => reset(new AnalysisData(dataset, settings)),
    'data.clear': () => reset(emptyData()),
    'data.summary': (input, yieldNow) => summariseData(data, input, yieldNow),
    'data.audit': async (facts, yieldNow) => (await auditData(data, facts, yieldNow)).findings,
    'data.findingRows': async ({ kind, subject, offset, limit, facts }, yieldNow) =>
      (await auditData(data, facts, yieldNow)).rows(kind, subject, { offset, limit }),
    'data.coverage': () => computeCoverage(data.dataset),
    'measures.propose': ({ language }) => proposeMeasures(data, language),
    'measures.figures': (input, yieldNow) => measureFigures(data, input, yieldNow),
    'measures.explore': (input, yieldNow) => explore(data, input, yieldNow),
    'measures.detail': (input, yieldNow) => measureDetail(data, input, yieldNow),
    'backtests.proposeSettings': ({ scorecard, measures }) => {
      const byId = mapById(measures);
      return proposeSettings(data, measuresNeeded(scorecard, byId), byId);
    },
    'live.open': async (input, yieldNow) => {
      const opened = await openLive(data, input, yieldNow);
      if (opened === null) return null;
      sessions.clear();
      questions.clear();
      sessions.set(input.sessionId, opened.session);
      questions.set(input.sessionId, opened.questions);
      return opened.answer;
    },
    'live.edit': async ({ sessionId, seq, scorecard }, yieldNow) => {
      newestSeq.set(sessionId, Math.max(seq, newestSeq.get(sessionId) ?? 0));
      await yieldNow();
      if (newestSeq.get(sessionId) !== seq) return { seq, superseded: true };
      const session = sessions.get(sessionId);
      return session?.holds(scorecard) ? session.figures(scorecard, seq) : null;
    },
    'live.compare': ({ sessionId, scorecards }) => {
      const session = sessions.get(sessionId);
      return session !== undefined && scorecards.every((card) => session.holds(card))
        ? session.compare(scorecards)
        : null;
    },
    'live.bounds': ({ sessionId, scorecard, method }) => {
      const session = sessions.get(sessionId);
      if (!session?.holds(scorecard)) return null;
      if (method.type !== 'cost') return { found: session.bounds(scorecard, method) };
      return { found: questions.get(sessionId)?.costBound(scorecard, method) ?? null };
    },
    'live.figures': ({ sessionId, scorecard }) => {
      const session = sessions.get(sessionId);
      return session?.holds(scorecard) ? session.figures(scorecard, 0) : null;
    },
    'live.changes': ({ sessionId, before, after }) =>
      asked(sessionId, before, after)?.changes(before, after) ?? null,
    'live.bites': ({ sessionId, scorecard, exceptionId }) =>
      asked(sessionId, scorecard)?.bites(scorecard, exceptionId) ?? null,
    'live.conflicts': ({ sessionId, scorecard }) => asked(sessionId, scorecard)?.conflicts(scorecard) ?? null,
    'live.overrides': ({ sessionId, scorecard }) => asked(sessionId, scorecard)?.overrides(scorecard) ?? null,
    'live.pattern': ({ sessionId, pattern }) => {
      const found = questions.get(sessionId);
      return found?.holdsPattern(pattern) ? found.pattern(pattern) : null;
    },
    'live.alarms': ({ sessionId, scorecard }) => asked(sessionId, scorecard)?.alarms(scorecard) ?? null,
    'live.close': ({ sessionId }) => {
      sessions.delete(sessionId);
      questions.delete(sessionId);
      newestSeq.delete(sessionId);
      return null;
    },
    'backtests.run': async (input, yieldNow) => (await runBacktest(data, input, yieldNow)).figures,
    'backtests.rows': (input, yieldNow) => pageRows(data, input, yieldNow),
    'backtests.linked': (input, yieldNow) => linkCell(data, input, yieldNow),
    'backtests.lint': (input, yieldNow) => lintDraft(data, input, yieldNow),
    'backtests.missing': (input, yieldNow) => computeMissing(data, input, yieldNow),
    'backtests.interventions': (input, yieldNow) => computeTreated(data, input, yieldNow),
    'backtests.luck': (input, yieldNow) => computeLuck(data, input, yieldNow),
    'backtests.crossSection': (input, yieldNow) => computeSnapshot(data, input, yieldNow),
    'backtests.lab': (input, yieldNow) => computeLab(data, input, yieldNow),
    'backtests.bootstrap': (input, yieldNow) => computeBootstrap(data, input, yieldNow),
    'backtests.thresholds': (input, yieldNow) => computeThresholds(data, input, yieldNow),
    'backtests.compare': (input, yieldNow) => compareRuns(data, input, yieldNow),
    'backtests.addedValue': (input, yieldNow) => computeAddedValue(data, input, yieldNow),
    'suggestions.cutoffs': (input, yieldNow) => adviseCutoffs(data, input, yieldNow),
    'suggestions.weights': (input, yieldNow) => adviseWeights(data, input, yieldNow),
    'lists.page': (input, yieldNow) => pageList(data, input, yieldNow),
    'lifecycle.facts': ({ spans }) => lifecycleFacts(data, spans),
    'lifecycle.score': (input, yieldNow) => scoreForSeal(data, input, yieldNow),
    'lifecycle.grade': (input) => gradeFigures(data, input),
    'lifecycle.sealRows': (input) => sealRows(data, input),
    'lifecycle.split': (input, yieldNow) => computeSplit(data, input, yieldNow),
    'accounts.find': (search) => findAccounts(data.dataset, search),
    'accounts.get': (input, yieldNow) => describeAccount(data, input, yieldNow),
  };
}

async function openLive(
  data: AnalysisData,
  input: ComputeRequests['live.open']['input'],
  yieldNow: YieldNow,
) {
  const measures = mapById(input.measures);
  const needed = measuresNeeded(input.scorecard, measures);
  const { aim } = input.scorecard.purpose;
  const settings = learningSettings(data, input.settings, { ids: needed, measures, aim });
  if (settings === null) return null;
  const designPanel = data.panel(settings);
  const ids = input.measures.map((measure) => measure.id);
  const shown = new Set(
    [input.scorecard, ...input.beside].flatMap((card) => [...measuresShown(card, measures)]),
  );
  const designColumns = await data.columns(shown, measures, settings, yieldNow);
  const today = isCrossSection(settings) ? settings : oneDate(settings.knownThrough);
  const todayColumns = await data.columns(shown, measures, today, yieldNow);
  const { scorecard } = input;
  await yieldNow();
  const { testFrom, windows, context } = scoreDesign(
    data.dataset,
    { scorecard, settings },
    designPanel,
    designColumns,
  );
  keepSplit(data, { scorecard, measures, settings }, testFrom);
  await yieldNow();
  const hardestBaseline = designBaseline(data, settings, testFrom);
  await yieldNow();
  const shared = {
    dataset: data.dataset,
    context,
    windows,
    designPanel,
    designColumns,
    todayPanel: data.panel(today),
    todayColumns,
    settings,
    hardestBaseline,
  };
  const session = new LiveSession(shared);
  await yieldNow();
  const figures = session.figures(input.scorecard, 0);
  const questions = new LiveQuestions(shared);
  return {
    session,
    questions,
    ids,
    answer: { figures, ...designDays(data, settings, testFrom), testFrom, settings },
  };
}

function designBaseline(data: AnalysisData, settings: BacktestSettings, testFrom: number | null) {
  // Usage, tenure and last activity want dates.
  if (isCrossSection(settings)) return null;
  const panel = data.panel(settings);
  const design = rowsOfWindow(panel, assignWindows(panel, settings, testFrom), ['design', 'all']);
  const baselines = computeBaselines(data.dataset, data.settings.mainUsage, panel, settings.incumbent);
  return hardestBaseline(panel, selectRows(panel, design), baselines, isHopedFor(settings.outcome));
}

function designDays(data: AnalysisData, settings: BacktestSettings, testFrom: number | null) {
  if (isCrossSection(settings)) return { designFirst: null, designLast: null };
  const panel = data.panel(settings);
  const windows = assignWindows(panel, settings, testFrom);
  const days = panel.asOfDays.filter((_, s) => windows[s] === 'design' || windows[s] === 'all');
  return { designFirst: days[0] ?? null, designLast: days.at(-1) ?? null };
}

function mapById(measures: DesignInput['measures']): Measures {
  return new Map(measures.map((measure) => [measure.id, measure]));
}
