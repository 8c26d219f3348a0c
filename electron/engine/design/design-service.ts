import { createHash } from 'node:crypto';
import type { ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { describeDesign, measuresShown } from '../../../shared/scoring/design-hash.ts';
import { type EngineContext, requireWorkspace } from '../context.ts';
import { hasAccount } from '../store/account-table.ts';
import type { Database } from '../store/database.ts';
import { type Design, loadDesign } from '../store/design-table.ts';
import { insertVersion, loadVersion, loadVersions, type ScorecardVersion } from '../store/version-table.ts';
import { commitDesignStep, designPosition, redoDesign, undoDesign } from '../workspace/design-history.ts';

type Document = ChannelOutput<'design.get'>;
type VersionHead = ChannelOutput<'design.saveVersion'>;

/** The live design: measures, scorecards, segments, back-test settings; its history and its versions. */
export interface DesignService {
  get(): Result<Document>;
  commit(step: ChannelPayload<'design.commit'>): Result<Document>;
  undo(): Result<Document>;
  redo(): Result<Document>;
  saveVersion(payload: ChannelPayload<'design.saveVersion'>): Result<VersionHead>;
  versions(scorecardId: string): Result<ChannelOutput<'design.versions'>>;
  restoreVersion(payload: ChannelPayload<'design.restoreVersion'>): Result<Document>;
  /** A scorecard of the live design with the measures beside it. */
  find(scorecardId: string): Result<{ design: Design; scorecard: Scorecard }>;
}

export function createDesignService(context: EngineContext): DesignService {
  const announce = (database: Database): void => {
    context.emit({ type: 'design.changed', revision: designPosition(database).revision });
  };
  const change = (work: (database: Database) => Result<unknown>): Result<Document> => {
    const workspace = requireWorkspace(context);
    if (!workspace.ok) return workspace;
    const done = workspace.value.edit(work);
    if (!done.ok) return done;
    if (!done.value.ok) return done.value;
    announce(workspace.value.database);
    return succeed(readDocument(workspace.value.database));
  };
  const at = () => new Date(context.now()).toISOString();
  const find: DesignService['find'] = (scorecardId) => {
    const workspace = requireWorkspace(context);
    if (!workspace.ok) return workspace;
    const design = loadDesign(workspace.value.database);
    const scorecard = design.scorecards.find(({ id }) => id === scorecardId);
    return scorecard === undefined ? fail('notFound', { what: 'scorecard' }) : succeed({ design, scorecard });
  };
  return {
    find,
    get() {
      const workspace = requireWorkspace(context);
      return workspace.ok ? succeed(readDocument(workspace.value.database)) : workspace;
    },
    commit: (step) =>
      change((database) => {
        const accountId = unknownOverride(database, step.changes);
        if (accountId !== null) return fail('unknownAccount', { accountId });
        return succeed(commitDesignStep(database, { ...step, at: at() }));
      }),
    undo: () => change(undoDesign),
    redo: () => change(redoDesign),
    saveVersion({ scorecardId, name, note }) {
      const found = find(scorecardId);
      const workspace = requireWorkspace(context);
      if (!found.ok) return found;
      if (!workspace.ok) return workspace;
      const { design, scorecard } = found.value;
      const version = {
        scorecardId,
        name,
        note,
        savedAt: at(),
        designHash: hashDesign(scorecard, design.measures),
        body: scorecard,
        measures: measuresUsed(scorecard, design.measures),
      };
      const saved = workspace.value.edit((database) => ({
        ...version,
        number: insertVersion(database, version),
      }));
      if (!saved.ok) return saved;
      announce(workspace.value.database);
      return succeed(toHead(saved.value));
    },
    versions(scorecardId) {
      const found = find(scorecardId);
      const workspace = requireWorkspace(context);
      if (!found.ok) return found;
      if (!workspace.ok) return workspace;
      const items = loadVersions(workspace.value.database, scorecardId).map(toHead);
      return succeed({ items, draftHash: hashDesign(found.value.scorecard, found.value.design.measures) });
    },
    restoreVersion: (payload) => change((database) => restoreVersion(database, payload, at())),
  };
}

/** The first account that a new override names and no data does; null = none. Overrides that are there stay. */
function unknownOverride(
  database: Database,
  changes: ChannelPayload<'design.commit'>['changes'],
): string | null {
  const cards = changes.flatMap((change) => (change.kind === 'scorecard' ? (change.body ?? []) : []));
  const named = cards.flatMap(({ overrides = [] }) => overrides.map(({ accountId }) => accountId));
  if (named.length === 0) return null;
  const stored = loadDesign(database).scorecards.flatMap(({ overrides = [] }) => overrides);
  const known = new Set(stored.map(({ accountId }) => accountId));
  return named.find((id) => !known.has(id) && !hasAccount(database, id)) ?? null;
}

/** Puts a version's body back as the draft, as a step that can be undone. */
function restoreVersion(
  database: Database,
  { scorecardId, number }: ChannelPayload<'design.restoreVersion'>,
  at: string,
): Result<unknown> {
  const version = loadVersion(database, scorecardId, number);
  if (version === null) return fail('notFound', { what: 'version' });
  const step = commitDesignStep(database, {
    nameKey: 'lifecycle:steps.restoreVersion',
    parameters: { number },
    screen: 'lifecycle',
    changes: [{ kind: 'scorecard', id: scorecardId, body: version.body }],
    at,
  });
  return succeed(step);
}

/** Of the measures, those that a scorecard reads or shows. */
function measuresUsed(scorecard: Scorecard, measures: readonly Measure[]): Measure[] {
  const used = measuresShown(scorecard, new Map(measures.map((measure) => [measure.id, measure])));
  return measures.filter(({ id }) => used.has(id));
}

/** SHA-256 of what a design scores, in hex; labels, colours and actions do not count. */
export function hashDesign(scorecard: Scorecard, measures: readonly Measure[]): string {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  return createHash('sha256').update(describeDesign(scorecard, byId)).digest('hex');
}

function readDocument(database: Database): Document {
  const { undo, redo, revision } = designPosition(database);
  const head = (step: typeof undo) =>
    step === null
      ? null
      : {
          ...{ nameKey: step.nameKey, parameters: { ...step.parameters }, screen: step.screen },
          ...(step.scorecardId !== null && { scorecardId: step.scorecardId }),
        };
  return { ...loadDesign(database), revision, undo: head(undo), redo: head(redo) };
}

function toHead({ number, name, note, savedAt, designHash }: ScorecardVersion): VersionHead {
  return { number, name, note, savedAt, designHash };
}
