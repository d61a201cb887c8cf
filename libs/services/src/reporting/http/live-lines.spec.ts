import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChangeItem } from '@masar/contracts';
import type { LiveAnswer, Question } from '../queries/question.js';
import { LiveLines } from './live-lines.js';

const changeAt = (second: number): ChangeItem => ({
  id: `2026-02-01T09:00:${String(second).padStart(2, '0')}.000Z~projects/P-1@00000001~000`,
  at: `2026-02-01T09:00:${String(second).padStart(2, '0')}.000Z`,
  initiative: { kind: 'projects', id: 'P-1', title: { en: 'x' } },
  change: 'status',
  from: null,
  to: null,
  because: [],
});
const mona = () => ({ user: 'mona', roles: ['lead' as const] });
/** Nothing here waits for a clock or a disk: what follows from what has happened is done before the next turn of the loop. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('live lines', () => {
  const stored: ChangeItem[] = [];
  let tell: () => void;
  let lines: LiveLines;
  beforeEach(() => {
    stored.length = 0;
    lines = new LiveLines({
      now: () => '2026-02-01T09:00:00.000Z',
      onChanged: (listener) => {
        tell = listener;
        return () => undefined;
      },
      ask: async (question: Question) => {
        const { after, limit } = question as Extract<Question, { ask: 'live' }>;
        const known = typeof after === 'string' ? stored.findIndex(({ id }) => id === after) + 1 : after?.told;
        const told = known ?? stored.length;
        const changes = stored.slice(told, told + limit);
        const answer: LiveAnswer = { changes, place: { generation: 'one', told: told + changes.length } };
        return new TextEncoder().encode(JSON.stringify(answer));
      },
    });
  });
  afterEach(() => lines.close());

  const reader = (takes = Infinity) => {
    const got: string[] = [];
    return {
      got,
      write: (text: string) => (got.push(/id: .*T09:00:(\d\d)/.exec(text)?.[1] ?? text), got.length % takes !== 0),
      end: () => undefined,
    };
  };
  const happen = (...seconds: readonly number[]) => {
    stored.push(...seconds.map(changeAt));
    tell();
  };

  it('tell everybody each change once, in order', async () => {
    const [first, second] = [reader(), reader()];
    await lines.subscribe(first, mona);
    await lines.subscribe(second, mona);
    happen(1, 2);
    happen(3);
    await settled();
    expect([first.got, second.got]).toEqual([
      ['01', '02', '03'],
      ['01', '02', '03'],
    ]);
  });

  it('go on after the last id a reader has', async () => {
    stored.push(...[1, 2, 3].map(changeAt));
    const late = reader();
    await lines.subscribe(late, mona, changeAt(1).id);
    await settled();
    happen(4);
    await settled();
    expect(late.got).toEqual(['02', '03', '04']);
  });

  it('wait for a slow reader and hold up nobody else', async () => {
    const [slow, quick] = [reader(2), reader()];
    const subscription = (await lines.subscribe(slow, mona))!;
    await lines.subscribe(quick, mona);
    happen(1, 2, 3, 4, 5);
    await settled();
    expect([slow.got, quick.got]).toEqual([
      ['01', '02'],
      ['01', '02', '03', '04', '05'],
    ]);
    subscription.drained();
    await settled();
    expect(slow.got).toEqual(['01', '02', '03', '04']);
  });

  it('miss nothing between the line that is open and its first look', async () => {
    stored.push(changeAt(1));
    const fresh = reader();
    await lines.subscribe(fresh, mona);
    happen(2);
    await settled();
    expect(fresh.got).toEqual(['02']);
  });

  it('are bounded, however many come at once', async () => {
    const entered = await Promise.all(Array.from({ length: 203 }, () => lines.subscribe(reader(), mona)));
    expect(entered.filter((subscription) => subscription === undefined)).toHaveLength(3);
    expect(await lines.subscribe(reader(), mona)).toBeUndefined();
  });

  it('are asked for by each with the own rights, and end with the session', async () => {
    const asked: unknown[] = [];
    let session: ReturnType<typeof mona> | undefined = mona();
    const hidden = new LiveLines({
      now: () => '2026-02-01T09:00:00.000Z',
      onChanged: (listener) => {
        tell = listener;
        return () => undefined;
      },
      ask: async (question: Question) => {
        asked.push(question.reader?.user);
        const answer: LiveAnswer = { changes: [], place: { generation: 'one', told: 1 } };
        return new TextEncoder().encode(JSON.stringify(answer));
      },
    });
    const [ended, other] = [{ ...reader(), ended: 0 }, reader()];
    await hidden.subscribe({ ...ended, end: () => void (ended.ended += 1) }, () => session);
    await hidden.subscribe(other, () => ({ user: 'rami', roles: ['reviewer'] }));
    tell();
    await settled();
    expect(new Set(asked)).toEqual(new Set(['mona', 'rami']));
    session = undefined;
    tell();
    await settled();
    expect([ended.ended, hidden.readers]).toEqual([1, 1]);
    hidden.close();
  });

  it('tell nothing to who has left', async () => {
    const gone = reader();
    (await lines.subscribe(gone, mona))!.leave();
    happen(1);
    await settled();
    expect([gone.got, lines.readers]).toEqual([[], 0]);
  });
});
