/** Runs a stepwise computation at once and gives its result. The steps (shares of the work done, 0–1) exist so that a
 * worker can pause between them, report progress and heed a cancel. */
export function runToEnd<Result>(steps: Generator<number, Result, void>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
