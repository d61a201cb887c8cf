import type { AnyRecordedEvent, Instant } from '@masar/contracts';
import type { ReadModels, ReportingStore } from '@masar/read-models';
import {
  declareGeneration,
  firstGeneration,
  generation,
  shapes,
  type Projection as Name,
} from '../projector/generation.js';
import { Projection } from '../projector/projection.js';
import { CutHere, cutAfter } from './cut-models.js';
import { randomStory } from './random-story.js';
import { recorded } from './recorded.js';

const made = generation(firstGeneration);
const defaultZone = 'Africa/Cairo';
const nothing = { forks: [], broken: [] };

/** What is told: what was folded before, the page that is cut, and what arrives until it is folded again. */
export interface CutStory {
  readonly before: readonly AnyRecordedEvent[];
  readonly page: readonly AnyRecordedEvent[];
  readonly later: readonly AnyRecordedEvent[];
  readonly now: Instant;
}

/** The middle of a story is the page that is cut. */
export const cutStory = (seed: number, days: number): CutStory => {
  const events = recorded(randomStory(seed, { days, initiatives: 3 }));
  const [from, to] = [Math.floor(events.length * 0.5), Math.floor(events.length * 0.8)];
  const [before, page, later] = [events.slice(0, from), events.slice(from, to), events.slice(to)];
  return { before, page, later, now: '2026-03-09T09:00:00.000Z' };
};

/** How the page comes again: as it was, or together with what arrived meanwhile. */
export type Again = 'the same page' | 'a longer page';

/** Every document of reporting by its collection and id, with the fields it is found by; how often each was written is left out. */
export const documentsOf = async (models: ReadModels): Promise<ReadonlyMap<string, string>> => {
  const documents = new Map<string, string>();
  for (const name of (Object.keys(shapes) as Name[]).filter((one) => one !== 'page-in-hand'))
    for (const { id, fields, body } of await models.query<object>(made.of(name), { limit: 10_000 }))
      documents.set(`${name} ${id}`, JSON.stringify({ fields, body: withoutPaging(body) }));
  return documents;
};

/** How the events were paged shows in places and counts of pages alone. */
const withoutPaging = (body: object): object =>
  Object.fromEntries(Object.entries(body).filter(([field]) => field !== 'page' && field !== 'registry'));

/**
 * Folds a story with its middle page cut after so many writes, and folded again by a process that knows nothing of it.
 * Answers how many writes the page had come to; fewer than `most` when it was not cut at all.
 */
export const foldCut = async (
  { readModels: models, history }: Pick<ReportingStore, 'readModels' | 'history'>,
  { before, page, later, now }: CutStory,
  most: number,
  again: Again = 'the same page',
): Promise<number> => {
  await declareGeneration(models, made);
  await history.insert('delivery', [...before, ...page, ...later], 0);
  // As of a store that writes one after the other, whichever this is.
  const oneByOne = cutAfter(models, Infinity).models;
  const open = async (over: ReadModels) => {
    const projection = new Projection({ models: over, history, defaultZone }, made);
    await projection.load();
    return projection;
  };
  const [first, second, third] = [
    before.length,
    before.length + page.length,
    before.length + page.length + later.length,
  ];
  await (await open(oneByOne)).apply(before, nothing, first);
  const cut = cutAfter(models, most);
  const isCut = await (await open(cut.models)).apply(page, nothing, second).then(
    () => false,
    (fault: unknown) => {
      if (fault instanceof CutHere) return true;
      throw fault;
    },
  );
  const next = await open(oneByOne);
  const isToFold = next.state.offset < second;
  if (isCut && isToFold && again === 'a longer page') await next.apply([...page, ...later], nothing, third);
  else {
    if (isToFold) await next.apply(page, nothing, second);
    await next.apply(later, nothing, third);
  }
  await next.tick(now);
  return cut.written();
};

/** Names of documents that are not the same in both. */
export const differing = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): readonly string[] =>
  [...new Set([...some.keys(), ...others.keys()])].filter((name) => some.get(name) !== others.get(name));
