/** A hand whose newest edit is this old is at rest. */
const REST_MS = 120;

/** Lets edits of a hand that moves go before everything else the thread does. */
export interface HandFirst {
  /** An edit has come in. */
  moved(): void;
  /** Lets messages in; goes on once the hand is at rest. */
  rest(): Promise<void>;
}

/** Edits come every frame or two while a hand drags: work in slices would make each of them wait for a slice or two. */
export function createHandFirst(now: () => number): HandFirst {
  let restsFrom = Number.NEGATIVE_INFINITY;
  return {
    moved() {
      restsFrom = now() + REST_MS;
    },
    async rest() {
      await new Promise<void>((resolve) => setImmediate(resolve));
      for (let left = restsFrom - now(); left > 0; left = restsFrom - now()) {
        await new Promise<void>((resolve) => setTimeout(resolve, left));
      }
    },
  };
}
