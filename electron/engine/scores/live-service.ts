import { randomUUID } from 'node:crypto';
import type { Channel, ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { EngineContext } from '../context.ts';
import type { DataService } from '../data/data-service.ts';
import { loadDesign } from '../store/design-table.ts';

type Answer<C extends Channel> = Promise<Result<ChannelOutput<C>>>;

/** A hand that has not moved for this long is at rest. */
const HOLD_MS = 500;

/** Live figures of the design window: the session is the compute worker's, saves wait while a hand moves. */
export interface LiveService {
  open(payload: ChannelPayload<'live.open'>): Answer<'live.open'>;
  edit(payload: ChannelPayload<'live.edit'>): Answer<'live.edit'>;
  compare(payload: ChannelPayload<'live.compare'>): Answer<'live.compare'>;
  bounds(payload: ChannelPayload<'live.bounds'>): Answer<'live.bounds'>;
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
  return {
    async open({ scorecard, taskId }) {
      const ready = await data.ready();
      if (!ready.ok) return ready;
      const { measures, backtestSettings } = loadDesign(ready.value.database);
      const sessionId = randomUUID();
      const opened = await context.tasks.run(taskId, 'live', () =>
        compute.request(
          'live.open',
          { scorecard, measures, sessionId, settings: backtestSettings },
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
      const items = await compute.request('live.compare', payload);
      if (!items.ok) return items;
      return items.value === null ? fail('notFound', { what: 'session' }) : succeed({ items: items.value });
    },
    async bounds(payload) {
      const answer = await compute.request('live.bounds', payload);
      if (!answer.ok) return answer;
      return answer.value === null ? fail('notFound', { what: 'session' }) : succeed(answer.value);
    },
    async close({ sessionId }) {
      await compute.request('live.close', { sessionId });
      return succeed({});
    },
  };
}
