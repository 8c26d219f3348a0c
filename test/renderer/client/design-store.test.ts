import { beforeEach, describe, expect, it } from 'vitest';
import { applyChanges, type DesignDocument } from '../../../renderer/client/apply-changes.ts';
import { type DesignChange, useDesignStore } from '../../../renderer/client/design-store.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';

const step = { nameKey: 'lists:steps.save', parameters: { name: 'A' }, screen: 'lists' };
const add = (id: string): DesignChange => ({
  kind: 'segment',
  id,
  body: { id, name: id, conditions: [] },
});
const empty: DesignDocument = {
  revision: 0,
  measures: [],
  scorecards: [],
  segments: [],
  backtestSettings: null,
  undo: null,
  redo: null,
};

let stored = empty;
let isRefusing = false;
let waiting: (() => void)[] = [];

/** An engine of one design behind the bridge that Electron's preload offers; answers wait for `answerAll`. */
function respond(channel: string, payload: unknown): Result<unknown> {
  if (channel === 'design.commit' && isRefusing) return fail('readOnly');
  if (channel === 'design.commit') {
    const { changes } = payload as { changes: DesignChange[] };
    stored = { ...applyChanges(stored, changes), revision: stored.revision + 1, undo: step };
  }
  if (channel === 'design.undo') stored = { ...empty, revision: stored.revision + 1, redo: step };
  return succeed(stored);
}

const bridge = {
  host: 'electron',
  call: (channel: string, payload: unknown) =>
    new Promise((resolve) => waiting.push(() => resolve(respond(channel, payload)))),
  onEvent: () => () => undefined,
  registerDroppedFile: async () => 'file',
};
(globalThis as { window?: unknown }).window = { myaku: bridge };

async function answerAll<T>(answer: Promise<T>): Promise<T> {
  for (const go of waiting.splice(0)) go();
  return answer;
}

const shown = () => useDesignStore.getState().design?.segments.map((segment) => segment.id);

beforeEach(async () => {
  stored = empty;
  isRefusing = false;
  waiting = [];
  useDesignStore.getState().forget();
  await answerAll(useDesignStore.getState().load());
});

describe('the design store', () => {
  it('shows a step before the engine has answered', async () => {
    const answer = useDesignStore.getState().commit(step, [add('a')]);
    expect(shown()).toEqual(['a']);
    expect((await answerAll(answer)).ok).toBe(true);
    expect(useDesignStore.getState().design?.revision).toBe(1);
  });

  it('keeps a later step on screen when an earlier one is answered', async () => {
    const first = useDesignStore.getState().commit(step, [add('a')]);
    const second = useDesignStore.getState().commit(step, [add('b')]);
    waiting.shift()?.();
    await first;
    expect(shown()).toEqual(['a', 'b']);
    await answerAll(second);
    expect(shown()).toEqual(['a', 'b']);
  });

  it('takes a refused step back and says why', async () => {
    isRefusing = true;
    const result = await answerAll(useDesignStore.getState().commit(step, [add('a')]));
    expect(result).toEqual(fail('readOnly'));
    expect(shown()).toEqual([]);
  });

  it('answers the step that was undone, for its name and its screen', async () => {
    await answerAll(useDesignStore.getState().commit(step, [add('a')]));
    expect(await answerAll(useDesignStore.getState().undo())).toEqual(succeed(step));
    expect(shown()).toEqual([]);
  });

  it('drops the answer to a step of a workspace that was closed since', async () => {
    const answer = useDesignStore.getState().commit(step, [add('a')]);
    useDesignStore.getState().forget();
    await answerAll(answer);
    expect(useDesignStore.getState().design).toBeNull();
  });

  it('has nothing to undo in a new design', async () => {
    expect(await useDesignStore.getState().undo()).toEqual(fail('nothingToUndo'));
  });

  it('finds the steps that a restart lost and does them again, in order', async () => {
    const { commit, findLost } = useDesignStore.getState();
    await answerAll(commit(step, [add('saved')]));
    const saved = stored;
    await answerAll(commit(step, [add('a')]));
    await answerAll(commit(step, [add('b')]));
    stored = saved;
    await answerAll(findLost());
    expect(shown()).toEqual(['saved']);
    expect(useDesignStore.getState().lost).toHaveLength(2);
    const repeated = useDesignStore.getState().repeatLost();
    await answerAll(Promise.resolve());
    await expect.poll(() => waiting.length).toBe(1);
    expect((await answerAll(repeated)).ok).toBe(true);
    expect(shown()).toEqual(['saved', 'a', 'b']);
    expect(useDesignStore.getState().lost).toEqual([]);
  });

  it('has lost nothing when everything was saved', async () => {
    await answerAll(useDesignStore.getState().commit(step, [add('a')]));
    await answerAll(useDesignStore.getState().findLost());
    expect(useDesignStore.getState().lost).toEqual([]);
  });
});
