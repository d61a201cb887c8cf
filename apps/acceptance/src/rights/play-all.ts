import type { DescribedRoute } from './described-routes.js';
import type { Matrix } from './matrix.js';

const atOnce = 6;
/** Reporting builds one set of documents at a time, and what is read meanwhile need not be level. */
const alone = /\/api\/reporting\//;

/** Plays routes side by side, those of reporting itself last and by themselves. */
export const playAll = async (matrix: Matrix, routes: readonly DescribedRoute[], isOneEach = false): Promise<void> => {
  const waiting = routes.filter(({ path }) => !alone.test(path));
  const play = (route: DescribedRoute) => (isOneEach ? matrix.playOne(route) : matrix.play(route));
  const worker = async (): Promise<void> => {
    for (let route = waiting.shift(); route; route = waiting.shift()) await play(route);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  for (const route of routes.filter(({ path }) => alone.test(path))) await play(route);
};
