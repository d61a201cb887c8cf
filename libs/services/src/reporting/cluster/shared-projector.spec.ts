import { setTimeout as rest } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PortfolioPage } from '@masar/contracts';
import { openReportingStore } from '@masar/read-models';
import { temporaryFolder, type TemporaryFolder } from '@masar/testing';
import { HistoryLog } from '../delivery/history-log.js';
import { Projector } from '../projector/projector.js';
import { randomStory } from '../rehearsal/random-story.js';
import { recorded } from '../rehearsal/recorded.js';
import { Participant } from '../rehearsal/shared-room.js';
import { writerOf } from '../rehearsal/run-shared.js';

const epoch = 'e-1';
const now = '2026-03-09T09:00:00.000Z';
const events = recorded(randomStory(2));
const half = Math.floor(events.length / 2);

let folder: TemporaryFolder;
let url: string;
beforeEach(() => {
  folder = temporaryFolder();
  url = `sqlite:${folder.file('views.db')}`;
});
afterEach(() => folder.remove());

/** One that had lost its turn in the middle of a rebuild and switches readers to what it built. */
const rebuildAside = async (): Promise<string> => {
  const store = await openReportingStore(url);
  const { readModels: models, history } = store;
  const never = () => Promise.reject(new Error('nothing is delivered again here'));
  const log = new HistoryLog(models, history);
  const other = new Projector({
    models,
    history,
    log,
    defaultZone: 'Africa/Cairo',
    redelivery: { again: never, anew: never },
  });
  await other.start();
  const { generation } = await other.rebuild(now);
  await other.stop();
  await store.close();
  return generation;
};

describe('the process whose turn it is', () => {
  it('takes up what readers were switched to behind its back', async () => {
    const writer = await Participant.open(url, 'writer', async () => epoch);
    await writer.keep(events.slice(0, half), epoch);
    await (await writerOf([writer])).projector.level(5_000);
    expect(await rebuildAside()).toMatch(/\.2$/);
    await writer.keep(events.slice(half), epoch);
    // The first looks may still be at what it is about to let go of; a store in this process leaves its turns no time by itself.
    for (let behind = 1; behind > 0; await rest(20)) behind = await writer.projector.level(200);
    await (await writerOf([writer])).projector.tick(now);
    const page = JSON.parse(await writer.text({ ask: 'portfolio', limit: 500 }, now)) as PortfolioPage;
    expect(page.items.length).toBeGreaterThan(0);
    await writer.close();
  });

  it('says what it is asked for as well as those whose turn it is not', async () => {
    const both = await Promise.all(['a', 'b'].map((name) => Participant.open(url, name, async () => epoch)));
    await both[1]!.keep(events, epoch);
    const last = events.findLast(({ stream }) => stream.startsWith('projects/'))!;
    for (const { projector } of both) {
      expect(await projector.reach(last.stream, last.version, 10_000)).toEqual({ state: 'level', missing: 0 });
      expect(await projector.level(10_000)).toBe(0);
      expect(await projector.parked()).toEqual([]);
      expect((await projector.rebuild(now)).events).toBe(events.length);
      expect(await projector.reach(last.stream, last.version + 1, 50)).toEqual({ state: 'behind', missing: 1 });
    }
    const [one, other] = await Promise.all(both.map(({ projector }) => projector.status()));
    expect(one!.rows).toBe(other!.rows);
    await Promise.all(both.map((participant) => participant.close()));
  });
});
