import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StreamName } from '@masar/contracts';
import { openEventBroker, type EventBroker } from '@masar/event-log';
import { topicsOfItsOwn } from '@masar/event-log/testing';
import type { EventStore } from '@masar/event-store';
import { mongoSubject, sampleMeta } from '@masar/event-store/contract';
import { openReportingStore } from '@masar/read-models';
import { mongoReportingSubject } from '@masar/read-models/contract';
import { kafkaForTests, mongoForTests, spawnKillable } from '@masar/testing';
import { shareOver } from './cluster/open-shared.js';
import { HistoryLog } from './delivery/history-log.js';
import { Reader } from './queries/reader.js';
import { questionsOf } from './rehearsal/answers.js';
import { randomStory } from './rehearsal/random-story.js';

const [kafka, mongo] = [await kafkaForTests(), await mongoForTests()];
const whenThere = kafka.url === undefined || mongo.url === undefined ? describe.skip : describe;
const stopping = fileURLToPath(new URL('./rehearsal/stopping-process.ts', import.meta.url));
const zone = 'Africa/Cairo';
const story = randomStory(3, { days: 10, initiatives: 3 });
const streams = [...new Set(story.map(({ stream }) => stream))].filter((stream) => stream.startsWith('projects/'));
const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

whenThere('a reporting process of a cluster, killed', () => {
  let subject: ReturnType<typeof mongoSubject>;
  let truth: EventStore;
  let kafkaUrl: string;
  let broker: EventBroker;

  beforeEach(async () => {
    subject = mongoSubject(mongo.url!);
    truth = await subject.open();
    kafkaUrl = topicsOfItsOwn(kafka.url!);
    broker = await openEventBroker(kafkaUrl);
    await broker.assertTopics();
    const heads = new Map<StreamName, number>();
    for (const [index, { stream, events }] of story.entries()) {
      const expectedVersion = heads.get(stream) ?? 0;
      await truth.append({ stream, expectedVersion, events, meta: sampleMeta(`c-${index}`) });
      heads.set(stream, expectedVersion + events.length);
    }
    broker.relay(truth.pending!).start();
  });
  afterEach(async () => {
    await broker.close();
    await truth.close();
    await subject.remove();
  });

  /** What is read once everything is folded by a process that has `documents` for itself. */
  const answersOver = async (documents: string): Promise<readonly string[]> => {
    const [store, own] = [await openReportingStore(documents), await openEventBroker(kafkaUrl)];
    const { readModels: models, history } = store;
    const ports = { store, truth: Object.assign(truth, { pending: truth.pending! }), broker: own, defaultZone: zone };
    const share = await shareOver(ports, () => undefined);
    for (const stream of new Set(story.map((told) => told.stream))) {
      const { version } = (await truth.head(stream))!;
      while ((await share.projector.reach(stream, version, 5_000)).state !== 'level') await rest(50);
    }
    while (!share.projector.isWriting) await rest(50);
    const now = '2026-12-20T09:00:00.000Z';
    await share.projector.tick(now);
    expect(await share.projector.parked()).toEqual([]);
    const reader = new Reader({ log: new HistoryLog(models, history), models, history, defaultZone: zone });
    const answers: string[] = [];
    for (const question of questionsOf(streams)) {
      const answer = reader.ask({ ...question, now } as never).then((bytes) => new TextDecoder().decode(bytes));
      answers.push(await answer.catch((refusal: { code?: string }) => `refused ${refusal.code ?? String(refusal)}`));
    }
    await share.close();
    await own.close();
    await store.close();
    return answers;
  };

  it.each([
    ['after history, before the broker is told', 'history'],
    ['after the arrivals are noted, before the broker is told', 'arrivals'],
    ['after a page has its place in the order, before its arrivals are let go', 'order'],
    ['after a page is kept, before its first document is written', 'page-in-hand'],
    ['between two documents of a page', 'documents'],
  ])(
    '%s: the next one goes on, and everybody reads what an undisturbed one reads',
    async (_when, point) => {
      const [killed, quiet] = [mongoReportingSubject(mongo.url!), mongoReportingSubject(mongo.url!)];
      const child = spawnKillable(stopping, [kafkaUrl, subject.url, killed.url, point]);
      await child.printed(1);
      await child.kill();
      const answers = await answersOver(killed.url);
      expect(answers).toEqual(await answersOver(quiet.url));
      expect(answers.filter((answer) => answer.startsWith('refused'))).toEqual([]);
      await killed.remove();
      await quiet.remove();
    },
    120_000,
  );
});
