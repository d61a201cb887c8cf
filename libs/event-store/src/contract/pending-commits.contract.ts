import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore } from '../port.js';
import type { PendingCommits, PendingPage } from '../pending-port.js';
import type { EventStoreSubject } from './event-store.contract.js';
import { republish } from '../republish.js';
import { sampleAppend } from './sample-events.js';

const placesOf = ({ commits }: PendingPage): string[] =>
  commits.map(({ stream, first, last }) => `${stream}@${first}-${last}`);

const givesWhatIsPending = (store: () => EventStore, pending: () => PendingCommits): void => {
  it('holds every commit with its events until its mark is unset', async () => {
    await store().append(sampleAppend('projects/P-1', 0, 'c-1', { facts: 2 }));
    await store().append(sampleAppend('laws/L-1', 0, 'c-1'));
    await store().append(sampleAppend('projects/P-1', 2, 'c-2'));
    const page = await pending().page();
    expect(placesOf(page)).toEqual(expect.arrayContaining(['projects/P-1@1-2', 'laws/L-1@1-1', 'projects/P-1@3-3']));
    expect(page.full).toBe(false);
    const events = page.commits.flatMap((commit) => commit.events).filter(({ stream }) => stream === 'projects/P-1');
    expect(events).toEqual(await store().read('projects/P-1'));
    await pending().unset(page.commits.slice(0, 2).map(({ mark }) => mark));
    expect(placesOf(await pending().page())).toEqual(placesOf(page).slice(2));
    expect(await pending().count(10)).toBe(1);
    await pending().unset(page.commits.map(({ mark }) => mark));
    expect(await pending().page()).toMatchObject({ commits: [], full: false });
    expect(await store().read('projects/P-1')).toHaveLength(3);
  });

  it('keeps the order of versions within a stream, even when the clock goes back', async () => {
    store().setClock({ kind: 'fixed', at: '2026-03-02T09:00:00.000Z' });
    for (const version of [0, 1, 2]) await store().append(sampleAppend('projects/P-1', version, `c-${version}`));
    store().setClock({ kind: 'fixed', at: '2026-03-01T09:00:00.000Z' });
    for (const version of [3, 4]) await store().append(sampleAppend('projects/P-1', version, `c-${version}`));
    await store().append(sampleAppend('projects/P-2', 0, 'c-1'));
    const mine = placesOf(await pending().page()).filter((place) => place.startsWith('projects/P-1'));
    expect(mine).toEqual([1, 2, 3, 4, 5].map((version) => `projects/P-1@${version}-${version}`));
  });

  it('says for each stream of a page where its pending commits begin', async () => {
    for (const version of [0, 1, 2]) await store().append(sampleAppend('projects/P-1', version, `c-${version}`));
    await store().append(sampleAppend('projects/P-2', 0, 'c-1'));
    const before = await pending().page();
    expect(before.earliest).toEqual(
      new Map([
        ['projects/P-1', 1],
        ['projects/P-2', 1],
      ]),
    );
    await pending().unset(before.commits.filter(({ first }) => first === 1).map(({ mark }) => mark));
    expect((await pending().page()).earliest).toEqual(new Map([['projects/P-1', 2]]));
  });

  it('ends a page at so many commits or events, and always holds one', async () => {
    for (const stream of ['a', 'b', 'c']) await store().append(sampleAppend(`laws/${stream}`, 0, 'c-1', { facts: 4 }));
    expect(await pending().page({ commits: 2 })).toMatchObject({ full: true, commits: { length: 2 } });
    expect(await pending().page({ events: 9 })).toMatchObject({ full: true, commits: { length: 2 } });
    expect(await pending().page({ events: 1 })).toMatchObject({ full: true, commits: { length: 1 } });
    expect(await pending().count(2)).toBe(2);
    const others = await pending().page({ commits: 1, passOver: ['laws/a', 'laws/c'] });
    expect(placesOf(others)).toEqual(['laws/b@1-4']);
  });
};

const marksAgain = (store: () => EventStore, pending: () => PendingCommits): void => {
  const drain = async (): Promise<string[]> => {
    const places: string[] = [];
    for (;;) {
      const page = await pending().page();
      if (page.commits.length === 0) return places;
      places.push(...placesOf(page));
      await pending().unset(page.commits.map(({ mark }) => mark));
    }
  };
  const twoStreams = async () => {
    for (const stream of ['projects/P-1', 'projects/P-10'] as const)
      for (const version of [0, 2, 4])
        await store().append(sampleAppend(stream, version, `c-${version}`, { facts: 2 }));
  };

  it('marks a stream again, however often asked, in order of version and no other stream', async () => {
    await twoStreams();
    await drain();
    let hints = 0;
    pending().onCommitted(() => (hints += 1));
    for (let times = 0; times < 2; times += 1)
      expect(await pending().markAgain('projects/P-1')).toEqual({ commits: 3 });
    expect(hints).toBeGreaterThan(0);
    expect((await pending().page()).earliest).toEqual(new Map([['projects/P-1', 1]]));
    expect(await drain()).toEqual([1, 3, 5].map((first) => `projects/P-1@${first}-${first + 1}`));
    expect(await pending().markAgain('projects/P-404')).toEqual({ commits: 0 });
  });

  it('sorts what is marked again before what was committed since', async () => {
    await twoStreams();
    await drain();
    await store().append(sampleAppend('projects/P-1', 6, 'c-6'));
    await pending().markAgain('projects/P-1');
    await store().append(sampleAppend('projects/P-1', 7, 'c-7'));
    expect(await drain()).toEqual(['1-2', '3-4', '5-6', '7-7', '8-8'].map((place) => `projects/P-1@${place}`));
  });

  it('marks everything step by step, and goes on where it was stopped', async () => {
    const crowded = Array.from({ length: 1003 }, (_, version) => version);
    await twoStreams();
    for (const version of crowded) await store().append(sampleAppend('laws/L-1', version, `c-${version}`));
    await drain();
    const steps: number[] = [];
    const stopped = new AbortController();
    const resume: string[] = [];
    const stopping = republish(pending(), undefined, {
      signal: stopped.signal,
      onStep: (_, next) => {
        resume.push(next!);
        stopped.abort();
      },
    });
    await expect(stopping).rejects.toThrow();
    expect(await pending().count(5000)).toBe(1000);
    const onStep = (commits: number) => void steps.push(commits);
    expect(await republish(pending(), undefined, { after: resume[0]!, onStep })).toBe(9);
    expect(steps).toEqual([9]);
    const places = await drain();
    expect(new Set(places).size).toBe(1009);
    expect(places.filter((place) => place.startsWith('laws/'))).toEqual(
      crowded.map((version) => `laws/L-1@${version + 1}-${version + 1}`),
    );
  }, 60_000);
};

const hintsAndLeases = (store: () => EventStore, pending: () => PendingCommits): void => {
  it('hints at what was committed, until told to stop, and never at what was not', async () => {
    let hints = 0;
    const stop = pending().onCommitted(() => (hints += 1));
    await store().append(sampleAppend('projects/P-1', 0, 'c-1'));
    await store().append(sampleAppend('projects/P-1', 0, 'c-2'));
    expect(hints).toBe(1);
    stop();
    await store().append(sampleAppend('projects/P-1', 1, 'c-3'));
    expect(hints).toBe(1);
  });

  it('gives the lease to one at a time', async () => {
    const asked = ['one', 'two', 'three'].map((holder) => pending().takeLease(holder, 60_000));
    const answers = await Promise.all(asked);
    expect(answers.filter((taken) => taken)).toHaveLength(1);
    const holder = ['one', 'two', 'three'][answers.indexOf(true)]!;
    expect(await pending().takeLease(holder, 60_000)).toBe(true);
    await pending().endLease('four');
    expect(await pending().takeLease('four', 60_000)).toBe(false);
    await pending().endLease(holder);
    expect(await pending().takeLease('four', 1)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await pending().takeLease('five', 60_000)).toBe(true);
  });

  it('knows the epoch of its store', async () => {
    expect(await pending().epoch()).toBe(await store().epoch());
  });
};

/** What a store must do whose log is elsewhere. */
export const pendingCommitsContract = (name: string, make: () => EventStoreSubject): void => {
  describe(`pending commits: ${name}`, () => {
    let subject: EventStoreSubject;
    let opened: EventStore;
    const store = () => opened;
    const pending = () => opened.pending!;
    beforeEach(async () => {
      subject = make();
      opened = await subject.open();
    });
    afterEach(async () => {
      await opened.close();
      await subject.remove();
    });
    givesWhatIsPending(store, pending);
    marksAgain(store, pending);
    hintsAndLeases(store, pending);
  });
};
