import { beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, oneOf, type Shown } from '../harness/shown.js';
import { registerEntities, timelineOf, useSystem } from '../harness/system-for-specs.js';
import { until } from '../harness/until.js';

const { api, at } = useSystem({ now: '2026-02-01T08:00:00.000Z' });

const evidence = [{ title: 'Handover', url: 'https://documents.example.com/handover' }];
const title = { ar: 'تجهيز المواقع', en: 'Sites made ready' };

/** What is known once reporting has everything said of the initiative and of its commitment: no order holds between their streams. */
const known = async (
  project: string,
  commitment: string,
  question: { readonly on?: string; readonly knownOn?: string } = {},
): Promise<Shown> => {
  const { version } = await api().json(`/api/projects/${project}`);
  const { position } = await api().json(`/api/commitments/${commitment}`);
  for (const heard of [`projects/${project}@${String(version)}`, String(position)])
    await api().level(`/api/timelines/projects/${project}?atLeast=${heard}&waitMs=10000`);
  return timelineOf(api(), `projects/${project}`, question);
};

const waits = (timeline: Shown): string[] =>
  listOf(timeline['ledger']?.['entries'])
    .filter(({ bucket }) => String(bucket) === 'waiting')
    .map((e) => `${e['from']} ${e['to']} ${e['days']} ${e['party']} ${e['source']}`);
/** Waiting and contested days by party. */
const parties = (timeline: Shown): Record<string, unknown[]> =>
  Object.fromEntries(
    listOf(timeline['ledger']?.['byParty']).map((p) => [String(p['party']), [p['waiting'], p['contested']]]),
  );
const fed = (id: string) =>
  until(`the initiative answered for ${id}`, async () => 'fed' in (await api().json(`/api/commitments/${id}`)));

/** One side owes it by 1 April: offered, accepted, reported, returned, reported again, confirmed; each on its day. */
const story = async (id: string, project: string, direction: string) => {
  at('2026-02-01');
  await api().accept('/api/projects', { id: project, title, owner: 'education', startedOn: '2026-02-01' });
  await api().accept(`/api/projects/${project}/milestones`, { id: 'sites', title, target: '2026-05-01' });
  const offer = { id, direction, title, initiative: `projects/${project}`, milestone: 'sites', dueOn: '2026-04-01' };
  at('2026-03-01');
  await api().accept('/api/partners/nile/commitments', offer);
  for (const [day, command, body] of [
    ['2026-03-04', 'accept', {}],
    ['2026-04-08', 'report', { evidence }],
    ['2026-04-20', 'return', { reason: 'no power' }],
    ['2026-04-26', 'report', { evidence }],
    ['2026-05-11', 'confirm', {}],
  ] as const) {
    at(day);
    await api().accept(`/api/commitments/${id}/${command}`, body);
  }
  await fed(id);
};

beforeAll(async () => {
  await registerEntities(api(), ['education', 'land']);
  await api().accept('/api/partners', { id: 'nile', name: { ar: 'النيل', en: 'Nile Builders' } });
});

describe('a commitment of a partner to government', () => {
  it('keeps 41 days on the partner’s clock and 27 on government’s, and books 7 + 6 and 12 + 15 from the due date', async () => {
    await story('to-government', 'P-1', 'partner-to-government');
    at('2026-05-20');
    const timeline = await known('P-1', 'to-government', { on: '2026-05-20' });
    expect(waits(timeline)).toEqual([
      '2026-04-01 2026-04-08 7 partner:nile derived',
      '2026-04-08 2026-04-20 12 entity:education derived',
      '2026-04-20 2026-04-26 6 partner:nile derived',
      '2026-04-26 2026-05-11 15 entity:education derived',
    ]);
    const shown = oneOf(timeline['commitments'], 'id', 'to-government');
    expect(shown).toMatchObject({
      direction: 'partner-to-government',
      status: 'confirmed',
      dueOn: '2026-04-01',
      clock: { offered: 3, debtor: 41, receiver: 27 },
    });
    expect((await api().json('/api/commitments/to-government'))['clock']).toEqual(shown['clock']);
    const days = listOf(timeline['ledger']?.['entries']).reduce((sum, entry) => sum + Number(entry['days']), 0);
    expect(days).toBe(timeline['ledger']?.['elapsed']);
  });

  it('reaches the milestone it feeds on 11 May: once, in the initiative’s own stream too, saying what led to it', async () => {
    const timeline = await known('P-1', 'to-government');
    expect(oneOf(timeline['milestones'], 'id', 'sites')).toMatchObject({
      status: 'reached',
      actual: '2026-05-11',
      variance: { days: 10 },
    });
    const events = await api().all('/api/projects/P-1/events');
    const reached = events.filter(({ type }) => String(type) === 'milestone.reached.v1');
    expect(reached).toMatchObject([{ happenedOn: '2026-05-11', data: { milestone: 'sites', evidence } }]);
    const feed = await api().json('/api/events?types=milestone.reached.v1&limit=500');
    expect(oneOf(feed['items'], 'subject', 'projects/P-1')).toMatchObject({
      causationid: 'commitments/to-government@6',
    });
    expect(await api().json('/api/commitments/to-government')).toMatchObject({ fed: { outcome: 'reached' } });
  });

  it('reads on any day as it stood then, and as it was known then', async () => {
    const before = await known('P-1', 'to-government', { knownOn: '2026-04-10' });
    expect(waits(before)).toEqual([
      '2026-04-01 2026-04-08 7 partner:nile derived',
      '2026-04-08 2026-04-10 2 entity:education derived',
    ]);
    expect(oneOf(before['commitments'], 'id', 'to-government')).toMatchObject({
      status: 'reported',
      clock: { offered: 3, debtor: 35, receiver: 2 },
    });
    expect(oneOf(before['milestones'], 'id', 'sites')).toMatchObject({ actual: null });
    const early = await known('P-1', 'to-government', { on: '2026-02-20' });
    expect(early['commitments']).toEqual([]);
    const row = oneOf(await api().all('/api/portfolio?knownOn=2026-04-10'), 'id', 'P-1');
    expect(row).toMatchObject({ waiting: 9, longestWait: { party: 'partner:nile', days: 7 } });
  });

  it('can be contested by who is waited on; a ruling re-books part of a span, and both views remain', async () => {
    at('2026-05-12');
    const { id } = await api().accept('/api/projects/P-1/contests', {
      party: 'partner:nile',
      from: '2026-04-20',
      to: '2026-04-26',
      reason: 'the power was yours to connect',
    });
    at('2026-05-14');
    await api().accept(`/api/projects/P-1/contests/${id}/rule`, {
      spans: [{ from: '2026-04-20', to: '2026-04-24', party: 'entity:education' }],
      reason: 'four days were',
    });
    at('2026-05-20');
    const ruled = await known('P-1', 'to-government', { on: '2026-05-20' });
    expect(parties(ruled)).toMatchObject({ 'partner:nile': [9, 0], 'entity:education': [31, 0] });
    expect(waits(ruled)).toContain('2026-04-20 2026-04-24 4 entity:education ruling');
    const contested = await known('P-1', 'to-government', { knownOn: '2026-05-13' });
    expect(parties(contested)).toMatchObject({ 'partner:nile': [13, 6], 'entity:education': [27, 0] });
    const calm = await known('P-1', 'to-government', { knownOn: '2026-05-11' });
    expect(parties(calm)).toMatchObject({ 'partner:nile': [13, 0] });
  });
});

describe('a commitment of government to a partner', () => {
  it('is the same the other way round', async () => {
    await story('to-partner', 'P-2', 'government-to-partner');
    at('2026-05-20');
    const timeline = await known('P-2', 'to-partner', { on: '2026-05-20' });
    expect(waits(timeline)).toEqual([
      '2026-04-01 2026-04-08 7 entity:education derived',
      '2026-04-08 2026-04-20 12 partner:nile derived',
      '2026-04-20 2026-04-26 6 entity:education derived',
      '2026-04-26 2026-05-11 15 partner:nile derived',
    ]);
    expect(oneOf(timeline['commitments'], 'id', 'to-partner')).toMatchObject({
      debtor: 'entity:education',
      receiver: 'partner:nile',
      clock: { offered: 3, debtor: 41, receiver: 27 },
    });
    expect(oneOf(timeline['milestones'], 'id', 'sites')).toMatchObject({ actual: '2026-05-11' });
  });

  it('worked example 8: a site due 1 May, accepted 1 April, reported 6 May, confirmed 20 May', async () => {
    at('2026-04-01');
    await api().accept('/api/projects', { id: 'P-8', title, owner: 'education', startedOn: '2026-04-01' });
    const owed = { direction: 'government-to-partner', title, initiative: 'projects/P-8', dueOn: '2026-05-01' };
    await api().accept('/api/partners/nile/commitments', { id: 'eight', ...owed, with: 'entity:land' });
    await api().accept('/api/commitments/eight/accept');
    at('2026-05-06');
    await api().accept('/api/commitments/eight/report', { evidence });
    at('2026-05-20');
    await api().accept('/api/commitments/eight/confirm');
    const timeline = await known('P-8', 'eight', { on: '2026-05-20' });
    expect(waits(timeline)).toEqual([
      '2026-05-01 2026-05-06 5 entity:land derived',
      '2026-05-06 2026-05-20 14 partner:nile derived',
    ]);
    expect(oneOf(timeline['commitments'], 'id', 'eight')).toMatchObject({
      clock: { offered: 0, debtor: 35, receiver: 14 },
    });
  });
});

describe('a milestone reached by hand before its commitment was confirmed', () => {
  it('is as its own stream says: open again once it was reopened, as its commands see it', async () => {
    at('2026-03-01');
    await api().accept('/api/projects', { id: 'P-5', title, owner: 'education', startedOn: '2026-03-01' });
    const milestone = '/api/projects/P-5/milestones/sites';
    await api().accept('/api/projects/P-5/milestones', { id: 'sites', title, target: '2026-05-01' });
    const owed = { direction: 'partner-to-government', title, initiative: 'projects/P-5', milestone: 'sites' };
    await api().accept('/api/partners/nile/commitments', { id: 'late', ...owed, dueOn: '2026-04-01' });
    await api().accept('/api/commitments/late/accept');
    at('2026-04-26');
    await api().accept('/api/commitments/late/report', { evidence });
    at('2026-05-02');
    await api().accept(`${milestone}/reach`, { evidence });
    at('2026-05-11');
    await api().accept('/api/commitments/late/confirm');
    await fed('late');
    expect(await api().json('/api/commitments/late')).toMatchObject({
      fed: { outcome: 'refused', code: 'milestone/already-reached' },
    });
    const actual = async () => oneOf((await known('P-5', 'late'))['milestones'], 'id', 'sites')['actual'];
    expect(await actual()).toBe('2026-05-02');
    await api().accept(`${milestone}/reopen`, { on: '2026-05-05', reason: 'no power' });
    expect(await actual()).toBeNull();
    await api().accept(`${milestone}/reach`, { on: '2026-05-11', evidence });
    expect(await actual()).toBe('2026-05-11');
  });
});

describe('a confirmation the initiative could not write down', () => {
  /** Accepted, reported and confirmed, each on its day of the past, recorded on 10 July. */
  const confirmed = async (id: string, project: string) => {
    const owed = { direction: 'partner-to-government', title, initiative: `projects/${project}`, milestone: 'sites' };
    await api().accept('/api/partners/nile/commitments', { id, ...owed, on: '2026-03-01', dueOn: '2026-04-01' });
    await api().accept(`/api/commitments/${id}/accept`, { on: '2026-03-04' });
    await api().accept(`/api/commitments/${id}/report`, { on: '2026-04-26', evidence });
    await api().accept(`/api/commitments/${id}/confirm`, { on: '2026-05-11' });
    await fed(id);
  };
  const sites = async (project: string, id: string) => oneOf((await known(project, id))['milestones'], 'id', 'sites');

  it.each([
    ['P-6', 'before-start', 'date/before-start', '2026-06-01', undefined],
    ['P-7', 'before-begun', 'date/out-of-order', '2026-03-01', '2026-07-01'],
  ])('%s: reaches the milestone all the same: %s', async (project, id, code, startedOn, milestoneBegan) => {
    at('2026-07-10');
    await api().accept('/api/projects', { id: project, title, owner: 'education', startedOn });
    const milestones = `/api/projects/${project}/milestones`;
    await api().accept(milestones, { id: 'sites', title, target: '2026-08-01' });
    if (milestoneBegan) await api().accept(`${milestones}/sites/start`, { on: milestoneBegan });
    await confirmed(id, project);
    expect(await api().json(`/api/commitments/${id}`)).toMatchObject({ fed: { outcome: 'refused', code } });
    expect(await sites(project, id)).toMatchObject({ status: 'reached', actual: '2026-05-11' });
    await api().accept(`${milestones}/sites/reach`, { on: '2026-07-05', evidence });
    expect(await sites(project, id)).toMatchObject({ status: 'reached', actual: '2026-07-05' });
    await api().accept(`${milestones}/sites/reopen`, { on: '2026-07-06', reason: 'no power' });
    expect(await sites(project, id)).toMatchObject({ actual: null });
  });
});

describe('another due date', () => {
  it('asked for by one side keeps the other from no report of an earlier day', async () => {
    at('2026-05-20');
    await api().accept('/api/projects', { id: 'P-9', title, owner: 'education', startedOn: '2026-03-01' });
    const owed = { direction: 'partner-to-government', title, initiative: 'projects/P-9', dueOn: '2026-05-18' };
    await api().accept('/api/partners/nile/commitments', { id: 'asked', ...owed, on: '2026-03-01' });
    await api().accept('/api/commitments/asked/accept', { on: '2026-03-04' });
    await api().accept('/api/commitments/asked/due-changes', { id: 'd-1', to: '2026-06-30', reason: 'the feast' });
    await api().accept('/api/commitments/asked/report', { on: '2026-05-18', evidence });
    await api().accept('/api/commitments/asked/due-changes/d-1/agree');
    at('2026-07-02');
    expect(waits(await known('P-9', 'asked', { on: '2026-07-02' }))).toEqual([
      '2026-05-18 2026-05-20 2 entity:education derived',
      '2026-06-30 2026-07-02 2 entity:education derived',
    ]);
  });

  it('agreed by the other side moves the days to come, never those that had passed', async () => {
    at('2026-03-01');
    await api().accept('/api/projects', { id: 'P-3', title, owner: 'education', startedOn: '2026-03-01' });
    const owed = { direction: 'partner-to-government', title, initiative: 'projects/P-3', dueOn: '2026-03-10' };
    await api().accept('/api/partners/nile/commitments', { id: 'moved', ...owed });
    await api().accept('/api/commitments/moved/accept');
    at('2026-03-15');
    const change = { id: 'd-1', to: '2026-03-25', reason: 'the feast' };
    await api().accept('/api/commitments/moved/due-changes', change);
    await api().accept('/api/commitments/moved/due-changes/d-1/agree');
    at('2026-03-28');
    const timeline = await known('P-3', 'moved', { on: '2026-03-28' });
    expect(waits(timeline)).toEqual([
      '2026-03-10 2026-03-15 5 partner:nile derived',
      '2026-03-25 2026-03-28 3 partner:nile derived',
    ]);
    expect(oneOf(timeline['commitments'], 'id', 'moved')).toMatchObject({
      dueOn: '2026-03-25',
      firstDueOn: '2026-03-10',
    });
  });
});
