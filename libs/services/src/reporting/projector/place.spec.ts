import { describe, expect, it } from '@jest/globals';
import { genesisHash } from '@masar/contracts';
import { place } from './place.js';

describe('an incoming event', () => {
  const applied = { version: 3, hash: 'c' };
  it.each([
    ['follows the head', { version: 4, hash: 'd', prevhash: 'c' }, 'next'],
    ['follows another head', { version: 4, hash: 'd', prevhash: 'x' }, 'fork'],
    ['is the head again', { version: 3, hash: 'c', prevhash: 'b' }, 'duplicate'],
    ['stands where the head stands', { version: 3, hash: 'x', prevhash: 'b' }, 'fork'],
    ['is older', { version: 1, hash: 'a', prevhash: genesisHash }, 'duplicate'],
    ['comes too early', { version: 6, hash: 'f', prevhash: 'e' }, 'gap'],
  ])('%s', (_name, incoming, placed) => expect(place(applied, incoming)).toBe(placed));
});
