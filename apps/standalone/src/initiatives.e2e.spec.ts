import { beforeAll, describe, expect, it } from '@jest/globals';
import { runningStandalone, type Answer } from './testing/running.js';

const masar = runningStandalone('initiatives', { MASAR_TODAY: '2026-03-11', MASAR_ALLOW_TODAY: '1' });
const at = (path: string) => `/api/projects/P-1${path}`;
const told = ({ status, body }: Answer) => [status, body.code ?? body.id];

beforeAll(async () => {
  for (const id of ['education', 'finance', 'land', 'justice'])
    await masar().post('/api/entities', { id, name: { ar: id }, jurisdiction: 'EG' });
  await masar().post('/api/projects', {
    id: 'P-1',
    title: { ar: 'مدارس' },
    owner: 'education',
    startedOn: '2026-02-01',
  });
  await masar().post(at('/milestones'), { id: 'm-1', title: { ar: 'أولى' }, target: '2026-05-03', key: true });
});

describe('dates of a milestone', () => {
  it('are asked for, decided and read back', async () => {
    const asked = await masar().post(at('/milestones/m-1/target-changes'), {
      id: 'c-1',
      to: '2026-06-01',
      reason: 'تأخر التوريد',
    });
    expect([told(asked), asked.headers['location']]).toEqual([
      [201, 'c-1'],
      '/api/projects/P-1/milestones/m-1/target-changes/c-1',
    ]);
    expect(
      told(await masar().post(at('/milestones/m-1/target-changes'), { to: '2026-07-01', reason: 'أخرى' })),
    ).toEqual([409, 'target-change/undecided']);
    expect(told(await masar().post(at('/milestones/m-1/target-changes/c-1/approve'), { reason: 'مقبول' }))).toEqual([
      200,
      'c-1',
    ]);
    const change = (await masar().get(String(asked.headers['location']))).body;
    expect(change).toMatchObject({
      id: 'c-1',
      status: 'approved',
      from: { date: '2026-05-03' },
      to: { date: '2026-06-01' },
      decidedBy: 'admin',
    });
    expect((await masar().get(at('/milestones/m-1'))).body).toMatchObject({
      originalTarget: { date: '2026-05-03' },
      currentTarget: { date: '2026-06-01' },
    });
    expect((await masar().get(at('/target-changes'))).body.total).toBe(1);
  });

  it('of a rule say the rule', async () => {
    await masar().post(at('/milestones'), { id: 'm-2', title: { ar: 'ثانية' }, target: { after: 'm-1', days: 30 } });
    expect((await masar().get(at('/milestones/m-2'))).body.currentTarget).toEqual({
      unresolved: true,
      after: 'm-1',
      days: 30,
    });
    expect(told(await masar().post(at('/milestones/m-1/dependencies'), { dependsOn: ['m-2'] }))).toEqual([
      422,
      'milestone/cycle',
    ]);
  });
});

describe('the days', () => {
  it('waits are recorded, affirmed and ended', async () => {
    const began = await masar().post(at('/waits'), {
      id: 'w-1',
      party: 'entity:finance',
      reason: 'busy',
      since: '2026-02-05',
    });
    expect(told(began)).toEqual([201, 'w-1']);
    expect(told(await masar().post(at('/waits/w-1/affirm'), { on: '2026-03-01' }))).toEqual([200, 'w-1']);
    expect(told(await masar().post(at('/waits/w-1/end'), { on: '2026-03-05' }))).toEqual([200, 'w-1']);
    expect((await masar().get(at('/waits/w-1'))).body).toMatchObject({
      since: '2026-02-05',
      endedOn: '2026-03-05',
      status: 'ended',
      affirmedOn: '2026-03-01',
    });
    expect(
      told(await masar().post(at('/waits'), { party: 'entity:nobody', reason: 'busy', since: '2026-02-05' })),
    ).toEqual([422, 'initiative/unknown-party']);
    expect(
      told(
        await masar().post(at('/waits'), {
          party: 'entity:land',
          reason: 'busy',
          since: '2026-02-05',
          milestone: 'm-9',
        }),
      ),
    ).toEqual([422, 'milestone/unknown']);
  });

  it('a contest speaks about days booked to the party, and is ruled', async () => {
    const asked = { party: 'entity:finance', reason: 'لم يصلنا الملف' };
    expect(told(await masar().post(at('/contests'), { ...asked, from: '2026-02-01', to: '2026-02-20' }))).toEqual([
      409,
      'contest/not-booked',
    ]);
    expect(
      told(await masar().post(at('/contests'), { ...asked, id: 'x-1', from: '2026-02-05', to: '2026-02-20' })),
    ).toEqual([201, 'x-1']);
    const spans = [{ from: '2026-02-05', to: '2026-02-09', party: 'entity:education' }];
    expect(told(await masar().post(at('/contests/x-1/rule'), { spans, reason: 'وصل متأخرًا' }))).toEqual([200, 'x-1']);
    expect((await masar().get(at('/contests/x-1'))).body).toMatchObject({ status: 'ruled', spans });
    expect(told(await masar().post(at('/contests/x-1/dismiss'), { reason: 'لا' }))).toEqual([409, 'contest/decided']);
  });

  it('a pause is asked for, granted, renewed and ended', async () => {
    const asked = { on: '2026-03-10', until: '2026-03-20', reason: 'فيضان', steps: 'تصريف' };
    expect(told(await masar().post(at('/pauses'), { id: 'p-1', ...asked }))).toEqual([201, 'p-1']);
    expect(told(await masar().post(at('/pauses/p-1/grant')))).toEqual([200, 'p-1']);
    expect(told(await masar().post(at('/pauses/p-1/renew'), { until: '2026-03-30', reason: 'استمر' }))).toEqual([
      200,
      'p-1',
    ]);
    expect((await masar().get(at('/pauses/p-1'))).body).toMatchObject({
      status: 'granted',
      on: '2026-03-10',
      until: '2026-03-30',
      renewals: [{ until: '2026-03-30' }],
    });
    expect(told(await masar().post(at('/pauses/p-1/end'), { on: '2026-03-11' }))).toEqual([200, 'p-1']);
    expect(told(await masar().post(at('/pauses'), { ...asked, until: '2026-08-01' }))).toEqual([422, 'pause/too-long']);
  });
});

describe('corrections, blockers, notes, members', () => {
  it('a correction names the version it corrects', async () => {
    const { version } = (await masar().get(at('/waits/w-1'))).body as { version: number };
    const asked = await masar().post(at('/corrections'), {
      id: 'k-1',
      version,
      field: 'since',
      to: '2026-02-06',
      reason: 'خطأ في النقل',
    });
    expect(asked.status).toBe(201);
    const { status } = (await masar().get(at('/corrections/k-1'))).body as { status: string };
    if (status === 'undecided') await masar().post(at('/corrections/k-1/approve'));
    expect((await masar().get(at('/waits/w-1'))).body.since).toBe('2026-02-06');
    expect(told(await masar().post(at('/corrections'), { version: 1, field: 'stage', to: 'x', reason: 'r' }))).toEqual([
      422,
      'correction/field-not-correctable',
    ]);
  });

  it('a blocker goes to a decider and is resolved', async () => {
    expect(
      told(
        await masar().post(at('/blockers'), {
          id: 'b-1',
          title: { ar: 'أرض' },
          decider: 'cabinet',
          dueOn: '2026-04-01',
        }),
      ),
    ).toEqual([201, 'b-1']);
    expect(told(await masar().post(at('/blockers/b-1/resolve'), { outcome: 'خُصصت الأرض' }))).toEqual([200, 'b-1']);
    expect((await masar().get(at('/blockers/b-1'))).body).toMatchObject({
      status: 'resolved',
      resolvedOn: '2026-03-11',
    });
  });

  it('members are added and removed', async () => {
    expect(told(await masar().post(at('/members'), { user: 'hoda', role: 'lead' }))).toEqual([201, 'hoda']);
    expect((await masar().get(at('/members/hoda'))).body).toMatchObject({ user: 'hoda', role: 'lead' });
    expect(told(await masar().post(at('/members/hoda/remove')))).toEqual([200, 'hoda']);
    expect(told(await masar().get(at('/members/hoda')))).toEqual([404, 'read/not-found']);
  });
});

describe('the end of a project', () => {
  it('waits for its key milestones', async () => {
    expect(told(await masar().post(at('/complete')))).toEqual([409, 'initiative/open-milestones']);
    await masar().post(at('/milestones/m-1/start'), { on: '2026-02-10' });
    expect(told(await masar().post(at('/milestones/m-1/confirm')))).toEqual([409, 'milestone/not-reached']);
    await masar().post(at('/milestones/m-1/reach'), { on: '2026-03-08' });
    expect(told(await masar().post(at('/complete')))).toEqual([200, 'P-1']);
    expect((await masar().get(at(''))).body).toMatchObject({ status: 'complete', endedOn: '2026-03-11' });
    expect(
      told(await masar().post(at('/waits'), { party: 'entity:land', reason: 'busy', since: '2026-03-01' })),
    ).toEqual([409, 'initiative/closed']);
  });
});

describe('a law', () => {
  const law = (path: string) => `/api/laws/L-1${path}`;
  it('walks its path, and a step outside it is refused naming the allowed ones', async () => {
    await masar().post('/api/laws', {
      id: 'L-1',
      title: { ar: 'قانون' },
      owner: 'justice',
      jurisdiction: 'EG',
      instrument: 'law',
    });
    const entered = await masar().post(law('/stages'), { stage: 'ministry-draft', on: '2026-01-04' });
    expect([told(entered), entered.headers['location']]).toEqual([
      [201, 'ministry-draft'],
      '/api/laws/L-1/stages/ministry-draft',
    ]);
    await masar().post(law('/stages'), { stage: 'council-of-ministers', on: '2026-02-01' });
    const jump = await masar().post(law('/stages'), { stage: 'gazette', on: '2026-02-15' });
    expect(told(jump)).toEqual([409, 'law/stage-not-allowed']);
    expect(JSON.stringify(jump.body.details)).toContain('committee');
    expect((await masar().get(law('/stages/ministry-draft'))).body).toMatchObject({
      from: '2026-01-04',
      to: '2026-02-01',
      visit: 1,
    });
    expect(told(await masar().post(law('/complete')))).toEqual([409, 'initiative/no-outcome']);
    expect(told(await masar().post(law('/outcome'), { outcome: 'withdrawn', on: '2026-03-01' }))).toEqual([
      200,
      'withdrawn',
    ]);
  });

  it('of an unknown path is refused; a project has no stages', async () => {
    expect(
      told(
        await masar().post('/api/laws', {
          title: { ar: 'ق' },
          owner: 'justice',
          jurisdiction: 'FR',
          instrument: 'decree',
        }),
      ),
    ).toEqual([422, 'initiative/unknown-path']);
    expect((await masar().post(at('/stages'), { stage: 'plenary' })).status).toBe(404);
  });
});

describe('a policy', () => {
  const policy = (path: string) => `/api/policies/S-1${path}`;
  it('is applied by the entities of its scope', async () => {
    await masar().post('/api/policies', { id: 'S-1', title: { ar: 'سياسة' }, owner: 'finance' });
    const entities = [
      { entity: 'education', dueOn: '2026-06-01' },
      { entity: 'land', dueOn: '2026-06-01', obligations: ['نشر'] },
    ];
    expect((await masar().post(policy('/scope'), { on: '2026-02-01', entities })).status).toBe(200);
    expect(
      told(await masar().post(policy('/applications'), { entity: 'education', on: '2026-03-01', state: 'applied' })),
    ).toEqual([201, 'education']);
    expect(told(await masar().post(policy('/applications/education/verify'), { on: '2026-03-05' }))).toEqual([
      200,
      'education',
    ]);
    expect(
      told(await masar().post(policy('/exempt'), { entity: 'land', on: '2026-03-02', ground: 'بحكم القانون' })),
    ).toEqual([200, 'land']);
    expect((await masar().get(policy('/applications/education'))).body).toMatchObject({
      state: 'applied',
      status: 'verified',
    });
    expect(told(await masar().post(policy('/applications'), { entity: 'justice', state: 'begun' }))).toEqual([
      409,
      'policy/entity-not-in-scope',
    ]);
    expect((await masar().get(policy('/scope'))).body.items[0].entities).toEqual(entities);
    expect((await masar().get(policy('/exempt/land'))).body.ground).toBe('بحكم القانون');
  });
});
