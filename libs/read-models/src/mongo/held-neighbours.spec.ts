import { expect, it } from '@jest/globals';
import { placesAround } from './held-neighbours.js';

const places = (stream: string, ...versions: readonly number[]) =>
  versions.map((version) => ({ stream: stream as `${string}/${string}`, version }));

it('a page is asked for by its places and those next to them, each once', () => {
  const around = (...versions: readonly number[]) => versions.map((version) => `e-1 laws/a@${version}`);
  expect(placesAround('e-1', places('laws/a', 1, 2, 3))).toEqual(around(1, 2, 3, 4));
  expect(placesAround('e-1', places('laws/a', 9, 1, 1))).toEqual(around(8, 9, 10, 1, 2));
  expect(placesAround('e-1', [...places('laws/a', 1), ...places('laws/b', 1)])).toHaveLength(4);
  expect(placesAround('e-1', [])).toEqual([]);
});
