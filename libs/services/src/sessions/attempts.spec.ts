import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { refuse, type Refusal } from '@masar/contracts';
import { Attempts } from './attempts.js';

afterEach(() => void jest.useRealTimers());
const omar = { user: 'omar', from: 'here' };
const wrong = async () => refuse('session/wrong-credentials');
const right = async () => 'in';
const outcome = (promise: Promise<unknown>) => promise.catch((fault: Refusal) => fault.code);
const attempts = () => new Attempts(new Set(['session/wrong-credentials']));

describe('attempts to show who one is', () => {
  it('count while they are under way: of many at once only the free ones are tried', async () => {
    const passwords = attempts();
    let tried = 0;
    const guess = () => {
      tried += 1;
      return wrong();
    };
    await Promise.all(Array.from({ length: 40 }, () => outcome(passwords.of(omar, guess))));
    expect(tried).toBe(5);
  });

  it('of many at once with what is right each gets in: none is held for what the others might have been', async () => {
    const passwords = attempts();
    const all = Array.from({ length: 40 }, () => outcome(passwords.of(omar, right)));
    expect(new Set(await Promise.all(all))).toEqual(new Set(['in']));
  });

  it('that are right, or end in another way, count for nothing', async () => {
    const passwords = attempts();
    for (let n = 0; n < 20; n += 1)
      expect(await outcome(passwords.of(omar, async () => refuse('session/code-required')))).toBe(
        'session/code-required',
      );
    for (let n = 0; n < 20; n += 1) expect(await outcome(passwords.of(omar, right))).toBe('in');
    for (let n = 0; n < 4; n += 1) await outcome(passwords.of(omar, wrong));
    await outcome(passwords.of(omar, right));
    expect(await outcome(passwords.of(omar, wrong))).toBe('session/wrong-credentials');
  });

  it('that ended in another way, many at once, make nobody wait afterwards', async () => {
    const passwords = attempts();
    const unfinished = async () => refuse('session/code-required');
    const all = await Promise.all(Array.from({ length: 12 }, () => outcome(passwords.of(omar, unfinished))));
    expect(new Set(all)).toEqual(new Set(['session/code-required']));
    expect(await outcome(passwords.of(omar, right))).toBe('in');
  });

  it('wait longer each time, and are forgotten after a quarter of an hour', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    const passwords = attempts();
    for (let n = 0; n < 5; n += 1) await outcome(passwords.of(omar, wrong));
    for (const seconds of [1, 2, 4]) {
      const refused = await passwords.of(omar, wrong).catch((fault: Refusal) => fault);
      expect(refused).toMatchObject({ code: 'rate/too-many', details: { seconds } });
      jest.advanceTimersByTime(seconds * 1000);
      expect(await outcome(passwords.of(omar, wrong))).toBe('session/wrong-credentials');
    }
    jest.advanceTimersByTime(15 * 60_000);
    for (let n = 0; n < 4; n += 1) expect(await outcome(passwords.of(omar, wrong))).toBe('session/wrong-credentials');
    expect(await outcome(passwords.of(omar, right))).toBe('in');
  });
});
