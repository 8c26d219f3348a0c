/**
 * Wraps a read so that it never runs twice at once: calls during a run share one further run after it, so a burst
 * of changes costs two reads and the last answer is the newest.
 */
export function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | null = null;
  let following: Promise<void> | null = null;
  const start = () => {
    current = run().finally(() => {
      current = null;
    });
    return current;
  };
  return () => {
    if (current === null) return start();
    following ??= current.then(() => {
      following = null;
      return start();
    });
    return following;
  };
}
