import { expect, it } from '@jest/globals';
import { spansOf } from './held-neighbours.js';

const places = (stream: string, ...versions: readonly number[]) =>
  versions.map((version) => ({ stream: stream as `${string}/${string}`, version }));

it('a page is asked for as few spans, each with the places next to it', () => {
  expect(spansOf(places('laws/a', 1, 2, 3))).toEqual([{ stream: 'laws/a', from: 0, to: 4 }]);
  expect(spansOf(places('laws/a', 9, 2, 1))).toEqual([
    { stream: 'laws/a', from: 0, to: 3 },
    { stream: 'laws/a', from: 8, to: 10 },
  ]);
  expect(spansOf([...places('laws/a', 1), ...places('laws/b', 1, 1)])).toHaveLength(2);
  expect(spansOf([])).toEqual([]);
});
