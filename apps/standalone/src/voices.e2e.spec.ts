import { beforeAll, describe, expect, it } from '@jest/globals';
import { peopleOf, type Asking } from './testing/people-of-house.js';
import { runningStandalone, type Answer } from './testing/running.js';

const masar = runningStandalone('voices', { MASAR_TODAY: '2026-03-11' });
const { joined } = peopleOf(masar);

let lead: Asking;
let reviewer: Asking;
let other: Asking;

const give = async (by: Asking, path: string, body: object = {}): Promise<Answer> => {
  const answer = await by.post(path, body);
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return answer;
};
const parties = ['entity:land', 'entity:roads', 'partner:nile'];
const span = { from: '2026-02-10', to: '2026-02-16', reason: 'no file came' };
let made = 0;

/** A project with days booked to a party, which nobody has contested; a partner has a commitment for it. */
const booked = async (party: string, fields: object = {}, isTied = true): Promise<string> => {
  const id = `P-${(made += 1)}`;
  await give(lead, '/api/projects', { id, title: { en: id }, owner: 'education', startedOn: '2026-02-01', ...fields });
  const partner = /^partner:(.*)$/.exec(party)?.[1];
  if (partner !== undefined && isTied)
    await give(lead, `/api/partners/${partner}/commitments`, {
      direction: 'partner-to-government',
      title: { en: id },
      initiative: `projects/${id}`,
      dueOn: '2026-04-01',
      on: '2026-03-01',
    });
  await give(lead, `/api/projects/${id}/waits`, { party, reason: 'busy', since: span.from });
  return id;
};
const contestIn = (by: Asking, id: string, party: string, headers: Record<string, string> = {}): Promise<Answer> =>
  by.post(`/api/projects/${id}/contests`, { party, ...span }, headers);
const contest = async (by: Asking, party: string, headers: Record<string, string> = {}): Promise<Answer> =>
  contestIn(by, await booked(party), party, headers);

beforeAll(async () => {
  for (const id of ['education', 'land', 'roads', 'health'])
    await give({ ...masar() }, '/api/entities', { id, name: { en: id }, jurisdiction: 'EG' });
  await give(masar(), '/api/partners', { id: 'nile', name: { en: 'nile' }, on: '2026-02-01' });
  lead = await joined('layla', { roles: ['lead', 'member'], entity: 'education' });
  reviewer = await joined('rami', { roles: ['reviewer'] });
  other = await joined('reem', { roles: ['reviewer'] });
}, 120_000);

describe('a contest by the cabinet office', () => {
  it('is taken for a body without account; an account that does not speak for it is none', async () => {
    const huda = await joined('huda', { roles: ['reviewer'], entity: 'land' });
    await joined('walid', { roles: ['auditor'], entity: 'land' });
    const program = { user: 'land-feed', name: { en: 'Feed' }, roles: ['member'], entity: 'land', reason: 'reports' };
    await give(masar(), '/api/service-accounts', program);
    for (const party of [...parties, 'legislature']) expect((await contest(reviewer, party)).status).toBe(201);
    expect((await contest(huda, 'entity:land')).status).toBe(201);
  });

  it('is refused where the body has people, in Arabic and English, from the invitation on', async () => {
    await give(masar(), '/api/people', { user: 'maha', name: { en: 'Maha' }, roles: ['member'], entity: 'land' });
    await joined('nadia', { roles: ['partner'], partner: 'nile' });
    for (const party of ['entity:land', 'partner:nile']) {
      const { body } = await contest(reviewer, party, { 'accept-language': 'en' });
      expect(body).toMatchObject({ status: 403, code: 'contest/party-has-people' });
      expect(body.title).toContain('has people of its own');
      const arabic = await contest(reviewer, party, { 'accept-language': 'ar' });
      expect(arabic.body.title).toContain('للطرف من يتكلم عنه');
    }
    expect((await contest(reviewer, 'entity:roads')).status).toBe(201);
  });

  it('is refused to a reviewer of the body as to any other: he is there to judge', async () => {
    const noha = await joined('noha', { roles: ['reviewer'], entity: 'land' });
    expect((await contest(noha, 'entity:land')).body).toMatchObject({ code: 'contest/party-has-people' });
    expect((await contest(noha, 'entity:roads')).status).toBe(201);
  });

  it('is taken where a partner has no commitment: nobody of it could contest there', async () => {
    const id = await booked('partner:nile', {}, false);
    expect((await contestIn(reviewer, id, 'partner:nile')).status).toBe(201);
  });

  it('is taken where nobody of the body may see the initiative, until one of them is of its team', async () => {
    const id = await booked('entity:land', { audience: 'reviewers' });
    expect((await contestIn(reviewer, id, 'entity:land')).status).toBe(201);
    const closed = async (more: (id: string) => Promise<unknown>): Promise<Answer> => {
      const made = await booked('entity:land');
      await give(reviewer, `/api/projects/${made}/members`, { user: 'rami', role: 'reviewer' });
      await give(lead, `/api/projects/${made}/describe`, { audience: 'team' });
      await more(made);
      return contestIn(reviewer, made, 'entity:land');
    };
    expect((await closed(async () => undefined)).status).toBe(201);
    const named = (user: string) => (made: string) =>
      give(lead, `/api/projects/${made}/members`, { user, role: 'member' });
    expect((await closed(named('nobody-yet'))).status).toBe(201);
    expect((await closed(named('maha'))).body).toMatchObject({ code: 'contest/party-has-people' });
    expect((await closed(named('walid'))).body).toMatchObject({ code: 'contest/party-has-people' });
  });

  it('is refused where the successor has people', async () => {
    await give(masar(), '/api/entities/roads/succeed', { by: 'land', on: '2026-03-01' });
    expect((await contest(reviewer, 'entity:roads')).body).toMatchObject({ code: 'contest/party-has-people' });
  });

  it('is decided by the other reviewer when the party itself contests, and by the one who would have contested', async () => {
    const fadi = await joined('fadi', { roles: ['focal-point'], entity: 'land' });
    const restricted = await booked('entity:land', { audience: 'reviewers' });
    expect((await contestIn(reviewer, restricted, 'entity:land')).body).toMatchObject({
      code: 'contest/party-has-people',
    });
    for (const judge of [reviewer, other]) {
      const id = await booked('entity:land');
      await give(fadi, `/api/projects/${id}/contests`, { id: 'x', party: 'entity:land', ...span });
      expect((await judge.post(`/api/projects/${id}/contests/x/dismiss`, { reason: 'no' })).status).toBe(200);
    }
  });

  it('comes in the name of whom a reviewer stands in for, where that is one of the body', async () => {
    const samir = await joined('samir', { roles: ['member'], entity: 'land' });
    const wanted = { to: 'reem', what: ['contest.raise'], since: '2026-03-01', until: '2026-03-31' };
    await give(samir, '/api/delegations', wanted);
    const id = await booked('entity:land');
    await give(other, `/api/projects/${id}/contests`, { party: 'entity:land', ...span });
    const events = (await lead.get(`/api/projects/${id}/events`)).body.items;
    expect(events.at(-1)).toMatchObject({ type: 'ledger.contested.v1', actor: 'reem', onBehalfOf: 'samir' });
  });

  it('is taken again when the last of its people is disabled', async () => {
    await give(masar(), '/api/people/nadia/disable', { reason: 'left' });
    expect((await contest(reviewer, 'partner:nile')).status).toBe(201);
  });
});

describe('a member', () => {
  const add =
    async (user: string, role = 'member') =>
    (by: Asking) =>
      booked('cabinet').then((id) => by.post(`/api/projects/${id}/members`, { user, role }));
  const answered = async (user: string, role?: string, by = lead) => (await (await add(user, role))(by)).body;

  it('is an official, or somebody who is still to be invited', async () => {
    expect(await answered('maha')).toMatchObject({ id: 'maha' });
    expect(await answered('invited-tomorrow', 'lead')).toMatchObject({ id: 'invited-tomorrow' });
    expect(await answered('invited-tomorrow', 'independent', reviewer)).toMatchObject({ id: 'invited-tomorrow' });
  });

  it('is no partner’s person, no program, no closed account and no body of the constitution: one answer for all', async () => {
    await joined('adel', { roles: ['partner'], partner: 'nile' });
    await joined('gone', { roles: ['member'], entity: 'health' });
    await give(masar(), '/api/people/gone/disable', { reason: 'left' });
    const told = async (user: string) => {
      const { status, code, title, errors } = await answered(user);
      return JSON.stringify([status, code, title, errors]).replaceAll(user, '…');
    };
    const [first, ...rest] = await Promise.all(['adel', 'land-feed', 'gone', 'cabinet'].map(told));
    expect(first).toContain('initiative/member-not-official');
    expect(JSON.parse(first!)[0]).toBe(422);
    expect(rest).toEqual([first, first, first]);
  });

  it('in a batch is asked about like one alone, however many there are', async () => {
    const id = await booked('cabinet');
    const adding = (user: string) => ({ path: `/api/projects/${id}/members`, body: { user, role: 'member' } });
    const many = Array.from({ length: 120 }, (_, at) => adding(`official-${at}`));
    const send = (commands: readonly object[]) => lead.post('/api/batch', { atomic: true, commands });
    expect((await send([...many, adding('adel')])).body).toMatchObject({ code: 'initiative/member-not-official' });
    expect((await send(many)).status).toBe(200);
    expect((await lead.get(`/api/projects/${id}/members`)).body.total).toBe(121);
  });
});

describe('the questions behind it', () => {
  it('are answered to officials, yes or no, and are nothing to a partner', async () => {
    const asked = ['/api/directory/voices?party=entity:land', '/api/directory/names?user=adel'];
    const [voices, names] = await Promise.all(asked.map((path) => lead.get(path)));
    expect(voices!.body).toMatchObject({ party: 'entity:land', hasPeople: true });
    expect(voices!.body.people).toContainEqual({ roles: ['member'], entity: 'land', predecessors: ['roads'] });
    const one = async (user: string) => (await lead.get(`${asked[0]!}&user=${user}`)).body;
    expect(await one('walid')).toMatchObject({ hasPeople: false, people: [{ roles: ['auditor'] }] });
    expect(await one('rami')).toEqual({ party: 'entity:land', hasPeople: false, people: [] });
    expect(names!.body).toEqual({ user: 'adel', mayJoin: false });
    const salma = await joined('salma', { roles: ['partner'], partner: 'nile' });
    for (const path of asked) expect((await salma.get(path)).body).toMatchObject({ code: 'read/not-found' });
    expect((await lead.get('/api/directory/voices?party=land')).status).toBe(422);
    for (const party of ['partner:none', 'entity:none'])
      expect((await lead.get(`/api/directory/voices?party=${party}`)).body).toMatchObject({
        status: 422,
        code: 'initiative/unknown-party',
      });
  });

  it('tell officials what officials are called, also those who left, and nobody else', async () => {
    await joined('retired', { roles: ['member'], entity: 'land', name: { ar: 'جمال', en: 'Gamal' } });
    await give(masar(), '/api/people/retired/disable', { reason: 'moved' });
    const { items } = (await lead.get('/api/directory/officials?limit=500')).body;
    expect(items).toContainEqual({ id: 'retired', name: { ar: 'جمال', en: 'Gamal' }, entity: 'land' });
    expect(items).toContainEqual({ id: 'reem', name: { en: 'reem' } });
    const ids = items.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining(['layla', 'rami']));
    // Nor are people of partners among them, whoever asks.
    expect(ids).not.toContain('salma');
    const partner = await joined('olfat', { roles: ['partner'], partner: 'nile' });
    expect((await partner.get('/api/directory/officials')).body).toMatchObject({ code: 'read/not-found' });
  });
});
