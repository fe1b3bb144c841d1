/** Lets so many go on at once; the others wait for their turn, and beyond `most` waiting ones nobody else is let in. */
export function turns(
  at: { readonly once: number; readonly most: number },
  refuse: () => Error,
): <Value>(work: () => Promise<Value>) => Promise<Value> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= at.once) {
      if (waiting.length >= at.most) throw refuse();
      // Whoever goes hands over the place itself, so that nobody slips in between.
      await new Promise<void>((go) => waiting.push(go));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
