import { beforeAll, describe, expect, it } from '@jest/globals';
import { peopleOf, type Asking } from './testing/people-of-house.js';
import { runningStandalone } from './testing/running.js';

const masar = runningStandalone('inbox', { MASAR_TODAY: '2026-03-04' });
const { joined } = peopleOf(masar);
const evidence = [{ title: 'Handover', url: 'https://documents.example.com/1' }];
let lead: Asking;
let member: Asking;
let focalPoint: Asking;
let reviewer: Asking;
let other: Asking;

interface Item {
  readonly id: string;
  readonly what: string;
  readonly level: number;
  readonly commands: readonly string[];
}
const inbox = async (by: Asking, query = ''): Promise<readonly Item[]> =>
  (await by.get(`/api/inbox${query}`)).body.items;
const ids = async (by: Asking, query = '') => (await inbox(by, query)).map(({ id }) => id);
const give = async (by: Asking, path: string, body: object = {}) => {
  const answer = await by.post(`/api/${path}`, body);
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return answer.body as { readonly id: string };
};
const project = (id: string, more: object = {}) =>
  give(lead, 'projects', { id, title: { en: id }, owner: 'education', startedOn: '2026-02-01', ...more });
const milestone = (id: string, m: string, target: string) =>
  give(lead, `projects/${id}/milestones`, { id: m, title: { en: m }, target, key: true, on: '2026-02-01' });

beforeAll(async () => {
  for (const id of ['education', 'finance'])
    await masar().post('/api/entities', { id, name: { en: id }, jurisdiction: 'EG' });
  await masar().post('/api/partners', { id: 'nile', name: { en: 'Nile' }, on: '2026-02-01' });
  lead = await joined('layla', { roles: ['lead', 'member'], entity: 'education' });
  member = await joined('maha', { roles: ['member'], entity: 'education' });
  focalPoint = await joined('fadi', { roles: ['focal-point'], entity: 'finance' });
  reviewer = await joined('rami', { roles: ['reviewer'] });
  other = await joined('reem', { roles: ['reviewer'], entity: 'education' });
  await project('open');
  await project('secret', { audience: 'team' });
  await milestone('open', 'late', '2026-02-10');
  await milestone('open', 'next', '2026-04-01');
}, 60_000);

describe('the inbox', () => {
  it('asks the team for the forecast of what is missed, and nobody else', async () => {
    expect(await inbox(member)).toMatchObject([
      {
        id: 'projects/open/forecast/late',
        what: 'forecast',
        initiative: { kind: 'projects', id: 'open', title: { en: 'open' } },
        milestone: 'late',
        since: '2026-02-17',
        commands: ['/api/projects/open/milestones/late/forecast'],
      },
    ]);
    expect(await ids(focalPoint)).toEqual([]);
    await give(member, 'projects/open/milestones/late/forecast', { date: '2026-04-15', reason: 'rain' });
    expect(await ids(member)).toEqual([]);
  });

  it('gives a date request to reviewers of other entities, until the address it names has settled it', async () => {
    const asked = await give(lead, 'projects/open/milestones/next/target-changes', {
      to: '2026-05-01',
      reason: 'rain',
    });
    const [item] = (await inbox(reviewer)) as [Item];
    expect(item).toMatchObject({ what: 'target-change', record: asked.id, by: 'layla', words: 'rain' });
    for (const by of [lead, other]) expect(await ids(by)).toEqual([]);
    const approve = item.commands.find((path) => path.endsWith('/approve'))!;
    expect((await reviewer.post(approve)).status).toBe(200);
    expect(await ids(reviewer)).toEqual([]);
  });

  it('asks for a confirmation whoever neither reported nor belongs to the party', async () => {
    await give(member, 'projects/open/milestones/late/reach', { on: '2026-03-02', evidence });
    expect(await ids(reviewer)).toEqual(['projects/open/confirmation/late']);
    for (const by of [lead, member, other, focalPoint]) expect(await ids(by)).toEqual([]);
    await give(reviewer, 'projects/open/milestones/late/confirm');
    expect(await ids(reviewer)).toEqual([]);
  });

  it('keeps what nobody but the team may see from everybody else', async () => {
    await give(lead, 'projects/secret/pauses', {
      on: '2026-03-03',
      until: '2026-03-20',
      reason: 'flood',
      steps: 'pump',
    });
    expect(await ids(reviewer)).toEqual([]);
    await give(reviewer, 'projects/secret/members', { user: 'rami', role: 'reviewer' }).catch(() => undefined);
    expect(await ids(reviewer)).toEqual([]);
  });

  it('puts a question to a focal point, takes the answer, and lets nobody else settle it', async () => {
    const { id } = await give(reviewer, 'projects/open/notes', { text: 'Is it paid?', to: 'entity:finance' });
    expect(await inbox(focalPoint)).toMatchObject([
      {
        what: 'question',
        record: id,
        words: 'Is it paid?',
        to: 'entity:finance',
        commands: ['/api/projects/open/notes'],
      },
    ]);
    await give(lead, 'projects/open/notes', { text: 'I think so', about: id });
    expect(await ids(focalPoint)).toHaveLength(1);
    await give(focalPoint, 'projects/open/notes', { text: 'Yes', about: id });
    expect(await ids(focalPoint)).toEqual([]);
  });

  it('climbs: unanswered for more than five working days it reaches the lead, after ten the reviewers', async () => {
    const ask = (id: string, on: string) =>
      give(reviewer, 'projects/open/notes', { id, text: 'And now?', to: 'maha', on });
    await ask('fresh', '2026-02-25');
    await ask('late', '2026-02-23');
    await ask('stuck', '2026-02-16');
    const questions = async (by: Asking) =>
      (await inbox(by, '?what=question')).map(({ id, level }) => [id.split('/').at(-1), level]);
    expect(await questions(member)).toEqual([
      ['stuck', 2],
      ['late', 1],
      ['fresh', 0],
    ]);
    expect(await questions(lead)).toEqual([
      ['stuck', 2],
      ['late', 1],
    ]);
    expect(await questions(reviewer)).toEqual([['stuck', 2]]);
    expect(await questions(other)).toEqual([]);
  });

  it('names obstacles to their deciders, and commitments to the lead', async () => {
    await give(member, 'projects/open/blockers', {
      id: 'b-1',
      title: { en: 'No money' },
      decider: 'entity:finance',
      dueOn: '2026-03-10',
    });
    expect(await ids(focalPoint)).toEqual(['projects/open/blocker/b-1']);
    expect((await focalPoint.post('/api/projects/open/blockers/b-1/resolve', { outcome: 'paid' })).status).toBe(200);
    expect(await ids(focalPoint)).toEqual([]);
    await give(lead, 'partners/nile/commitments', {
      id: 'c-1',
      initiative: 'projects/open',
      direction: 'partner-to-government',
      title: { en: 'Sites' },
      dueOn: '2026-04-01',
      on: '2026-03-01',
    });
    const nadia = await joined('nadia', { roles: ['partner'], partner: 'nile' });
    await give(nadia, 'commitments/c-1/accept', { on: '2026-03-02' });
    await give(nadia, 'commitments/c-1/report', { on: '2026-03-03', evidence });
    const item = (await inbox(lead, '?what=commitment-decision'))[0]!;
    expect(item).toMatchObject({ commitment: 'c-1', by: 'nadia', commands: expect.any(Array) });
    expect((await nadia.get('/api/inbox')).status).toBe(404);
    expect((await lead.post(item.commands.find((path) => path.endsWith('/confirm'))!)).status).toBe(200);
    expect(await ids(lead, '?what=commitment-decision')).toEqual([]);
  });

  it('comes in pages, oldest first, and refuses what it does not know', async () => {
    const all = await ids(member);
    const first = (await member.get('/api/inbox?limit=2')).body;
    expect([first.items.length, first.total]).toEqual([2, all.length]);
    const second = (await member.get(`/api/inbox?limit=2&cursor=${first.next}`)).body;
    expect([...first.items, ...second.items].map(({ id }: Item) => id)).toEqual(all.slice(0, 4));
    expect((await member.get(`/api/inbox?limit=2&what=pause&cursor=${first.next}`)).body.code).toBe(
      'page/cursor-invalid',
    );
    expect((await member.get('/api/inbox?what=lunch')).status).toBe(400);
  });
});
