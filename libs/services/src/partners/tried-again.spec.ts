import { describe, expect, it } from '@jest/globals';
import { TriedAgain } from './tried-again.js';

const begin = () => {
  let now = 0;
  const tried = new TriedAgain<string>({ shortestMs: 10, longestMs: 40 }, () => now);
  const fail = (thing: string) => {
    tried.add(thing);
    tried.take();
    tried.failed(thing);
  };
  return { tried, fail, wait: (ms: number) => void (now += ms) };
};

describe('what is tried again', () => {
  it('comes up after a pause of its own, twice as long each time, up to the longest', () => {
    const { tried, wait } = begin();
    tried.add('a');
    for (const pause of [10, 20, 40, 40]) {
      expect(tried.take()).toEqual(['a']);
      tried.failed('a');
      expect(tried.inMs()).toBe(pause);
      wait(pause - 1);
      expect(tried.take()).toEqual([]);
      wait(1);
    }
    expect(tried.take()).toEqual(['a']);
    tried.done('a');
    expect(tried.inMs()).toBeUndefined();
  });

  it('neither waits for another nor is hurried by one', () => {
    const { tried, fail, wait } = begin();
    fail('a');
    fail('a');
    tried.add('b');
    expect(tried.take()).toEqual(['b']);
    tried.done('b');
    expect(tried.inMs()).toBe(20);
    fail('b');
    expect(tried.inMs()).toBe(10);
    wait(10);
    expect(tried.take()).toEqual(['b']);
  });

  it('is due at once when somebody asks for it anew, also while it is under way', () => {
    const { tried, fail } = begin();
    fail('a');
    tried.add('a');
    expect(tried.take()).toEqual(['a']);
    tried.add('a');
    tried.done('a');
    expect(tried.take()).toEqual(['a']);
  });
});
