import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Refusal, type StreamName } from '@masar/contracts';
import type { Actor } from '@masar/access';
import { openEventStore, type EventStore } from '@masar/event-store';
import { beginProgramme, offer, openProcess, type PartnersProcess } from './testing/partners-in-memory.js';

const adel: Actor = { user: 'adel', roles: ['partner'], partner: 'delta' };

let store: EventStore;
let process: PartnersProcess;
beforeEach(async () => {
  store = await openEventStore('sqlite::memory:', { clock: { kind: 'fixed', at: '2026-05-20T09:00:00.000Z' } });
  process = await openProcess(store);
  await beginProgramme(process);
  await offer(process, 'c-1');
  await process.give('projects/P-2', 'RegisterInitiative', { title: { en: 'Roads' }, owner: 'works' });
  await offer(process, 'c-2', { partner: 'delta', milestone: undefined });
});
afterEach(() => store.close());

const told = (stream: StreamName, type: string, fields: object, actor: Actor) =>
  process.bus.run(stream, { ...fields, type }, { actor }).then(
    () => 'done',
    (fault: unknown) => (fault instanceof Refusal ? fault.code : fault),
  );

it('a taken id says nothing to a partner who could not have offered under a free one', async () => {
  const offered = { partner: 'delta', direction: 'partner-to-government', title: { en: 'x' }, dueOn: '2026-07-01' };
  const tries = (id: string, fields: object) =>
    told(`commitments/${id}`, 'OfferCommitment', { ...offered, ...fields }, adel);
  for (const fields of [
    { initiative: 'projects/P-2' },
    { initiative: 'projects/P-9' },
    { initiative: 'projects/P-1', milestone: 'sites' },
  ]) {
    const free = await tries('c-9', fields);
    expect(free).not.toBe('done');
    expect(await tries('c-1', fields)).toBe(free);
  }
  expect(await tries('c-1', { initiative: 'projects/P-1' })).toBe('stream/exists');
});

it('nor an initiative’s to who may register none there', async () => {
  const mona: Actor = { user: 'mona', roles: ['member'], entity: 'works' };
  for (const id of ['P-1', 'P-9'] as const)
    expect(await told(`projects/${id}`, 'RegisterInitiative', { title: { en: 'x' }, owner: 'works' }, mona)).toBe(
      'access/denied',
    );
  const lead: Actor = { ...mona, roles: ['lead'] };
  expect(await told('projects/P-1', 'RegisterInitiative', { title: { en: 'x' }, owner: 'works' }, lead)).toBe(
    'stream/exists',
  );
});
