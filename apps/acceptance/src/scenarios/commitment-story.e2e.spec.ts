import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../harness/api-client.js';
import { listOf, oneOf, type Shown } from '../harness/shown.js';
import { registerEntities, timelineOf, useSystem } from '../harness/system-for-specs.js';
import { until } from '../harness/until.js';
import { joined } from '../rights/cast.js';

const { api, at } = useSystem({ now: '2026-02-01T08:00:00.000Z' });
const evidence = [{ title: 'Handover', url: 'https://documents.example.com/handover' }];
const title = { ar: 'تجهيز المواقع', en: 'Sites made ready' };

let lead: ApiClient;
let reviewer: ApiClient;
let ofNile: ApiClient;

beforeAll(async () => {
  await registerEntities(api(), ['education']);
  await api().accept('/api/partners', { id: 'nile', name: { en: 'Nile Builders' } });
  lead = await joined(api(), 'layla', { roles: ['lead', 'member'], entity: 'education' });
  reviewer = await joined(api(), 'rami', { roles: ['reviewer'] });
  ofNile = await joined(api(), 'nadia', { roles: ['partner'], partner: 'nile' });
}, 120_000);

/** Each step on its day, by the side it belongs to, under the rights that side has. */
const story = async (id: string, project: string, direction: string): Promise<void> => {
  const [debtor, receiver] = direction === 'partner-to-government' ? [ofNile, lead] : [lead, ofNile];
  at('2026-02-01');
  await lead.accept('/api/projects', { id: project, title, owner: 'education', startedOn: '2026-02-01' });
  await lead.accept(`/api/projects/${project}/milestones`, { id: 'sites', title, target: '2026-05-01' });
  at('2026-03-01');
  const offer = { id, direction, title, initiative: `projects/${project}`, milestone: 'sites', dueOn: '2026-04-01' };
  await lead.accept('/api/partners/nile/commitments', offer);
  for (const [day, by, command, body] of [
    ['2026-03-04', ofNile, 'accept', {}],
    ['2026-04-08', debtor, 'report', { evidence }],
    ['2026-04-20', receiver, 'return', { reason: 'no power' }],
    ['2026-04-26', debtor, 'report', { evidence }],
    ['2026-05-11', receiver, 'confirm', {}],
  ] as const) {
    at(day);
    await by.accept(`/api/commitments/${id}/${command}`, body);
  }
  await until(`the initiative answered for ${id}`, async () => 'fed' in (await lead.json(`/api/commitments/${id}`)));
};

const timeline = async (project: string, id: string, question: { on?: string; knownOn?: string } = {}) => {
  const { position } = await lead.json(`/api/commitments/${id}`);
  await lead.level(`/api/timelines/projects/${project}?atLeast=${String(position)}&waitMs=10000`);
  return timelineOf(lead, `projects/${project}`, question);
};
const parties = (read: Shown): Record<string, unknown[]> =>
  Object.fromEntries(
    listOf(read['ledger']?.['byParty']).map((party) => [
      String(party['party']),
      [party['waiting'], party['contested']],
    ]),
  );
const waits = (read: Shown): string[] =>
  listOf(read['ledger']?.['entries'])
    .filter(({ bucket }) => String(bucket) === 'waiting')
    .map(({ from, to, days, party, source }) => [from, to, days, party, source].map(String).join(' '));

const [government, partner] = ['entity:education', 'partner:nile'];

describe.each([
  {
    direction: 'partner-to-government',
    debtor: partner,
    receiver: government,
    // The partner contests the six days of its second turn; four of them were not its own.
    contested: { from: '2026-04-20', to: '2026-04-26' },
    ruled: { from: '2026-04-20', to: '2026-04-24', days: 4 },
    before: { [partner]: [13, 0], [government]: [27, 0] },
    during: { [partner]: [13, 6], [government]: [27, 0] },
    after: { [partner]: [9, 0], [government]: [31, 0] },
  },
  {
    direction: 'government-to-partner',
    debtor: government,
    receiver: partner,
    contested: { from: '2026-04-26', to: '2026-05-11' },
    ruled: { from: '2026-04-26', to: '2026-05-01', days: 5 },
    before: { [partner]: [27, 0], [government]: [13, 0] },
    during: { [partner]: [27, 15], [government]: [13, 0] },
    after: { [partner]: [22, 0], [government]: [18, 0] },
  },
])('a commitment $direction, by the people of both sides', (told) => {
  const id = told.direction;
  const project = `P-${id}`;

  it('keeps 41 days with who owes it and 27 with who is owed, books 7 + 6 and 12 + 15, and reaches its milestone', async () => {
    await story(id, project, told.direction);
    at('2026-05-11', '12:00:00.000Z');
    const read = await timeline(project, id);
    expect(waits(read)).toEqual([
      `2026-04-01 2026-04-08 7 ${told.debtor} derived`,
      `2026-04-08 2026-04-20 12 ${told.receiver} derived`,
      `2026-04-20 2026-04-26 6 ${told.debtor} derived`,
      `2026-04-26 2026-05-11 15 ${told.receiver} derived`,
    ]);
    const clocks = { clock: { offered: 3, debtor: 41, receiver: 27 } };
    expect(oneOf(read['commitments'], 'id', id)).toMatchObject(clocks);
    for (const by of [lead, ofNile]) expect(await by.json(`/api/commitments/${id}`)).toMatchObject(clocks);
    expect(oneOf(read['milestones'], 'id', 'sites')).toMatchObject({ status: 'reached', actual: '2026-05-11' });
    expect(parties(read)).toMatchObject(told.before);
  });

  it('is contested by the partner and re-booked in part by a reviewer; every view stays readable by what was known', async () => {
    at('2026-05-12');
    const contests = `/api/projects/${project}/contests`;
    const contest = { id: 'x', party: partner, ...told.contested, reason: 'the power was yours to connect' };
    await ofNile.accept(contests, contest);
    at('2026-05-14');
    const { days, ...span } = told.ruled;
    const ruling = { spans: [{ ...span, party: government }], reason: 'part of it was' };
    for (const by of [lead, ofNile]) expect((await by.post(`${contests}/x/rule`, ruling)).status).toBeGreaterThan(402);
    await reviewer.accept(`${contests}/x/rule`, ruling);
    at('2026-05-20');
    const now = await timeline(project, id);
    expect(waits(now)).toContain(`${span.from} ${span.to} ${days} ${government} ruling`);
    expect(parties(now)).toMatchObject(told.after);
    expect(parties(await timeline(project, id, { knownOn: '2026-05-13' }))).toMatchObject(told.during);
    expect(parties(await timeline(project, id, { knownOn: '2026-05-11' }))).toMatchObject(told.before);
    const shown = await ofNile.json(`/api/commitments/${id}`);
    expect(JSON.stringify(shown['for'])).toContain('"x"');
  });
});
