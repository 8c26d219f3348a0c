import { randomUUID } from 'node:crypto';
import type { Channel, ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { EngineContext } from '../context.ts';
import type { DataService } from '../data/data-service.ts';
import type { Database } from '../store/database.ts';
import { loadDesign } from '../store/design-table.ts';
import { loadVersions, type ScorecardVersion } from '../store/version-table.ts';
import type { ComputeName, ComputeRequests } from '../workers/compute-protocol.ts';

type Answer<C extends Channel> = Promise<Result<ChannelOutput<C>>>;

/** A hand that has not moved for this long is at rest. */
const HOLD_MS = 500;

type Question =
  `live.${'figures' | 'compare' | 'bounds' | 'changes' | 'bites' | 'conflicts' | 'overrides' | 'pattern' | 'alarms'}` &
    ComputeName;

/** Live figures of the design window: the session is the compute worker's, saves wait while a hand moves. */
export interface LiveService {
  open(payload: ChannelPayload<'live.open'>): Answer<'live.open'>;
  edit(payload: ChannelPayload<'live.edit'>): Answer<'live.edit'>;
  compare(payload: ChannelPayload<'live.compare'>): Answer<'live.compare'>;
  bounds(payload: ChannelPayload<'live.bounds'>): Answer<'live.bounds'>;
  baseline(payload: ChannelPayload<'live.baseline'>): Answer<'live.baseline'>;
  changes(payload: ChannelPayload<'live.changes'>): Answer<'live.changes'>;
  bites(payload: ChannelPayload<'live.bites'>): Answer<'live.bites'>;
  conflicts(payload: ChannelPayload<'live.conflicts'>): Answer<'live.conflicts'>;
  overrides(payload: ChannelPayload<'live.overrides'>): Answer<'live.overrides'>;
  pattern(payload: ChannelPayload<'live.pattern'>): Answer<'live.pattern'>;
  alarms(payload: ChannelPayload<'live.alarms'>): Answer<'live.alarms'>;
  close(payload: ChannelPayload<'live.close'>): Promise<Result<Record<string, never>>>;
}

export function createLiveService(context: EngineContext, data: DataService): LiveService {
  const { compute } = context;
  let release: NodeJS.Timeout | undefined;
  /** No save starts by itself while a hand is moving: an export would hold the engine for a moment. */
  const holdSaves = (): void => {
    const { workspace } = context.open;
    workspace?.setHold(true);
    clearTimeout(release);
    release = setTimeout(() => workspace?.setHold(false), HOLD_MS);
  };
  /** Null from the worker: the session is gone, or has no column for a measure. */
  const fromSession = async <N extends Question>(
    name: N,
    payload: ComputeRequests[N]['input'],
  ): Promise<Result<NonNullable<ComputeRequests[N]['output']>>> => {
    const answer = await compute.request(name, payload);
    if (!answer.ok) return answer;
    return answer.value === null ? fail('notFound', { what: 'session' }) : succeed(answer.value);
  };
  return {
    async open({ scorecard, taskId }) {
      const ready = await data.ready();
      if (!ready.ok) return ready;
      const { measures, backtestSettings } = loadDesign(ready.value.database);
      const saved = lastVersion(ready.value.database, scorecard.id);
      const beside = saved === null ? [] : [saved.body];
      const sessionId = randomUUID();
      const opened = await context.tasks.run(taskId, 'live', () =>
        compute.request(
          'live.open',
          { scorecard, measures, sessionId, settings: backtestSettings, beside },
          { taskId },
        ),
      );
      if (!opened.ok) return opened;
      return opened.value === null ? fail('noData') : succeed({ sessionId, ...opened.value });
    },
    async edit(payload) {
      holdSaves();
      const edited = await compute.request('live.edit', payload);
      if (!edited.ok) return edited;
      return edited.value === null ? fail('notFound', { what: 'session' }) : succeed(edited.value);
    },
    async compare(payload) {
      const items = await fromSession('live.compare', payload);
      return items.ok ? succeed({ items: items.value }) : items;
    },
    bounds: (payload) => fromSession('live.bounds', payload),
    async baseline({ sessionId, scorecardId }) {
      const ready = await data.ready();
      if (!ready.ok) return ready;
      const version = lastVersion(ready.value.database, scorecardId);
      if (version === null) return succeed({ version: null });
      const { number, name, body: scorecard } = version;
      const figures = await fromSession('live.figures', { sessionId, scorecard });
      return figures.ok ? succeed({ version: { number, name, scorecard, figures: figures.value } }) : figures;
    },
    changes: (payload) => fromSession('live.changes', payload),
    bites: (payload) => fromSession('live.bites', payload),
    conflicts: (payload) => fromSession('live.conflicts', payload),
    overrides: (payload) => fromSession('live.overrides', payload),
    pattern: (payload) => fromSession('live.pattern', payload),
    alarms: (payload) => fromSession('live.alarms', payload),
    async close({ sessionId }) {
      await compute.request('live.close', { sessionId });
      return succeed({});
    },
  };
}

function lastVersion(database: Database, scorecardId: string): ScorecardVersion | null {
  return loadVersions(database, scorecardId).at(-1) ?? null;
}
