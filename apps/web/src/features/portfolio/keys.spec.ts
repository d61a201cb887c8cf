import { describe, expect, it } from '@jest/globals';
import { asksToFind, stepOf } from './keys.js';

const pressed = (code: string, over = {}) => ({
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...over,
});

describe('the keys of the list', () => {
  it('go by the place of the key', () => {
    expect(['KeyJ', 'ArrowDown', 'KeyK', 'ArrowUp', 'KeyX'].map((code) => stepOf(pressed(code)))).toEqual([
      1, 1, -1, -1, 0,
    ]);
    expect([asksToFind(pressed('Slash')), asksToFind(pressed('Slash', { shiftKey: true }))]).toEqual([true, false]);
  });
  it('leave the browser what is its own', () => {
    expect([stepOf(pressed('KeyJ', { ctrlKey: true })), asksToFind(pressed('Slash', { metaKey: true }))]).toEqual([
      0,
      false,
    ]);
  });
});
