import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Refusal } from '@masar/contracts';
import type { Actor } from '@masar/access';
import { openEventStore, type EventStore } from '@masar/event-store';
import { PageQuery } from '../platform/page.js';
import { PartnerReads } from './partner-reads.js';
import {
  administrator,
  beginProgramme,
  evidence,
  offer,
  openProcess,
  type PartnersProcess,
} from './testing/partners-in-memory.js';

const nadia: Actor = { user: 'nadia', roles: ['partner'], partner: 'nile' };
const adel: Actor = { user: 'adel', roles: ['partner'], partner: 'delta' };
const page = new PageQuery();

let store: EventStore;
let reads: PartnerReads;
let process: PartnersProcess;
beforeEach(async () => {
  store = await openEventStore('sqlite::memory:', { clock: { kind: 'fixed', at: '2026-05-20T09:00:00.000Z' } });
  process = await openProcess(store);
  await beginProgramme(process);
  await offer(process, 'c-1');
  await process.give('commitments/c-1', 'AcceptCommitment', { on: '2026-03-04' });
  await process.give('commitments/c-1', 'ReportCommitment', { on: '2026-04-08', evidence });
  await process.give('commitments/c-1', 'ReturnCommitment', { on: '2026-04-20', reason: 'no power' });
  await offer(process, 'c-2', { partner: 'delta', milestone: undefined });
  await offer(process, 'c-3', {
    direction: 'government-to-partner',
    milestone: undefined,
    dueOn: '2026-06-01',
    on: '2026-03-02',
  });
  await process.give('commitments/c-3', 'AcceptCommitment', { on: '2026-03-03' });
  await process.give('commitments/c-3', 'ProposeDueChange', { change: 'd-1', to: '2026-07-01', reason: 'x' });
  reads = new PartnerReads(process.partners);
});
afterEach(() => store.close());

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
const refusalOf = async (read: () => unknown): Promise<unknown> => {
  try {
    await read();
    return 'answered';
  } catch (fault) {
    return fault instanceof Refusal ? { code: fault.code, ids: Object.keys(fault.details) } : fault;
  }
};

describe('a person of a partner', () => {
  it('sees the own partner and its commitments, and nothing of another one, in lists and totals', async () => {
    expect(reads.partners(nadia, page)).toMatchObject({ items: [{ id: 'nile' }], total: 1 });
    const own = await reads.commitments(nadia, {}, page);
    expect([ids(own.items), own.total]).toEqual([['c-1', 'c-3'], 2]);
    expect(await reads.commitments(nadia, { partner: 'delta' }, page)).toEqual({ items: [], next: null, total: 0 });
    expect(await reads.commitments(adel, { initiative: 'projects/P-1' }, page)).toMatchObject({ total: 1 });
    expect((await reads.commitments(administrator, {}, page)).total).toBe(3);
  });

  it('is told of another partner’s what is told of nothing at all', async () => {
    for (const [theirs, nothing] of [
      [() => reads.partner(nadia, 'delta'), () => reads.partner(nadia, 'nobody')],
      [() => reads.commitment(nadia, 'c-2'), () => reads.commitment(nadia, 'c-9')],
      [() => reads.wholeCommitment(nadia, 'c-2'), () => reads.wholeCommitment(nadia, 'c-9')],
      [() => reads.events(nadia, 'c-2', page), () => reads.events(nadia, 'c-9', page)],
      [() => reads.dueChanges(nadia, 'c-2', page), () => reads.dueChanges(nadia, 'c-9', page)],
      [() => reads.dueChange(adel, 'c-3', 'd-1'), () => reads.dueChange(adel, 'c-9', 'd-1')],
    ]) {
      const answer = await refusalOf(theirs!);
      expect(answer).toHaveProperty('code');
      expect(answer).toEqual(await refusalOf(nothing!));
    }
  });

  it('sees of the initiative its title for partners, the dates of the milestone fed, and the days booked to it', async () => {
    const whole = await reads.wholeCommitment(nadia, 'c-1');
    expect(whole.for).toMatchObject({
      title: { en: 'Places to learn' },
      milestone: { id: 'sites', currentTarget: { date: '2026-05-01' }, actual: null },
      booked: [
        { from: '2026-04-01', to: '2026-04-08', days: 7 },
        { from: '2026-04-20', to: '2026-05-20', days: 30 },
      ],
    });
    expect(JSON.stringify(whole)).not.toMatch(/delta|works|Schools/);
  });

  it('is told by no target what it comes after, nor why it is withheld', async () => {
    const plan = (milestone: string, target: object) =>
      process.give('projects/P-1', 'PlanMilestone', { milestone, title: { en: milestone }, target });
    await plan('paint', { after: 'commitments/c-2', days: 10 });
    await plan('roof', { absent: 'withheld', ground: 'delta has to agree' });
    await offer(process, 'c-4', { milestone: 'paint' });
    await offer(process, 'c-5', { milestone: 'roof' });
    const after = await reads.wholeCommitment(nadia, 'c-4');
    expect(after.for.milestone?.currentTarget).toEqual({ unresolved: true, provisional: '2026-04-11' });
    const withheld = await reads.wholeCommitment(nadia, 'c-5');
    expect(withheld.for.milestone?.currentTarget).toEqual({ absent: 'withheld' });
    for (const { for: told } of [after, withheld]) expect(JSON.stringify(told)).not.toMatch(/c-2|delta/);
  });

  it('is not told who contested the days a ruling booked to it', async () => {
    const span = { from: '2026-05-01', to: '2026-05-10' };
    const contested = { contest: 'x-1', party: 'partner:nile', ...span, reason: 'r' };
    await process.give('projects/P-1', 'ContestEntry', contested);
    const spans = [{ ...span, party: 'partner:delta' }];
    await process.give('projects/P-1', 'RuleOnContest', { contest: 'x-1', spans, reason: 'r' });
    const theirs = await reads.wholeCommitment(adel, 'c-2');
    expect(theirs.for.booked).toMatchObject([{ ...span, source: 'ruling', contest: null }]);
    expect(JSON.stringify(theirs)).not.toContain('nile');
  });
});

describe('an official', () => {
  const omar: Actor = { user: 'omar', roles: ['lead'], entity: 'other' };
  beforeEach(async () => {
    await process.give('entities/other', 'RegisterEntity', { name: { en: 'Other' }, jurisdiction: 'EG' });
    const project = { title: { en: 'Roads' }, owner: 'works', startedOn: '2026-02-01' };
    await process.give('projects/P-2', 'RegisterInitiative', project);
    await offer(process, 'c-6', { initiative: 'projects/P-2', milestone: undefined });
  });

  /** The audience of P-2 is narrowed as soon as its commitment is asked for. */
  const narrowMeanwhile = () => {
    const { commitments } = process.partners;
    const current = commitments.current.bind(commitments);
    commitments.current = async (stream) => {
      if (stream === 'commitments/c-6') await process.give('projects/P-2', 'DescribeInitiative', { audience: 'team' });
      return current(stream);
    };
  };

  it('is told what is left of a list where one was narrowed while it was read', async () => {
    expect(ids((await reads.commitments(omar, {}, page)).items)).toEqual(['c-1', 'c-2', 'c-3', 'c-6']);
    narrowMeanwhile();
    expect(ids((await reads.commitments(omar, {}, page)).items)).toEqual(['c-1', 'c-2', 'c-3']);
    expect(await reads.commitments(omar, {}, page)).toMatchObject({ total: 3 });
  });

  it('finds nothing of one that was narrowed meanwhile in the inbox', async () => {
    await offer(process, 'c-7', {
      initiative: 'projects/P-2',
      milestone: undefined,
      direction: 'government-to-partner',
    });
    await process.give('commitments/c-7', 'AcceptCommitment', { on: '2026-03-03' });
    const waiting = async () => ids((await reads.inbox(omar, page)).items);
    expect(await waiting()).toEqual(['c-3', 'c-7']);
    narrowMeanwhile();
    expect(await waiting()).toEqual(['c-3']);
  });
});

describe('a partner registered by another process', () => {
  it('is there for who asks for it before the topics told of it', async () => {
    const another = await openProcess(store);
    await another.give('partners/new', 'RegisterPartner', { name: { en: 'New' } });
    expect(await reads.partner(administrator, 'new')).toMatchObject({ id: 'new', status: 'active' });
    const sara: Actor = { user: 'sara', roles: ['partner'], partner: 'new' };
    expect(await reads.partner(sara, 'new')).toMatchObject({ id: 'new' });
    expect(await refusalOf(() => reads.partner(nadia, 'new'))).toEqual(
      await refusalOf(() => reads.partner(nadia, 'x')),
    );
  });
});

describe('the inbox of a side', () => {
  it('holds what waits for it, oldest first', async () => {
    const waiting = async (actor: Actor) =>
      (await reads.inbox(actor, page)).items.map(({ id, wants, since }) => `${id} ${wants} ${since}`);
    expect(await waiting(nadia)).toEqual(['c-1 delivery 2026-04-20', 'c-3/d-1 due-change 2026-05-20']);
    expect(await waiting(adel)).toEqual(['c-2 answer 2026-03-01']);
    expect(await waiting(administrator)).toEqual(['c-3 delivery 2026-03-03']);
  });
});
