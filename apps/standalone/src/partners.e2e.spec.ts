import { beforeAll, describe, expect, it } from '@jest/globals';
import { runningStandalone } from './testing/running.js';

const running = runningStandalone('partners', { MASAR_TODAY: '2026-05-20' });
const evidence = [{ title: 'Handover', url: 'https://documents.example.com/1' }];
const sites = {
  id: 'c-1',
  direction: 'partner-to-government',
  title: { en: 'Ten sites made ready' },
  initiative: 'projects/P-1',
  milestone: 'm-1',
  dueOn: '2026-04-01',
  on: '2026-03-01',
};

beforeAll(async () => {
  const api = running();
  await api.post('/api/entities', { id: 'works', name: { en: 'Works' }, jurisdiction: 'EG' });
  await api.post('/api/projects', {
    id: 'P-1',
    title: { en: 'Schools' },
    partnerTitle: { en: 'Places to learn' },
    owner: 'works',
    startedOn: '2026-02-01',
  });
  await api.post('/api/projects/P-1/milestones', { id: 'm-1', title: { en: 'Sites' }, target: '2026-05-01' });
});

describe('partners over HTTP', () => {
  it('are registered, read, and a party from then on', async () => {
    const api = running();
    const wait = { party: 'partner:nile', reason: 'busy', since: '2026-03-01' };
    expect((await api.post('/api/projects/P-1/waits', wait)).body.code).toBe('initiative/unknown-party');
    const made = await api.post('/api/partners', { id: 'nile', name: { ar: 'النيل', en: 'Nile' }, on: '2026-02-16' });
    expect([made.status, made.headers['location'], made.body.position]).toEqual([
      201,
      '/api/partners/nile',
      'partners/nile@1',
    ]);
    await api.post('/api/partners', { id: 'delta', name: { en: 'Delta' } });
    expect((await api.get('/api/partners')).body).toMatchObject({ total: 2, items: [{ id: 'delta' }, { id: 'nile' }] });
    expect((await api.get('/api/partners/nile')).body).toMatchObject({ status: 'active', registeredOn: '2026-02-16' });
    expect((await api.get('/api/partners/nobody')).body.code).toBe('partner/unknown');
    const { body } = await api.post('/api/projects/P-1/waits', { id: 'w-1', ...wait });
    expect(body.id).toBe('w-1');
    await api.post('/api/projects/P-1/waits/w-1/end', { on: '2026-03-01' });
    expect((await api.post('/api/partners', { id: 'nile', name: { en: 'Nile' } })).body.code).toBe('stream/exists');
    expect((await api.post('/api/partners', { name: { en: 'Made' } })).body.id).toMatch(/^n-[0-9a-f]{12}$/);
  });

  it('commit, report and are read with both clocks', async () => {
    const api = running();
    const offered = await api.post('/api/partners/nile/commitments', sites);
    expect([offered.status, offered.headers['location'], offered.body.id]).toEqual([
      201,
      '/api/commitments/c-1',
      'c-1',
    ]);
    expect((await api.get('/api/partner/inbox')).body.items).toEqual([]);
    for (const [command, body] of [
      ['accept', { on: '2026-03-04' }],
      ['report', { on: '2026-04-08', evidence }],
      ['return', { on: '2026-04-20', reason: 'no power' }],
      ['report', { on: '2026-04-26', evidence }],
    ] as const)
      expect((await api.post(`/api/commitments/c-1/${command}`, body)).status).toBe(200);
    const { body, headers } = await api.get('/api/commitments/c-1');
    expect(headers['etag']).toBe('"5"');
    expect(body).toMatchObject({
      partner: 'nile',
      status: 'reported',
      dueOn: '2026-04-01',
      offeredBy: 'government',
      clock: { offered: 3, debtor: 41, receiver: 36 },
      position: 'commitments/c-1@5',
      for: {
        title: { en: 'Places to learn' },
        milestone: { id: 'm-1', currentTarget: { date: '2026-05-01' }, actual: null },
        booked: [
          { from: '2026-04-01', to: '2026-04-08', days: 7, source: 'derived', contest: null },
          { from: '2026-04-20', to: '2026-04-26', days: 6, source: 'derived', contest: null },
        ],
      },
    });
    expect(body.steps.map(({ step, on }: { step: string; on: string }) => `${step} ${on}`)).toEqual([
      'offered 2026-03-01',
      'accepted 2026-03-04',
      'reported 2026-04-08',
      'returned 2026-04-20',
      'reported 2026-04-26',
    ]);
    const { items } = (await api.get('/api/commitments/c-1/events?limit=2')).body;
    expect(items).toMatchObject([{ type: 'commitment.offered.v1', version: 1 }, { happenedOn: '2026-03-04' }]);
    expect((await api.get('/api/partner/inbox')).body.items).toMatchObject([
      { id: 'c-1', wants: 'decision', of: 'government', since: '2026-04-26', partner: 'nile' },
    ]);
  });

  it('are listed by partner and by initiative, and each is found under its own partner alone', async () => {
    const api = running();
    await api.post('/api/partners/delta/commitments', { ...sites, id: 'c-2', milestone: undefined });
    const ids = async (query: string) =>
      (await api.get(`/api/commitments${query}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await ids('')).toEqual(['c-1', 'c-2']);
    expect(await ids('?partner=delta')).toEqual(['c-2']);
    expect(await ids('?initiative=projects/P-1&partner=nile')).toEqual(['c-1']);
    expect(await ids('?initiative=laws/L-1')).toEqual([]);
    const first = await api.get('/api/commitments?limit=1');
    expect(first.body).toMatchObject({ total: 2, items: [{ id: 'c-1' }] });
    expect(await ids(`?limit=1&cursor=${first.body.next}`)).toEqual(['c-2']);
    expect((await api.get('/api/partners/delta/commitments')).body.items).toMatchObject([{ id: 'c-2' }]);
    expect((await api.get('/api/partners/delta/commitments/c-2')).status).toBe(200);
    expect((await api.get('/api/partners/delta/commitments/c-1')).body.code).toBe('stream/not-found');
    expect((await api.get('/api/commitments/c-9')).body.code).toBe('stream/not-found');
  });

  it('agree on another due date', async () => {
    const api = running();
    await api.post('/api/commitments/c-2/accept', { on: '2026-03-02' });
    const change = { id: 'd-1', to: '2026-06-01', reason: 'the feast', on: '2026-03-03' };
    const proposed = await api.post('/api/commitments/c-2/due-changes', change);
    expect([proposed.status, proposed.body.id, proposed.headers['location']]).toEqual([
      201,
      'd-1',
      '/api/commitments/c-2/due-changes/d-1',
    ]);
    expect((await api.get('/api/commitments/c-2/due-changes')).body.items).toMatchObject([{ status: 'undecided' }]);
    expect((await api.post('/api/commitments/c-2/due-changes/d-1/agree', { on: '2026-03-04' })).body.id).toBe('d-1');
    expect((await api.get('/api/commitments/c-2')).body.dueOn).toBe('2026-06-01');
    expect((await api.get('/api/commitments/c-2/due-changes/d-1')).body).toMatchObject({ status: 'agreed' });
    expect((await api.post('/api/commitments/c-2/due-changes/d-1/refuse')).body.code).toBe('due-change/decided');
  });

  it('that are suspended commit to nothing new', async () => {
    const api = running();
    expect((await api.post('/api/partners/delta/suspend', { reason: 'over' })).status).toBe(200);
    expect((await api.get('/api/partners/delta')).body).toMatchObject({
      status: 'suspended',
      suspended: { on: '2026-05-20', reason: 'over' },
    });
    const { body } = await api.post('/api/partners/delta/commitments', { ...sites, id: 'c-3', on: '2026-04-01' });
    expect(body.code).toBe('partner/suspended');
  });

  it('are asked for an initiative that is there, and a body that is whole', async () => {
    const api = running();
    const offer = async (fields: object) =>
      (await api.post('/api/partners/nile/commitments', { ...sites, id: 'c-4', ...fields })).body;
    expect((await offer({ initiative: 'projects/P-9' })).code).toBe('commitment/unknown-initiative');
    expect((await offer({ initiative: 'commitments/c-1' })).code).toBe('body/invalid');
    expect((await offer({ with: 'entity:nobody' })).code).toBe('initiative/unknown-party');
    expect((await offer({ direction: 'both' })).code).toBe('body/invalid');
    expect((await offer({ owner: 'x' })).code).toBe('body/unknown-field');
    expect((await api.post('/api/partners/nobody/commitments', { ...sites, id: 'c-5' })).body.code).toBe(
      'partner/unknown',
    );
    expect((await api.post('/api/commitments/c-9/accept')).body.code).toBe('stream/not-found');
    expect((await api.get('/api/commitments?status=late')).body.code).toBe('page/unknown-filter');
  });

  it('keep a key for every resend, and lie beside the initiative in the topics', async () => {
    const api = running();
    const key = { 'idempotency-key': 'offer-once' };
    const body = { ...sites, id: undefined, milestone: undefined };
    const first = await api.post('/api/partners/nile/commitments', body, key);
    const again = await api.post('/api/partners/nile/commitments', body, key);
    expect(again.body).toEqual(first.body);
    const feed = await api.get('/api/events?types=commitment.offered.v1&limit=10');
    const keys = feed.body.items.map(({ partitionkey }: { partitionkey: string }) => partitionkey);
    expect(keys).toEqual(['projects/P-1', 'projects/P-1', 'projects/P-1']);
  });
});
