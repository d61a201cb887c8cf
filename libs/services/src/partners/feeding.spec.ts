import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StreamName } from '@masar/contracts';
import { openEventStore, type EventStore } from '@masar/event-store';
import { Feeding } from './feeding.js';
import {
  administrator,
  beginProgramme,
  evidence,
  offer,
  openProcess,
  type PartnersProcess,
} from './testing/partners-in-memory.js';
import { TriedAgain } from './tried-again.js';

let store: EventStore;
let faults: unknown[];
beforeEach(async () => {
  faults = [];
  store = await openEventStore('sqlite::memory:', { clock: { kind: 'fixed', at: '2026-06-01T09:00:00.000Z' } });
});
afterEach(() => store.close());

const open = () => openProcess(store);

const feeding = ({ partners }: PartnersProcess, due?: ConstructorParameters<typeof Feeding>[2]): Feeding =>
  new Feeding(partners, (fault) => void faults.push(fault), due);

type Commitment = 'c-1' | 'c-2';
const report = async (process: PartnersProcess, id: Commitment, fields: object = {}) => {
  await offer(process, id, fields);
  const { give } = process;
  await give(`commitments/${id}`, 'AcceptCommitment', { on: '2026-03-04' });
  await give(`commitments/${id}`, 'ReportCommitment', { on: '2026-04-26', evidence });
};
const confirm = async (process: PartnersProcess, id: Commitment = 'c-1', fields: object = {}) => {
  await report(process, id, fields);
  return process.give(`commitments/${id}`, 'ConfirmCommitment', { on: '2026-05-11' });
};
const until = async (isSo: () => boolean | Promise<boolean>) => {
  for (const end = Date.now() + 20_000; !(await isSo());) {
    if (Date.now() > end) throw new Error('not in time');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
/** The store cannot be asked to reach some milestones; answers which it was asked to, in order. */
const awayFor = ({ bus }: PartnersProcess, isAway: (milestone: unknown) => boolean): unknown[] => {
  const run = bus.run.bind(bus);
  const asked: unknown[] = [];
  bus.run = (stream, command, meta) => {
    if (command.type !== 'ReachMilestone') return run(stream, command, meta);
    asked.push(command['milestone']);
    return isAway(command['milestone']) ? Promise.reject(new Error('away')) : run(stream, command, meta);
  };
  return asked;
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
    await until(async () => (await last('projects/P-1')).type === 'milestone.reached.v1');
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
    await report(process, 'c-1');
    await process.give('projects/P-1', 'ReachMilestone', { milestone: 'sites', on: '2026-05-02' });
    await process.give('commitments/c-1', 'ConfirmCommitment', { on: '2026-05-11' });
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

  it('is told whatever keys people give their own commands', async () => {
    const process = await open();
    await beginProgramme(process);
    const plan = { type: 'PlanMilestone', milestone: 'mine', title: { en: 'Mine' }, target: '2026-06-01' };
    const taken = { actor: administrator, key: 'reach/commitments/c-1@4' };
    await process.bus.run('projects/P-1', plan, taken);
    const telling = feeding(process);
    const { position } = await confirm(process);
    expect(position).toBe('commitments/c-1@4');
    await telling.settled();
    expect((await last('commitments/c-1')).data).toMatchObject({ outcome: 'reached' });
    expect((await last('projects/P-1')).type).toBe('milestone.reached.v1');
  });

  it('is tried again when the store could not be asked', async () => {
    const process = await open();
    await beginProgramme(process);
    const asked = awayFor(process, () => faults.length < 2);
    const telling = feeding(process, new TriedAgain({ shortestMs: 1, longestMs: 2 }));
    await confirm(process);
    await until(async () => (await last('commitments/c-1')).type === 'commitment.milestone-fed.v1');
    expect(faults.map(String)).toEqual(['Error: away', 'Error: away']);
    expect(asked).toEqual(['sites', 'sites', 'sites']);
    expect((await last('projects/P-1')).type).toBe('milestone.reached.v1');
    await telling.beforeApplicationShutdown();
  });

  it('that cannot be told yet holds up no other, and is not hurried by one', async () => {
    const process = await open();
    await beginProgramme(process);
    const title = { en: 'Roofs' };
    await process.give('projects/P-1', 'PlanMilestone', { milestone: 'roofs', title, target: '2026-05-01' });
    const asked = awayFor(process, (milestone) => milestone === 'sites');
    const telling = feeding(process, new TriedAgain({ shortestMs: 600_000, longestMs: 600_000 }));
    await confirm(process);
    await telling.settled();
    await confirm(process, 'c-2', { milestone: 'roofs' });
    await telling.settled();
    expect(asked).toEqual(['sites', 'roofs']);
    expect((await last('commitments/c-2')).data).toMatchObject({ outcome: 'reached' });
    await telling.beforeApplicationShutdown();
  });
});
