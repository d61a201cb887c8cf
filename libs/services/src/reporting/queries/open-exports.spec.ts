import { describe, expect, it } from '@jest/globals';
import { Refusal } from '@masar/contracts';
import { OpenExports } from './open-exports.js';

async function* file(): AsyncGenerator<string> {
  yield 'first';
  yield 'second';
}

const refusalOf = async (answer: Promise<unknown>) =>
  answer.then(
    () => 'answered',
    (fault: unknown) => (fault instanceof Refusal ? { code: fault.code, ...fault.details } : fault),
  );

describe('exports under way', () => {
  const opened = async () => {
    const clock = { now: 0 };
    const exports = new OpenExports(() => clock.now);
    const ids: number[] = [];
    for (let n = 0; n < 32; n += 1) ids.push(await exports.add(file()));
    return { clock, exports, ids };
  };

  it('are not given up for others while somebody takes them: who comes last is told to come again', async () => {
    const { exports, ids } = await opened();
    expect(await refusalOf(exports.add(file()))).toEqual({ code: 'rate/too-many', seconds: 1 });
    for (const id of ids) expect(await exports.next(id)).toEqual({ done: false, value: 'first' });
    await exports.close(ids[0]!);
    expect(await refusalOf(exports.add(file()))).toBe('answered');
  });

  it('give way when they were left alone', async () => {
    const { clock, exports, ids } = await opened();
    clock.now = 9_000;
    for (const id of ids.slice(1)) await exports.next(id);
    clock.now = 10_000;
    const another = await exports.add(file());
    expect(exports.next(ids[0]!)).toBeUndefined();
    expect(await exports.next(another)).toMatchObject({ value: 'first' });
    expect(await exports.next(ids[1]!)).toMatchObject({ value: 'second' });
  });
});
