/** Lets installations of one version in, and those that change its place first only while no other is in. */
export interface Gate {
  /**
   * Runs `work` while it counts as one of those that are in.
   * @param prepare runs before it, while nobody else is in; left out: nothing is prepared
   */
  pass<T>(prepare: (() => Promise<void>) | undefined, work: () => Promise<T>): Promise<T>;
}

/** Whoever comes first is first, so that those who have waited for a preparation come in at once, together. */
export function createGate(): Gate {
  let inside = 0;
  let preparing = false;
  const queue: { alone: boolean; enter: () => void }[] = [];

  function admit(): void {
    for (let next = queue[0]; next && !preparing && !(next.alone && inside > 0); next = queue[0]) {
      queue.shift();
      inside++;
      preparing = next.alone;
      next.enter();
    }
  }

  return {
    async pass(prepare, work) {
      await new Promise<void>((enter) => {
        queue.push({ alone: prepare !== undefined, enter });
        admit();
      });
      try {
        if (prepare) {
          try {
            await prepare();
          } finally {
            preparing = false;
            admit();
          }
        }
        return await work();
      } finally {
        inside--;
        admit();
      }
    },
  };
}
