import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEventStore, type EventStore } from '@masar/event-store';
import { beginProgramme, offer, openProcess, type PartnersProcess } from '../partners/testing/partners-in-memory.js';
import { CommitmentIndex } from './commitment-index.js';
import { questionFromStore } from './question-from-store.js';

let store: EventStore;
let process: PartnersProcess;
beforeEach(async () => {
  store = await openEventStore('sqlite::memory:', { clock: { kind: 'fixed', at: '2026-06-01T09:00:00.000Z' } });
  process = await openProcess(store);
  await beginProgramme(process);
});
afterEach(() => store.close());

const ask = () => {
  const { around } = process.partners;
  const from = { store, commitments: CommitmentIndex.of(around) };
  return questionFromStore(from, 'projects/P-1', around.directory.current(), () => '2026-06-01');
};
const register = (id: string, fields: object = {}) =>
  process.give(`projects/${id}`, 'RegisterInitiative', {
    title: { en: id },
    owner: 'works',
    startedOn: '2026-02-01',
    ...fields,
  });
const plan = (of: string, milestone: string, fields: object) =>
  process.give(`projects/${of}`, 'PlanMilestone', {
    milestone,
    title: { en: milestone },
    target: '2026-05-01',
    ...fields,
  });

describe('what an initiative is derived from', () => {
  it('holds each of its commitments, and what it hangs on, however many there are', async () => {
    await register('P-2');
    await plan('P-2', 'built', {});
    await plan('P-1', 'after', { target: { after: 'projects/P-2/milestones/built', days: 3 } });
    for (let of = 0; of < 130; of += 1) await offer(process, `c-${of}`);
    const question = await ask();
    expect(question?.commitments).toHaveLength(130);
    expect(question?.related('projects/P-2')).toBeDefined();
  });

  it('holds nothing of one that does not lend its dates', async () => {
    await process.give('entities/other', 'RegisterEntity', { name: { en: 'Other' }, jurisdiction: 'EG' });
    await register('closed', { owner: 'other', audience: 'team' });
    await plan('P-1', 'after', { dependsOn: ['projects/closed/milestones/m'] });
    expect((await ask())?.related('projects/closed')).toBeUndefined();
  });

  const leansOn = async (ids: readonly string[]) => {
    const dependsOn = ids.map((id) => `projects/${id}/milestones/m`);
    for (let from = 0; from < ids.length; from += 50)
      await plan('P-1', `m-${from}`, { dependsOn: dependsOn.slice(from, from + 50) });
  };

  it('holds each of more than five hundred others, and what those hang on', async () => {
    const ids = Array.from({ length: 501 }, (_, of) => `L-${of}`);
    for (const id of ids) await register(id);
    await register('far');
    await plan('L-500', 'after', { target: { after: 'projects/far/milestones/m', days: 3 } });
    await leansOn(ids);
    const question = await ask();
    for (const id of [...ids, 'far'] as const) expect(question?.related(`projects/${id}`)).toBeDefined();
  });

  it('is read as if nothing had happened in what comes after five thousand others, the nearest first', async () => {
    for (const id of ['L-0', 'L-4999', 'last', 'beyond']) await register(id);
    await plan('L-0', 'after', { target: { after: 'projects/beyond/milestones/m', days: 3 } });
    await leansOn([...Array.from({ length: 5_000 }, (_, of) => `L-${of}`), 'last']);
    await offer(process, 'c-1');
    const question = await ask();
    expect(question?.related('projects/L-4999')).toBeDefined();
    expect(question?.related('projects/last')).toBeUndefined();
    expect(question?.related('projects/beyond')).toBeUndefined();
    expect(question?.commitments).toHaveLength(1);
  }, 60_000);
});
