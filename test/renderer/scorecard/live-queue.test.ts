import { describe, expect, it } from 'vitest';
import { createLiveQueue } from '../../../renderer/features/scorecard/live-queue.ts';
import { type AppError, fail, type Result, succeed } from '../../../shared/ipc/result.ts';

interface Figures {
  readonly seq: number;
  readonly of: string;
}

/** An engine that answers only when told to. */
function slowEngine() {
  const asked: { seq: number; design: string; answer: (result: Result<Figures>) => Promise<void> }[] = [];
  const shown: Figures[] = [];
  const failures: AppError[] = [];
  const queue = createLiveQueue<string, Figures>({
    send: (seq, design) =>
      new Promise((resolve) => {
        const answer = async (result: Result<Figures>) => {
          resolve(result);
          await new Promise((done) => setTimeout(done, 0));
        };
        asked.push({ seq, design, answer });
      }),
    onFigures: (figures) => shown.push(figures),
    onFailure: (error) => failures.push(error),
  });
  const answerLast = (seq?: number) => {
    const last = asked.at(-1)!;
    return last.answer(succeed({ seq: seq ?? last.seq, of: last.design }));
  };
  return { queue, asked, shown, failures, answerLast };
}

describe('the live queue', () => {
  it('sends the first edit at once with number 1', () => {
    const { queue, asked } = slowEngine();
    queue.push('a');
    expect(asked).toMatchObject([{ seq: 1, design: 'a' }]);
  });

  it('keeps one edit in flight and lets only the newest wait', async () => {
    const { queue, asked, answerLast } = slowEngine();
    for (const design of ['a', 'b', 'c', 'd']) queue.push(design);
    expect(asked).toHaveLength(1);
    await answerLast();
    expect(asked.map(({ seq, design }) => [seq, design])).toEqual([
      [1, 'a'],
      [2, 'd'],
    ]);
  });

  it('shows the figures of an edit while a newer one waits', async () => {
    const { queue, shown, answerLast } = slowEngine();
    queue.push('a');
    queue.push('b');
    await answerLast();
    expect(shown).toEqual([{ seq: 1, of: 'a' }]);
  });

  it('drops a reply older than what is shown', async () => {
    const { queue, shown, answerLast } = slowEngine();
    queue.push('a');
    await answerLast();
    queue.push('b');
    await answerLast(0);
    expect(shown).toEqual([{ seq: 1, of: 'a' }]);
  });

  it('shows nothing for an edit that the engine has passed over, and goes on', async () => {
    const { queue, asked, shown, answerLast } = slowEngine();
    queue.push('a');
    queue.push('b');
    await asked[0]!.answer(succeed({ seq: 1, superseded: true } as unknown as Figures));
    expect(shown).toEqual([]);
    await answerLast();
    expect(shown).toEqual([{ seq: 2, of: 'b' }]);
  });

  it('reports a failure and still sends what waits', async () => {
    const { queue, asked, failures } = slowEngine();
    queue.push('a');
    queue.push('b');
    await asked[0]!.answer(fail('internal'));
    expect(failures).toEqual([{ code: 'internal' }]);
    expect(asked).toHaveLength(2);
  });

  it('neither sends nor shows after it is closed', async () => {
    const { queue, asked, shown, answerLast } = slowEngine();
    queue.push('a');
    queue.push('b');
    queue.close();
    await answerLast();
    queue.push('c');
    expect([asked.length, shown.length]).toEqual([1, 0]);
  });
});
