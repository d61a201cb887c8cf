import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AnyRecordedEvent } from '@masar/contracts';
import { event } from '@masar/contracts';
import { openReportingStore, type ReportingStore } from '@masar/read-models';
import { recorded } from '../rehearsal/recorded.js';
import { EventIntake } from './event-intake.js';
import { HistoryLog } from './history-log.js';
import { OrderPages } from './order-pages.js';

const epoch = 'e-1';
const note = (text: string) => event('note.added.v1', { happenedOn: '2026-02-01', note: text, text });
const told = (text: string, stream: 'projects/P-1' | 'projects/P-2', ...facts: string[]) => ({
  stream,
  at: `2026-02-01T08:00:0${text}.000Z`,
  events: facts.map(note),
});
const story = recorded([
  told('1', 'projects/P-1', 'a', 'b'),
  told('2', 'projects/P-2', 'c'),
  told('3', 'projects/P-1', 'd'),
]);
const [a, b, c, d] = story as [AnyRecordedEvent, AnyRecordedEvent, AnyRecordedEvent, AnyRecordedEvent];
const placesOf = (events: readonly AnyRecordedEvent[]) => events.map(({ stream, version }) => `${stream}@${version}`);

let store: ReportingStore;
let held = epoch;
let puts = true;
let marks = 0;
const intake = () =>
  new EventIntake({
    models: store.readModels,
    history: store.history,
    truthEpoch: async () => held,
    mark: () => String((marks += 1)).padStart(6, '0'),
  });
const log = () => new HistoryLog(store.readModels, store.history, { puts: () => puts });
const readAll = async (from = 0) => {
  const page = await log().read(from, 100);
  return { places: placesOf(page.events.map((one) => one.event)), page };
};

beforeEach(async () => {
  store = await openReportingStore('sqlite::memory:');
  [held, puts] = [epoch, true];
});
afterEach(() => store.close());

describe('a log over what was delivered', () => {
  it('has one order, whoever kept what, and a commit has one place', async () => {
    await intake().keep({ events: [a, b], epoch });
    await intake().keep({ events: [c], epoch });
    await intake().keep({ events: [d], epoch });
    const { places, page } = await readAll();
    expect(places).toEqual(placesOf([a, b, c, d]));
    expect(page.events.map(({ offset }) => offset)).toEqual([1, 1, 2, 3]);
    expect(await log().end()).toBe(3);
    expect((await readAll(1)).places).toEqual(placesOf([c, d]));
  });

  it('is read by everybody, and grows by whoever puts in order alone', async () => {
    await intake().keep({ events: [a, b], epoch });
    puts = false;
    expect((await readAll()).places).toEqual([]);
    expect(await log().end()).toBe(1);
    puts = true;
    await readAll();
    puts = false;
    expect((await readAll()).places).toEqual(placesOf([a, b]));
  });

  it('puts the commits of a stream in the order of their versions, however they came', async () => {
    await intake().keep({ events: [d], epoch });
    await intake().keep({ events: [c], epoch });
    await intake().keep({ events: [a, b], epoch });
    expect((await readAll()).places).toEqual(placesOf([a, b, c, d]));
  });

  it('takes what comes again for what it is', async () => {
    await intake().keep({ events: [a, b], epoch });
    await readAll();
    expect(await intake().keep({ events: [a, b], epoch })).toBe(0);
    expect((await readAll()).places).toEqual(placesOf([a, b]));
    expect(await log().end()).toBe(1);
  });

  it('notes what was kept by a process that died before it could', async () => {
    await intake().meetEpoch();
    await store.history.insert('delivery', [a, b], 0);
    expect((await readAll()).places).toEqual([]);
    await intake().keep({ events: [a, b], epoch });
    expect((await readAll()).places).toEqual(placesOf([a, b]));
  });

  it('tells of an event that does not fit, beside what stands there', async () => {
    await intake().keep({ events: [a, b], epoch });
    const [other] = recorded([told('5', 'projects/P-1', 'x')]);
    await intake().keep({ events: [{ ...other!, version: 2, prevhash: a.hash }], epoch });
    const { places, page } = await readAll();
    expect(places).toEqual(placesOf([a, b]));
    expect(placesOf(page.forks!)).toEqual(['projects/P-1@2']);
  });

  it('cuts a page between commits, never inside one', async () => {
    await intake().keep({ events: story, epoch });
    const first = await log().read(0, 1);
    expect(placesOf(first.events.map((one) => one.event))).toEqual(placesOf([a, b]));
    expect(placesOf((await log().read(first.next, 1)).events.map((one) => one.event))).toEqual(placesOf([c]));
  });

  it('passes over what a store told before it was restored, and begins anew with what it tells since', async () => {
    await intake().keep({ events: [a, b], epoch });
    held = 'e-2';
    const one = intake();
    expect(await one.keep({ events: [c], epoch })).toBe(0);
    expect(await one.keep({ events: [a], epoch: 'e-2' })).toBe(1);
    expect(await log().epoch()).toBe('e-2');
    expect((await readAll()).places).toEqual(placesOf([a]));
    expect((await store.readModels.collections()).filter((name) => name.endsWith('@e-1'))).toEqual([]);
  });
});

describe('two that hold themselves for the one in charge', () => {
  it('cannot both add the next page', async () => {
    const pages = await Promise.all([1, 2].map(() => OrderPages.open(store.readModels, epoch, true)));
    const commit = { stream: a.stream, first: 1, last: 2, hash: b.hash };
    const added = await Promise.all(pages.map((one) => one.append([commit])));
    expect([...added].sort()).toEqual([false, true]);
    const late = pages[added.indexOf(false)]!;
    expect(await late.append([commit])).toBe(true);
    expect((await late.after(0, 10)).map(({ place }) => place)).toEqual([1, 2]);
  });
});
