import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHandFirst } from '../../../electron/engine/workers/hand-first.ts';

describe('createHandFirst', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('holds nothing up while no hand moves', async () => {
    const hand = createHandFirst(() => performance.now());
    const goneOn = vi.fn();
    void hand.rest().then(goneOn);
    expect(goneOn).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(0);
    expect(goneOn).toHaveBeenCalled();
  });

  it('waits until the newest edit is 120 ms old', async () => {
    const hand = createHandFirst(() => performance.now());
    const goneOn = vi.fn();
    hand.moved();
    void hand.rest().then(goneOn);
    for (let frame = 0; frame < 50; frame++) {
      await vi.advanceTimersByTimeAsync(33);
      hand.moved();
    }
    await vi.advanceTimersByTimeAsync(119);
    expect(goneOn).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(goneOn).toHaveBeenCalled();
  });
});
