import { describe, expect, it } from 'vitest';
import { type DoneStep, lostSteps } from '../../../renderer/client/lost-steps.ts';

const step = { nameKey: 'step.test', parameters: {}, screen: 'lists' };
const commit = (revision: number | null): DoneStep => ({
  kind: 'design.commit',
  step,
  changes: [],
  revision,
});
const undo = (revision: number): DoneStep => ({ kind: 'design.undo', step, revision });

describe('lost steps', () => {
  it('are those after the revision that came back, in their order, undo included', () => {
    const done = [commit(4), undo(5), commit(6)];
    expect(lostSteps(done, 4)).toEqual([undo(5), commit(6)]);
  });

  it('are none when the last step was saved', () => {
    expect(lostSteps([commit(4), undo(5)], 5)).toEqual([]);
  });

  it('include a step that was never answered', () => {
    expect(lostSteps([commit(5), commit(null)], 5)).toEqual([commit(null)]);
  });
});
