import { refuse } from '@masar/contracts';

const comeBackSeconds = 10;

/** Work of which few pieces run at once, and few more wait in their order; refuses `rate/too-many` beyond. */
export const fewAtOnce = (most: { readonly atOnce: number; readonly waiting: number }) => {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= most.atOnce) {
      if (waiting.length >= most.waiting) refuse('rate/too-many', { seconds: comeBackSeconds });
      await new Promise<void>((turn) => waiting.push(turn));
    } else running += 1;
    try {
      return await work();
    } finally {
      // The place goes to who waits, else it is free.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};
