import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createCommandHandler, type CommandHandler } from './command-handler.js';
import { sampleAppend, sampleMeta } from './contract/sample-events.js';
import { tallyDecider } from './contract/tally-decider.js';
import { openEventStore } from './open.js';
import type { EventStore } from './port.js';

const stream = 'projects/P-1';

describe('one command handler for everything', () => {
  let store: EventStore;
  let handler: CommandHandler;
  /** Commits behind the handler's back, as another process does. */
  const elsewhere = async (expectedVersion: number, commandId: string, more = {}) =>
    expect(await store.append(sampleAppend(stream, expectedVersion, commandId, more))).toMatchObject({
      outcome: 'committed',
    });
  const add = (count: number, commandId: string, meta = {}, run = {}) =>
    handler.run(tallyDecider, stream, { add: count }, sampleMeta(commandId, meta), run);

  beforeEach(async () => {
    store = await openEventStore('sqlite::memory:');
    handler = createCommandHandler(store);
  });
  afterEach(() => store.close());

  it('decides, commits and answers version, position and what the command said', async () => {
    expect(await add(2, 'c-1', { answer: { id: 'm-1' } })).toMatchObject({
      version: 2,
      position: 'projects/P-1@2',
      replayed: false,
      id: 'm-1',
      answer: { id: 'm-1' },
      events: [{ version: 1 }, { version: 2 }],
    });
    expect(await handler.current(tallyDecider, stream)).toMatchObject({ version: 2, state: { count: 2 } });
  });

  describe('a resend', () => {
    it('gets the first answer, from a cold handler too', async () => {
      const first = await add(2, 'c-1', { answer: { id: 'm-1' } });
      await add(1, 'c-2');
      for (const again of [handler, createCommandHandler(store)]) {
        const answer = await again.run(
          tallyDecider,
          stream,
          { add: 2 },
          sampleMeta('c-1', { answer: { id: 'other' } }),
        );
        expect(answer).toEqual({ ...first, replayed: true, events: [] });
      }
      expect(await store.head(stream)).toMatchObject({ version: 3 });
    });

    it('is answered before If-Match, before create and before anything is decided', async () => {
      await add(2, 'c-1');
      await add(1, 'c-2');
      expect(await add(2, 'c-1', {}, { ifMatch: 0 })).toMatchObject({ version: 2, replayed: true });
      expect(await add(2, 'c-1', {}, { create: 'must-be-new' })).toMatchObject({ version: 2, replayed: true });
      const refused = handler.run(tallyDecider, stream, { add: 2, atMost: 2 }, sampleMeta('c-1'));
      expect(await refused).toMatchObject({ version: 2, replayed: true });
    });

    it('with another body is refused', async () => {
      await add(2, 'c-1');
      await expect(add(2, 'c-1', { digest: 'another' })).rejects.toMatchObject({ code: 'idempotency/key-reused' });
    });

    it('sent twice at once is committed once', async () => {
      const answers = await Promise.all([add(2, 'c-1'), add(2, 'c-1'), add(2, 'c-1')]);
      expect(answers.map(({ version }) => version)).toEqual([2, 2, 2]);
      expect(answers.map(({ replayed }) => replayed)).toEqual([false, true, true]);
    });

    it('that another process committed meanwhile is a resend and no refusal', async () => {
      await add(1, 'c-0');
      await elsewhere(1, 'c-1', { facts: 2 });
      const answer = await handler.run(tallyDecider, stream, { add: 2, atMost: 1 }, sampleMeta('c-1'));
      expect(answer).toMatchObject({ version: 3, replayed: true });
    });

    it('of a refused command is decided again', async () => {
      const meta = sampleMeta('c-1');
      await expect(handler.run(tallyDecider, stream, { add: 1, atMost: 0 }, meta)).rejects.toMatchObject({
        code: 'milestone/already-reached',
      });
      expect(await handler.run(tallyDecider, stream, { add: 1 }, meta)).toMatchObject({ version: 1, replayed: false });
    });
  });

  describe('two writers', () => {
    it('without If-Match the slower one is decided again on what the faster one left', async () => {
      await add(1, 'c-0');
      await elsewhere(1, 'x-1');
      expect(await add(1, 'c-1')).toMatchObject({ version: 3 });
      expect(await handler.current(tallyDecider, stream)).toMatchObject({ state: { count: 3 } });
    });

    it('with If-Match the slower one gets version/conflict', async () => {
      await add(1, 'c-0');
      await elsewhere(1, 'x-1');
      await expect(add(1, 'c-1', {}, { ifMatch: 1 })).rejects.toMatchObject({ code: 'version/conflict' });
      expect(await add(1, 'c-1', {}, { ifMatch: 2 })).toMatchObject({ version: 3 });
    });

    it('a version that only the store knows is no 412', async () => {
      await add(1, 'c-0');
      await elsewhere(1, 'x-1');
      expect(await add(1, 'c-1', {}, { ifMatch: 2 })).toMatchObject({ version: 3 });
    });

    it('of many at one version one wins, the others are retried or refused as asked', async () => {
      await add(1, 'c-0');
      const asked = Array.from({ length: 8 }, (_, index) => add(1, `c-${index + 1}`, {}, { ifMatch: 1 }));
      const settled = await Promise.allSettled(asked);
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const two = createCommandHandler(store);
      const mixed = Array.from({ length: 40 }, (_, index) =>
        (index % 2 ? handler : two).run(tallyDecider, stream, { add: 1 }, sampleMeta(`d-${index}`)),
      );
      const versions = (await Promise.all(mixed)).map(({ version }) => version).sort((a, b) => a - b);
      expect(versions).toEqual(Array.from({ length: 40 }, (_, index) => index + 3));
    });

    it('gives up after so many attempts', async () => {
      const hasty = createCommandHandler(store, { attempts: 3 });
      let version = 0;
      const overtaken = hasty.run(
        tallyDecider,
        stream,
        async () => {
          await elsewhere(version, `x-${(version += 1)}`);
          return { add: 1 };
        },
        sampleMeta('c-1'),
      );
      await expect(overtaken).rejects.toMatchObject({ code: 'version/conflict' });
      expect(version).toBe(3);
    });
  });

  describe('before a "no"', () => {
    it('a refusal rests on the head of the store, not on what was cached', async () => {
      await add(3, 'c-0');
      const command = ({ state }: { state: { count: number } }) => ({ add: 1, atMost: state.count === 3 ? 3 : 100 });
      await elsewhere(3, 'x-1');
      expect(await handler.run(tallyDecider, stream, command, sampleMeta('c-1'))).toMatchObject({ version: 5 });
    });

    it('no change is answered with the version of the store, and not remembered', async () => {
      await add(1, 'c-0');
      await elsewhere(1, 'x-1');
      expect(await add(0, 'c-1', { answer: { id: 'same' } })).toMatchObject({
        version: 2,
        replayed: false,
        id: 'same',
        events: [],
      });
      expect(await store.find(stream, 'c-1')).toBeUndefined();
    });

    it('refuses what must be new and is not, what must exist and does not', async () => {
      await expect(add(1, 'c-1', {}, { create: 'must-exist' })).rejects.toMatchObject({ code: 'stream/not-found' });
      await add(1, 'c-2', {}, { create: 'must-be-new' });
      await expect(add(1, 'c-3', {}, { create: 'must-be-new' })).rejects.toMatchObject({ code: 'stream/exists' });
      await elsewhere(1, 'x-1');
      expect(await add(1, 'c-4', {}, { create: 'must-exist' })).toMatchObject({ version: 3 });
    });
  });

  it('refuses an import that is older than what the stream knows', async () => {
    await add(1, 'c-1', { knownAt: '2022-03-31T21:59:59.999Z' });
    const older = add(1, 'c-2', { knownAt: '2021-03-31T21:59:59.999Z' });
    await expect(older).rejects.toMatchObject({
      code: 'import/older-than-known',
      details: { held: '2022-03-31T21:59:59.999Z' },
    });
  });

  it('commits several commands on one stream together, or none of them', async () => {
    const steps = [
      { command: { add: 2 }, answer: { id: 'a' } },
      { command: { add: 0 } },
      { command: ({ state }: { state: { count: number } }) => ({ add: state.count }) },
    ];
    const answer = await handler.runTogether(tallyDecider, stream, steps, sampleMeta('c-1'));
    const versions = [
      { version: 2, answer: { id: 'a' } },
      { version: 2, answer: {} },
      { version: 4, answer: {} },
    ];
    expect(answer).toMatchObject({ version: 4, steps: versions });
    expect(await handler.runTogether(tallyDecider, stream, steps, sampleMeta('c-1'))).toMatchObject({
      replayed: true,
      steps: versions,
    });
    const refused = handler.runTogether(
      tallyDecider,
      stream,
      [{ command: { add: 1 } }, { command: { add: 1, atMost: 5 } }],
      sampleMeta('c-2'),
    );
    await expect(refused).rejects.toMatchObject({ code: 'milestone/already-reached' });
    expect(await store.head(stream)).toMatchObject({ version: 4 });
  });

  it('folds a long stream from a snapshot and forgets states beyond its bound', async () => {
    const small = createCommandHandler(store, { snapshotEvery: 10, cachedStates: 1 });
    for (let index = 0; index < 5; index += 1)
      await small.run(tallyDecider, stream, { add: 5 }, sampleMeta(`c-${index}`));
    await small.run(tallyDecider, 'projects/P-2', { add: 1 }, sampleMeta('c-1'));
    expect(await store.snapshots.get(stream, 'tally@1')).toMatchObject({ version: 20, state: { count: 20 } });
    expect(await small.current(tallyDecider, stream)).toMatchObject({ version: 25, state: { count: 25 } });
    const renamed = { ...tallyDecider, version: 2 };
    expect(await small.current(renamed, stream)).toMatchObject({ version: 25, state: { count: 25 } });
  });
});
