import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { initiativeKinds, type StreamName } from '@masar/contracts';
import type { Actor } from '@masar/access';
import { createCommandHandler, openEventStore, type EventStore } from '@masar/event-store';
import { InitiativeCommands } from '../initiatives/initiative-commands.js';
import { CommandBus } from '../platform/command-bus.js';
import { StoreDirectory } from '../platform/directory-service.js';
import { RegistryCommands } from '../registry/registry-commands.js';
import { Feeding } from './feeding.js';
import { PartnerCommands } from './partner-commands.js';

const admin: Actor = { user: 'admin', roles: ['administrator'], onlyAccount: true };
const evidence = [{ title: 'Handover', url: 'https://documents.example.com/1' }];

let store: EventStore;
beforeEach(async () => {
  store = await openEventStore('sqlite::memory:', { clock: { kind: 'fixed', at: '2026-06-01T09:00:00.000Z' } });
});
afterEach(() => store.close());

/** A process over the store: every decider, without anybody who tells initiatives. */
const open = async () => {
  const bus = new CommandBus();
  const directory = new StoreDirectory(store, 'Africa/Cairo');
  await directory.load();
  bus.onRecorded(directory);
  const around = { handler: createCommandHandler(store), directory, bus, store };
  for (const kind of initiativeKinds) new InitiativeCommands(kind, around);
  new RegistryCommands(around);
  const partners = new PartnerCommands(around);
  const give = (stream: StreamName, type: string, fields: object = {}) =>
    bus.run(stream, { ...fields, type }, { actor: admin });
  return { bus, partners, give };
};
type Process = Awaited<ReturnType<typeof open>>;

const faults: unknown[] = [];
const feeding = ({ partners }: Process): Feeding => new Feeding(partners, (fault) => void faults.push(fault));

const begin = async ({ give }: Process) => {
  await give('entities/works', 'RegisterEntity', { name: { en: 'Works' }, jurisdiction: 'EG' });
  await give('partners/nile', 'RegisterPartner', { name: { en: 'Nile' } });
  const title = { en: 'Schools' };
  await give('projects/P-1', 'RegisterInitiative', { title, owner: 'works', startedOn: '2026-02-01' });
  await give('projects/P-1', 'PlanMilestone', { milestone: 'sites', title, target: '2026-05-01' });
};
const confirm = async ({ give }: Process, id = 'c-1') => {
  const stream: StreamName = `commitments/${id}`;
  await give(stream, 'OfferCommitment', {
    partner: 'nile',
    direction: 'partner-to-government',
    title: { en: 'Sites' },
    initiative: 'projects/P-1',
    milestone: 'sites',
    dueOn: '2026-04-01',
    on: '2026-03-01',
  });
  await give(stream, 'AcceptCommitment', { on: '2026-03-04' });
  await give(stream, 'ReportCommitment', { on: '2026-04-26', evidence });
  return give(stream, 'ConfirmCommitment', { on: '2026-05-11' });
};
const typesOf = async (stream: StreamName) => (await store.read(stream)).map(({ type }) => type);
const last = async (stream: StreamName) => (await store.read(stream)).at(-1)!;

describe('a confirmed commitment', () => {
  it('reaches its milestone once, with its evidence, and says what led to it', async () => {
    const process = await open();
    await begin(process);
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
    await begin(killed);
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
    await begin(killed);
    const { position } = await confirm(killed);
    const next = feeding(await open());
    next.onApplicationBootstrap();
    await next.settled();
    expect((await last('projects/P-1')).causationId).toBe(position);
    expect((await last('commitments/c-1')).type).toBe('commitment.milestone-fed.v1');
  });

  it('is told once by two processes at the same time', async () => {
    const [one, two] = [await open(), await open()];
    await begin(one);
    await confirm(one);
    const both = [feeding(one), feeding(two)];
    for (const telling of both) telling.onApplicationBootstrap();
    await Promise.all(both.map((telling) => telling.settled()));
    expect((await typesOf('projects/P-1')).filter((type) => type === 'milestone.reached.v1')).toHaveLength(1);
    expect((await typesOf('commitments/c-1')).filter((type) => type.includes('fed'))).toHaveLength(1);
  });

  it('is answered no where the milestone was reached before; the no is kept and not asked for again', async () => {
    const process = await open();
    await begin(process);
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
    await begin(process);
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
