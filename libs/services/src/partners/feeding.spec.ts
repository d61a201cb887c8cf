import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StreamName } from '@masar/contracts';
import { openEventStore, type EventStore } from '@masar/event-store';
import { Feeding } from './feeding.js';
import { beginProgramme, evidence, offer, openProcess, type PartnersProcess } from './testing/partners-in-memory.js';

let store: EventStore;
beforeEach(async () => {
  store = await openEventStore('sqlite::memory:', { clock: { kind: 'fixed', at: '2026-06-01T09:00:00.000Z' } });
});
afterEach(() => store.close());

const open = () => openProcess(store);

const faults: unknown[] = [];
const feeding = ({ partners }: PartnersProcess): Feeding => new Feeding(partners, (fault) => void faults.push(fault));

const confirm = async (process: PartnersProcess) => {
  await offer(process, 'c-1');
  const { give } = process;
  await give('commitments/c-1', 'AcceptCommitment', { on: '2026-03-04' });
  await give('commitments/c-1', 'ReportCommitment', { on: '2026-04-26', evidence });
  return give('commitments/c-1', 'ConfirmCommitment', { on: '2026-05-11' });
};
const typesOf = async (stream: StreamName) => (await store.read(stream)).map(({ type }) => type);
const last = async (stream: StreamName) => (await store.read(stream)).at(-1)!;

describe('a confirmed commitment', () => {
  it('reaches its milestone once, with its evidence, and says what led to it', async () => {
    const process = await open();
    await beginProgramme(process);
    const telling = feeding(process);
    const { position } = await confirm(process);
    await telling.settled();
    expect(await last('projects/P-1')).toMatchObject({
      type: 'milestone.reached.v1',
      actor: 'admin',
      causationId: position,
      data: { happenedOn: '2026-05-11', milestone: 'sites', evidence },
    });
    expect(await last('commitments/c-1')).toMatchObject({
      type: 'commitment.milestone-fed.v1',
      causationId: position,
      partitionKey: 'projects/P-1',
      data: { happenedOn: '2026-05-11', milestone: 'sites', outcome: 'reached' },
    });
    telling.onApplicationBootstrap();
    telling.readAgain();
    await telling.settled();
    expect((await typesOf('projects/P-1')).filter((type) => type === 'milestone.reached.v1')).toHaveLength(1);
    expect(await typesOf('commitments/c-1')).toHaveLength(5);
  });

  it('is told by the next process where one ended in between: the reach that was given counts, its answer is kept', async () => {
    const killed = await open();
    await beginProgramme(killed);
    const { bus } = killed.partners.around;
    const run = bus.run.bind(bus);
    bus.run = (stream, command, meta) =>
      command.type === 'RecordFeeding' ? new Promise(() => undefined) : run(stream, command, meta);
    feeding(killed);
    await confirm(killed);
    for (let tried = 0; tried < 100 && (await last('projects/P-1')).type !== 'milestone.reached.v1'; tried += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await last('commitments/c-1')).type).toBe('commitment.confirmed.v1');
    const next = feeding(await open());
    next.onApplicationBootstrap();
    await next.settled();
    expect((await last('commitments/c-1')).data).toMatchObject({ outcome: 'reached' });
    expect((await typesOf('projects/P-1')).filter((type) => type === 'milestone.reached.v1')).toHaveLength(1);
  });

  it('is told by the next process where one ended before it could', async () => {
    const killed = await open();
    await beginProgramme(killed);
    const { position } = await confirm(killed);
    const next = feeding(await open());
    next.onApplicationBootstrap();
    await next.settled();
    expect((await last('projects/P-1')).causationId).toBe(position);
    expect((await last('commitments/c-1')).type).toBe('commitment.milestone-fed.v1');
  });

  it('is told once by two processes at the same time', async () => {
    const [one, two] = [await open(), await open()];
    await beginProgramme(one);
    await confirm(one);
    const both = [feeding(one), feeding(two)];
    for (const telling of both) telling.onApplicationBootstrap();
    await Promise.all(both.map((telling) => telling.settled()));
    expect((await typesOf('projects/P-1')).filter((type) => type === 'milestone.reached.v1')).toHaveLength(1);
    expect((await typesOf('commitments/c-1')).filter((type) => type.includes('fed'))).toHaveLength(1);
  });

  it('is answered no where the milestone was reached before; the no is kept and not asked for again', async () => {
    const process = await open();
    await beginProgramme(process);
    const telling = feeding(process);
    const offered = confirm(process);
    await process.give('projects/P-1', 'ReachMilestone', { milestone: 'sites', on: '2026-05-02' });
    await offered;
    await telling.settled();
    expect((await last('commitments/c-1')).data).toMatchObject({
      outcome: 'refused',
      code: 'milestone/already-reached',
    });
    await process.give('projects/P-1', 'ReopenMilestone', { milestone: 'sites', on: '2026-05-11', reason: 'x' });
    telling.readAgain();
    await telling.settled();
    expect((await last('projects/P-1')).type).toBe('milestone.reopened.v1');
  });

  it('is tried again when the store could not be asked', async () => {
    const process = await open();
    await beginProgramme(process);
    const { bus } = process.partners.around;
    const run = bus.run.bind(bus);
    let away = true;
    bus.run = (stream, command, meta) =>
      away && command.type === 'ReachMilestone' ? Promise.reject(new Error('away')) : run(stream, command, meta);
    const telling = feeding(process);
    await confirm(process);
    await telling.settled();
    expect(faults.map(String)).toEqual(['Error: away']);
    expect((await last('projects/P-1')).type).toBe('milestone.planned.v1');
    away = false;
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await telling.settled();
    expect((await last('projects/P-1')).type).toBe('milestone.reached.v1');
    await telling.beforeApplicationShutdown();
  });
});
