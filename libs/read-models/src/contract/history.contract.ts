import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { History } from '../history.js';
import type { ReportingStore } from '../reporting-store.js';
import type { ReportingSubject } from './read-models.contract.js';
import { sampleHistory } from './sample-history.js';

const tellsNewFromOld = (history: () => History): void => {
  const [one, two, three] = sampleHistory('projects/P-1', 3);

  it('keeps what is new and moves the offset with it', async () => {
    expect(await history().offset('reporting')).toBe(0);
    expect(await history().insert('reporting', [one!, two!], 7)).toEqual(['new', 'new']);
    expect(await history().offset('reporting')).toBe(7);
    expect(await history().offset('another')).toBe(0);
    expect(await history().read('projects/P-1')).toEqual([one, two]);
    await history().moveOffset('reporting', 2);
    expect(await history().offset('reporting')).toBe(2);
  });

  it('leaves the offset where it is when it is told none', async () => {
    await history().insert('reporting', [one!], 7);
    expect(await history().insert('reporting', [one!, two!])).toEqual(['duplicate', 'new']);
    expect(await history().offset('reporting')).toBe(7);
  });

  it('calls the same event again a duplicate, within a page and across pages', async () => {
    expect(await history().insert('reporting', [one!, one!, two!], 1)).toEqual(['new', 'duplicate', 'new']);
    expect(await history().insert('reporting', [two!, one!], 2)).toEqual(['duplicate', 'duplicate']);
    expect(await history().read('projects/P-1')).toHaveLength(2);
  });

  it('keeps what comes after a gap and fills it later', async () => {
    expect(await history().insert('reporting', [one!, three!], 1)).toEqual(['new', 'new']);
    expect((await history().read('projects/P-1')).map((event) => event.version)).toEqual([1, 3]);
    expect(await history().insert('reporting', [two!], 2)).toEqual(['new']);
    expect(await history().read('projects/P-1')).toEqual([one, two, three]);
  });

  it('calls another hash at the same version a fork and keeps the first', async () => {
    const [otherOne, otherTwo] = sampleHistory('projects/P-1', 2, 'other');
    await history().insert('reporting', [one!, two!], 1);
    expect(await history().insert('reporting', [otherOne!, otherTwo!], 2)).toEqual(['fork', 'fork']);
    expect(await history().read('projects/P-1')).toEqual([one, two]);
    expect(await history().offset('reporting')).toBe(2);
  });

  it('calls a broken prevhash a fork, before and behind', async () => {
    const other = sampleHistory('projects/P-1', 3, 'other');
    await history().insert('reporting', [one!], 1);
    expect(await history().insert('reporting', [other[1]!], 2)).toEqual(['fork']);
    await history().insert('reporting', [three!], 3);
    expect(await history().insert('reporting', [{ ...other[1]!, prevhash: one!.hash }], 4)).toEqual(['fork']);
    expect(await history().insert('reporting', [{ ...one!, stream: 'projects/P-2', prevhash: two!.hash }], 5)).toEqual([
      'fork',
    ]);
  });
};

const readsAndForgets = (history: () => History): void => {
  it('reads after a version, to a bound, and as known before an instant', async () => {
    const events = sampleHistory('laws/L-1', 5);
    await history().insert('reporting', events, 1);
    const versions = async (options: Parameters<History['read']>[1]) =>
      (await history().read('laws/L-1', options)).map((event) => event.version);
    expect(await versions({ after: 3 })).toEqual([4, 5]);
    expect(await versions({ after: 1, limit: 2 })).toEqual([2, 3]);
    expect(await versions({ knownBefore: '2026-03-03T09:00:00.000Z' })).toEqual([1, 2]);
    expect(await versions({ knownBefore: '2026-03-03T09:00:00.001Z' })).toEqual([1, 2, 3]);
  });

  it('reads many places at once, in the order asked, without what is not held', async () => {
    await history().insert('reporting', sampleHistory('laws/L-1', 5), 1);
    const second = sampleHistory('laws/L-2', 3);
    await history().insert('reporting', [second[0]!, second[2]!], 1);
    const found = await history().readSpans([
      { stream: 'laws/L-2', from: 1, to: 3 },
      { stream: 'laws/L-1', from: 2, to: 3 },
      { stream: 'laws/L-3', from: 1, to: 1 },
    ]);
    expect(found.map((events) => events.map(({ stream, version }) => `${stream}@${version}`))).toEqual([
      ['laws/L-2@1', 'laws/L-2@3'],
      ['laws/L-1@2', 'laws/L-1@3'],
      [],
    ]);
  });

  it('lists streams of a collection in order', async () => {
    for (const stream of ['projects/b', 'laws/a', 'projects/a', 'projects/c'] as const)
      await history().insert('reporting', sampleHistory(stream, 2), 1);
    expect(await history().streams('projects/')).toEqual(['projects/a', 'projects/b', 'projects/c']);
    expect(await history().streams('projects/', 'projects/a', 1)).toEqual(['projects/b']);
    expect(await history().streams('policies/')).toEqual([]);
  });

  it('starts empty in a new epoch', async () => {
    await history().startEpoch('reporting', 'e-1');
    await history().insert('reporting', sampleHistory('projects/P-1', 2), 9);
    expect(await history().epoch('reporting')).toBe('e-1');
    await history().startEpoch('reporting', 'e-2');
    expect(await history().epoch('reporting')).toBe('e-2');
    expect(await history().offset('reporting')).toBe(0);
    expect(await history().read('projects/P-1')).toEqual([]);
  });

  it('forgets one stream, so that a mended one can come again', async () => {
    await history().insert('reporting', [...sampleHistory('projects/P-1', 2), ...sampleHistory('projects/P-2', 1)], 1);
    await history().forget('projects/P-1');
    expect(await history().insert('reporting', sampleHistory('projects/P-1', 2, ''), 2)).toEqual(['new', 'new']);
    expect(await history().read('projects/P-2')).toHaveLength(1);
  });
};

const standsSeveral = (history: () => History, again: () => Promise<ReportingStore>): void => {
  it('calls each event new once, when several deliver the same at once', async () => {
    const other = await again();
    const events = [...sampleHistory('projects/P-1', 9), ...sampleHistory('laws/L-1', 9)];
    const deliveries = [history(), other.history, history()].map((one, index) =>
      one.insert('reporting', index === 1 ? [...events].reverse() : events, 1),
    );
    const verdicts = await Promise.all(deliveries);
    const news = verdicts.flat().filter((verdict) => verdict === 'new');
    expect(news).toHaveLength(events.length);
    expect(verdicts.flat().filter((verdict) => verdict === 'duplicate')).toHaveLength(2 * events.length);
    expect(await other.history.read('projects/P-1')).toEqual(events.slice(0, 9));
    await other.close();
  });

  it('takes a page with more streams than fit a question, with holes and with what is held already', async () => {
    const streams = Array.from({ length: 450 }, (_, index) => `projects/P-${index}` as const);
    const all = streams.flatMap((stream) => sampleHistory(stream, 4));
    const odd = all.filter(({ version }) => version % 2 === 1);
    expect(new Set(await history().insert('reporting', odd, 1))).toEqual(new Set(['new']));
    const verdicts = await history().insert('reporting', all, 2);
    expect(verdicts).toEqual(all.map(({ version }) => (version % 2 === 1 ? 'duplicate' : 'new')));
  });
};

/** What every history must do. */
export const historyContract = (name: string, make: () => ReportingSubject): void => {
  describe(`history: ${name}`, () => {
    let subject: ReportingSubject;
    let store: ReportingStore;
    const history = () => store.history;
    beforeEach(async () => {
      subject = make();
      store = await subject.open();
    });
    afterEach(async () => {
      await store.close();
      await subject.remove();
    });
    tellsNewFromOld(history);
    readsAndForgets(history);
    standsSeveral(history, () => subject.open());
  });
};
