import { beforeAll, describe, expect, it } from '@jest/globals';
import { peopleOf, type Asking } from './testing/people-of-house.js';
import { runningStandalone, type Answer } from './testing/running.js';

const masar = runningStandalone('people-of-partners', { MASAR_TODAY: '2026-05-20' });
const { joined } = peopleOf(masar);
const evidence = [{ title: 'Handover', url: 'https://documents.example.com/1' }];
const offered = (id: string, initiative: string, fields: object = {}) => ({
  id,
  initiative: `projects/${initiative}`,
  direction: 'partner-to-government',
  title: { en: `What ${id} is` },
  dueOn: '2026-04-01',
  on: '2026-03-01',
  ...fields,
});

/** Rights a partner's people have: about themselves, their commitments, and what is booked to their partner. */
const forPartners =
  /^(file\.|session\.|password\.|profile\.|second-factor\.|delegation\.|partner\.(read|inbox)$|commitment\.|contest\.raise$)/;

let lead: Asking;
let other: Asking;
let reviewer: Asking;
let nadia: Asking;
let adel: Asking;

const made = async (answer: Promise<Answer>): Promise<Answer> => {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return answer;
};
const give = (by: Asking, path: string, body: object = {}) => made(by.post(path, body));

beforeAll(async () => {
  for (const id of ['education', 'health'])
    await give({ ...masar() }, '/api/entities', { id, name: { en: id }, jurisdiction: 'EG' });
  for (const id of ['nile', 'delta']) await give(masar(), '/api/partners', { id, name: { en: id }, on: '2026-02-01' });
  lead = await joined('layla', { roles: ['lead', 'member'], entity: 'education' });
  other = await joined('omar', { roles: ['lead', 'member'], entity: 'health' });
  reviewer = await joined('rami', { roles: ['reviewer'] });
  nadia = await joined('nadia', { roles: ['partner'], partner: 'nile' });
  adel = await joined('adel', { roles: ['partner'], partner: 'delta' });
  for (const [id, audience] of [
    ['open', 'portfolio'],
    ['secret', 'team'],
  ]) {
    const project = { id, title: { en: id }, owner: 'education', startedOn: '2026-02-01', audience };
    await give(lead, '/api/projects', { ...project, partnerTitle: { en: 'Places to learn' } });
    for (const milestone of ['sites', 'paint'])
      await give(lead, `/api/projects/${id}/milestones`, {
        id: milestone,
        title: { en: milestone },
        target: '2026-05-01',
      });
  }
  await give(lead, '/api/partners/nile/commitments', offered('c-1', 'open', { milestone: 'sites' }));
  await give(lead, '/api/partners/nile/commitments', offered('c-2', 'secret'));
  await give(lead, '/api/partners/delta/commitments', offered('c-3', 'open'));
}, 120_000);

/** An answer without what names it, as far as another id would name it otherwise. */
const texts = ({ status, body }: Answer, id: string) =>
  JSON.stringify([status, body])
    .replaceAll(id, '…')
    .replaceAll(/"(instance|requestId|correlationId)":"[^"]*"/g, '');

const ids = ({ body }: Answer): readonly string[] => body.items.map(({ id }: { id: string }) => id);

describe('people of a partner', () => {
  it('see their commitments, and of everything else not that it is there', async () => {
    expect(ids(await nadia.get('/api/commitments'))).toEqual(['c-1', 'c-2']);
    expect(ids(await nadia.get('/api/partner/inbox'))).toEqual(['c-1', 'c-2']);
    expect(ids(await adel.get('/api/partners'))).toEqual(['delta']);
    expect((await nadia.get('/api/commitments/c-1')).body).toMatchObject({
      partner: 'nile',
      for: { title: { en: 'Places to learn' }, milestone: { id: 'sites' } },
    });
    for (const path of ['/api/commitments/c-3', '/api/commitments/c-3/events', '/api/commitments/c-3/due-changes']) {
      const [theirs, nothing] = [await nadia.get(path), await nadia.get(path.replace('c-3', 'c-9'))];
      expect([path, theirs.status, texts(theirs, 'c-3')]).toEqual([path, 404, texts(nothing, 'c-9')]);
    }
    for (const path of ['projects', 'timelines/projects/open', 'portfolio', 'events', 'entities', 'export/events.json'])
      expect([path, (await nadia.get(`/api/${path}`)).status]).toEqual([path, 404]);
  });

  it('find at every address that is not for them what is found where nothing is', async () => {
    const nothing = texts(await nadia.get('/api/nothing-of-this-name'), '/api/nothing-of-this-name');
    const { paths } = (await masar().get('/api/openapi.json')).body as {
      paths: Record<string, Record<string, { 'x-permission'?: string }>>;
    };
    let closed = 0;
    for (const [path, methods] of Object.entries(paths))
      for (const [method, { 'x-permission': action }] of Object.entries(methods)) {
        if (action === undefined || forPartners.test(action)) continue;
        const address = path.replace('{id}', 'open').replaceAll(/\{\w+\}/g, 'sites');
        const answer = await (method === 'get' ? nadia.get(address) : nadia.post(address));
        expect([method, path, answer.status, texts(answer, address)]).toEqual([method, path, 404, nothing]);
        closed += 1;
      }
    expect(closed).toBeGreaterThan(100);
  });

  it('give commands for their own commitments and are told of no others', async () => {
    const accept = (by: Asking, id: string) => by.post(`/api/commitments/${id}/accept`, { on: '2026-03-04' });
    const [theirs, nothing] = [await accept(nadia, 'c-3'), await accept(nadia, 'c-9')];
    expect([theirs.status, texts(theirs, 'c-3')]).toEqual([404, texts(nothing, 'c-9')]);
    expect((await accept(lead, 'c-1')).body).toMatchObject({ status: 403, code: 'commitment/other-side' });
    expect((await accept(nadia, 'c-1')).status).toBe(200);
    const report = { on: '2026-04-08', evidence };
    expect((await other.post('/api/commitments/c-1/report', report)).body).toMatchObject({ code: 'access/denied' });
    await give(nadia, '/api/commitments/c-1/report', report);
    expect((await nadia.post('/api/commitments/c-1/confirm')).body).toMatchObject({
      code: 'commitment/same-reporter',
    });
    await give(lead, '/api/commitments/c-1/return', { on: '2026-04-20', reason: 'no power' });
  });

  it('offer for initiatives they have a commitment for; of others and of other milestones nothing is there', async () => {
    const offer = (initiative: string, fields: object = {}) =>
      adel.post('/api/partners/delta/commitments', { ...offered('c-4', initiative), ...fields });
    const [hidden, missing] = [await offer('secret'), await offer('nothing')];
    expect([hidden.body.code, texts(hidden, 'secret')]).toEqual([
      'commitment/unknown-initiative',
      texts(missing, 'nothing'),
    ]);
    const [unfed, unknown] = [await offer('open', { milestone: 'sites' }), await offer('open', { milestone: 'none1' })];
    expect([unfed.body.code, texts(unfed, 'sites')]).toEqual(['milestone/unknown', texts(unknown, 'none1')]);
    const [named, nobody] = [
      await offer('open', { with: 'entity:health' }),
      await offer('open', { with: 'entity:nobody' }),
    ];
    expect([named.body.code, texts(named, 'health')]).toEqual(['initiative/unknown-party', texts(nobody, 'nobody')]);
    for (const partner of ['nile', 'nobody'])
      expect((await adel.post(`/api/partners/${partner}/commitments`, offered('c-5', 'open'))).body).toMatchObject({
        code: 'partner/unknown',
      });
    expect((await offer('open')).status).toBe(201);
  });

  it('contest what is booked to the partner where it has a commitment, suspended too', async () => {
    const days = { id: 'x-1', party: 'partner:nile', from: '2026-04-20', to: '2026-05-02', reason: 'power was ours' };
    const contest = (by: Asking, id: string, fields: object = {}) =>
      by.post(`/api/projects/${id}/contests`, { ...days, ...fields });
    const [hidden, missing] = [await contest(adel, 'secret'), await contest(adel, 'nothing')];
    expect([hidden.status, texts(hidden, 'secret')]).toEqual([404, texts(missing, 'nothing')]);
    for (const party of ['partner:nile', 'entity:health', 'entity:nobody'])
      expect((await contest(adel, 'open', { party })).body).toMatchObject({ code: 'access/denied' });
    await give(masar(), '/api/partners/nile/suspend', { reason: 'audit' });
    expect((await contest(nadia, 'open')).status).toBe(201);
    const report = { on: '2026-04-26', evidence };
    expect((await nadia.post('/api/commitments/c-1/report', report)).body).toMatchObject({ code: 'partner/suspended' });
    expect(JSON.stringify((await nadia.get('/api/commitments/c-1')).body.for.booked)).toContain('x-1');
    expect((await reviewer.post('/api/projects/open/contests/x-1/dismiss', { reason: 'no' })).status).toBe(200);
  });
});

describe('a commitment for what one may not see', () => {
  it('is not there: not by its id, in lists, counts and inboxes, nor to be answered, whatever the role', async () => {
    const asked = { on: '2026-03-04' };
    for (const by of [other, reviewer, { ...masar() }]) {
      for (const path of ['', '/events', '/due-changes']) {
        const [hidden, missing] = [
          await by.get(`/api/commitments/c-2${path}`),
          await by.get(`/api/commitments/c-9${path}`),
        ];
        expect([path, hidden.status, texts(hidden, 'c-2')]).toEqual([path, 404, texts(missing, 'c-9')]);
      }
      const all = await by.get('/api/commitments?limit=500');
      expect([ids(all), all.body.total]).toEqual([['c-1', 'c-3', 'c-4'], 3]);
      expect((await by.get('/api/partners/nile/commitments')).body.total).toBe(1);
      expect((await by.get('/api/commitments?initiative=projects/secret')).body.total).toBe(0);
      expect(ids(await by.get('/api/partner/inbox'))).not.toContain('c-2');
    }
    const [hidden, missing] = [
      await other.post('/api/commitments/c-2/withdraw', { ...asked, reason: 'x' }),
      await other.post('/api/commitments/c-9/withdraw', { ...asked, reason: 'x' }),
    ];
    expect([hidden.status, texts(hidden, 'c-2')]).toEqual([404, texts(missing, 'c-9')]);
    expect(ids(await lead.get('/api/commitments?limit=500'))).toEqual(['c-1', 'c-2', 'c-3', 'c-4']);
    const offer = (initiative: string) => other.post('/api/partners/nile/commitments', offered('c-6', initiative));
    const [unseen, unknown] = [await offer('secret'), await offer('nothing')];
    expect([unseen.body.code, texts(unseen, 'secret')]).toEqual([
      'commitment/unknown-initiative',
      texts(unknown, 'nothing'),
    ]);
  });

  it('is in no feed and no file, and lends its date to nobody outside the team', async () => {
    await give(masar(), '/api/partners', { id: 'coast', name: { en: 'coast' } });
    const hana = await joined('hana', { roles: ['partner'], partner: 'coast' });
    await give(lead, '/api/partners/coast/commitments', offered('c-7', 'secret'));
    await give(hana, '/api/commitments/c-7/accept', { on: '2026-03-04' });
    await give(hana, '/api/commitments/c-7/report', { on: '2026-04-08', evidence });
    await give(lead, '/api/commitments/c-7/confirm', { on: '2026-05-11' });
    const after = { after: 'commitments/c-7', days: 3 };
    await give(other, '/api/projects', { id: 'probe', title: { en: 'x' }, owner: 'health' });
    await give(other, '/api/projects/probe/milestones', { id: 'm', title: { en: 'm' }, target: after });
    await give(lead, '/api/projects/open/milestones', { id: 'leans', title: { en: 'm' }, target: after });
    const target = async (by: Asking, id: string, milestone: string) => {
      const version = String((await by.get(`/api/projects/${id}`)).headers['etag']).replaceAll('"', '');
      const level = `atLeast=projects/${id}@${version}&waitMs=20000`;
      const { milestones } = (await by.get(`/api/timelines/projects/${id}?${level}`)).body;
      return milestones.find((one: { id: string }) => one.id === milestone).currentTarget;
    };
    expect(await target(other, 'probe', 'm')).toMatchObject({ unresolved: true, provisional: null });
    expect(await target(lead, 'open', 'leans')).toMatchObject({ date: '2026-05-14' });
    const moved = await other.post('/api/projects/probe/milestones/m/move', { to: '2030-01-01', reason: 'guess' });
    expect(moved.body).toMatchObject({ code: 'target/unresolved' });
    const told = async (by: Asking) => {
      const texts = [
        JSON.stringify((await by.get('/api/events?limit=500')).body),
        JSON.stringify((await by.get('/api/export/events.json')).body),
        String((await by.get('/api/export/events.csv')).body),
      ];
      return ['c-1', 'c-2', 'c-7'].map((id) => texts.filter((text) => text.includes(`What ${id} is`)).length);
    };
    expect(await told(lead)).toEqual([3, 3, 3]);
    for (const by of [reviewer, { ...masar() }]) expect(await told(by)).toEqual([3, 0, 0]);
  });

  it('reaches its milestone when its partner confirms it, though the partner sees no initiative', async () => {
    const offer = offered('c-8', 'secret', { direction: 'government-to-partner', milestone: 'paint' });
    await give(lead, '/api/partners/delta/commitments', offer);
    await give(adel, '/api/commitments/c-8/accept', { on: '2026-03-04' });
    await give(lead, '/api/commitments/c-8/report', { on: '2026-04-08', evidence });
    expect((await lead.post('/api/commitments/c-8/confirm')).body).toMatchObject({ status: 403 });
    await give(adel, '/api/commitments/c-8/confirm', { on: '2026-05-11' });
    const reached = async () => (await lead.get('/api/projects/secret/milestones/paint')).body;
    for (const end = Date.now() + 20_000; (await reached()).status !== 'reached' && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await reached()).toMatchObject({ status: 'reached', actual: '2026-05-11' });
    expect((await adel.get('/api/projects/secret')).status).toBe(404);
    expect(ids(await adel.get('/api/commitments?initiative=projects/secret'))).toEqual(['c-8']);
  });
});
