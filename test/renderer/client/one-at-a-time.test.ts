import { describe, expect, it } from 'vitest';
import { oneAtATime } from '../../../renderer/client/one-at-a-time.ts';

function slowRead() {
  const ends: (() => void)[] = [];
  const read = oneAtATime(() => new Promise((resolve) => ends.push(resolve)));
  return { ends, read };
}

describe('oneAtATime', () => {
  it('makes two runs of a burst of calls', async () => {
    const { ends, read } = slowRead();
    const calls = [read(), read(), read(), read()];
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await calls[0];
    await expect.poll(() => ends.length).toBe(2);
    ends[1]?.();
    await Promise.all(calls);
    expect(ends).toHaveLength(2);
  });

  it('runs at once again when nothing is under way', async () => {
    const { ends, read } = slowRead();
    const first = read();
    ends[0]?.();
    await first;
    void read();
    expect(ends).toHaveLength(2);
  });
});
