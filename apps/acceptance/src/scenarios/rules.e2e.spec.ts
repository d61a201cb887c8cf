import { beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, oneOf, type Shown } from '../harness/shown.js';
import { registerEntities, timelineOf, useSystem } from '../harness/system-for-specs.js';

const { api, at } = useSystem({ now: '2026-02-01T08:00:00.000Z' });

const register = async (id: string, kind = 'projects', more: Record<string, unknown> = {}) => {
  const body = { id, title: { en: id }, owner: 'education', startedOn: '2026-02-01', ...more };
  await api().accept(`/api/${kind}`, body);
  return `/api/${kind}/${id}`;
};
const milestone = (timeline: Shown, id: string): Shown => oneOf(timeline['milestones'], 'id', id);
const spans = (timeline: Shown): string[] =>
  listOf(timeline['ledger']?.['entries']).map(
    (e) => `${e['from']} ${e['to']} ${e['bucket']} ${e['party']} ${e['cause']}`,
  );
const refusal = async (path: string, body: unknown) => {
  const answer = await api().post(path, body);
  return [answer.status, answer.body['code']];
};

beforeAll(() => registerEntities(api(), ['education', 'finance', 'land', 'justice']));

describe('targets', () => {
  it('the lead moves a working milestone by ten working days in all, either way, and no key milestone', async () => {
    at('2026-02-01');
    const path = await register('allowance');
    await api().accept(`${path}/milestones`, { id: 'm', title: { en: 'm' }, target: '2026-05-03' });
    await api().accept(`${path}/milestones`, { id: 'k', title: { en: 'k' }, target: '2026-05-03', key: true });
    expect(await refusal(`${path}/milestones/m/move`, { to: '2026-05-18', reason: 'x' })).toEqual([
      409,
      'target/beyond-allowance',
    ]);
    await api().accept(`${path}/milestones/m/move`, { to: '2026-05-17', reason: 'x' });
    expect(await refusal(`${path}/milestones/m/move`, { to: '2026-05-18', reason: 'x' })).toEqual([
      409,
      'target/beyond-allowance',
    ]);
    expect(await refusal(`${path}/milestones/k/move`, { to: '2026-05-04', reason: 'x' })).toEqual([
      409,
      'target/key-milestone',
    ]);
    const shown = milestone(await timelineOf(api(), 'projects/allowance'), 'm');
    expect(shown).toMatchObject({ originalTarget: { date: '2026-05-03' }, slip: { days: 14, workingDays: 10 } });
  });

  it('reaching lapses a request, and a decision after the target has moved is refused', async () => {
    at('2026-02-01');
    const path = await register('moved-meanwhile');
    await api().accept(`${path}/milestones`, { id: 'm', title: { en: 'm' }, target: '2026-05-03' });
    const asked = await api().accept(`${path}/milestones/m/target-changes`, { to: '2026-07-05', reason: 'x' });
    await api().accept(`${path}/milestones/m/move`, { to: '2026-05-04', reason: 'y' });
    const approve = `${path}/milestones/m/target-changes/${String(asked['id'])}/approve`;
    expect(await refusal(approve, {})).toEqual([409, 'target-change/target-moved']);
    await api().accept(`${path}/milestones/m/reach`, { on: '2026-02-01' });
    expect((await api().post(approve, {})).status).toBe(409);
    expect(milestone(await timelineOf(api(), 'projects/moved-meanwhile'), 'm')['request']).toBeUndefined();
  });

  it('the first date of a milestone that had none is its original target', async () => {
    at('2026-02-01');
    const path = await register('first-date');
    await api().accept(`${path}/milestones`, { id: 'm', title: { en: 'm' }, target: { absent: 'not-yet-planned' } });
    expect(milestone(await timelineOf(api(), 'projects/first-date'), 'm')['currentTarget']).toEqual({
      absent: 'not-yet-planned',
    });
    await api().accept(`${path}/milestones/m/set-target`, { to: '2026-06-07' });
    const shown = milestone(await timelineOf(api(), 'projects/first-date'), 'm');
    expect(shown).toMatchObject({ originalTarget: { date: '2026-06-07' }, slip: { days: 0 } });
  });

  it('months keep the day, clamped to the end of the month', async () => {
    at('2026-02-01');
    const path = await register('months');
    await api().accept(`${path}/milestones`, { id: 'a', title: { en: 'a' }, target: '2026-01-31' });
    await api().accept(`${path}/milestones`, { id: 'b', title: { en: 'b' }, target: { after: 'a', months: 1 } });
    const [, shown] = [0, milestone(await timelineOf(api(), 'projects/months'), 'b')];
    expect(shown['currentTarget']).toMatchObject({ unresolved: true, months: 1, provisional: '2026-02-28' });
  });

  it('a draft moves its dates freely; publishing writes the original target', async () => {
    at('2026-02-01');
    const path = await register('sketch', 'projects', { draft: true });
    await api().accept(`${path}/milestones`, { id: 'm', title: { en: 'm' }, target: '2026-05-03', key: true });
    await api().accept(`${path}/milestones/m/set-target`, { to: '2026-09-06' });
    expect((await api().all('/api/portfolio')).map((row) => String(row['id']))).not.toContain('sketch');
    await api().accept(`${path}/publish`, {});
    const shown = milestone(await timelineOf(api(), 'projects/sketch'), 'm');
    expect(shown).toMatchObject({
      originalTarget: { date: '2026-09-06' },
      currentTarget: { date: '2026-09-06' },
      slip: { days: 0 },
    });
    expect((await api().all('/api/portfolio')).map((row) => String(row['id']))).toContain('sketch');
  });
});

describe('the ledger', () => {
  it('a blocker undecided for more than five working days waits on its decider from the sixth', async () => {
    at('2026-02-01');
    const path = await register('blocked');
    const { id } = await api().accept(`${path}/blockers`, {
      title: { en: 'stuck' },
      decider: 'entity:finance',
      dueOn: '2026-02-05',
    });
    at('2026-02-12');
    await api().accept(`${path}/blockers/${String(id)}/resolve`, { on: '2026-02-12', outcome: 'cleared' });
    at('2026-02-15');
    expect(spans(await timelineOf(api(), 'projects/blocked'))).toEqual([
      '2026-02-01 2026-02-09 active entity:education null',
      '2026-02-09 2026-02-12 waiting entity:finance unstated',
      '2026-02-12 2026-02-15 active entity:education null',
    ]);
  });

  it('a pause counts at most five working days before its request', async () => {
    at('2026-02-01');
    const path = await register('paused-late');
    at('2026-02-15');
    const ask = { on: '2026-02-01', until: '2026-02-28', reason: 'flood', steps: 'pump' };
    const { id } = await api().accept(`${path}/pauses`, ask);
    await api().accept(`${path}/pauses/${String(id)}/grant`, {});
    at('2026-03-02');
    expect(spans(await timelineOf(api(), 'projects/paused-late'))).toEqual([
      '2026-02-01 2026-02-08 active entity:education null',
      '2026-02-08 2026-03-01 paused entity:education null',
      '2026-03-01 2026-03-02 active entity:education null',
    ]);
  });

  it('an entry is contested within fifteen working days of its recording', async () => {
    at('2026-02-01');
    const path = await register('contested');
    await api().accept(`${path}/waits`, { id: 'w', party: 'entity:finance', reason: 'busy', since: '2026-02-01' });
    at('2026-02-03');
    await api().accept(`${path}/waits/w/end`, { on: '2026-02-03' });
    const contest = { party: 'entity:finance', from: '2026-02-01', to: '2026-02-03', reason: 'not ours' };
    expect(await refusal(`${path}/contests`, { ...contest, party: 'entity:land' })).toEqual([
      409,
      'contest/not-booked',
    ]);
    at('2026-02-23');
    expect(await refusal(`${path}/contests`, contest)).toEqual([409, 'contest/too-late']);
    at('2026-02-24');
    const later = await register('contested-in-time');
    at('2026-02-25');
    await api().accept(`${later}/waits`, { party: 'entity:finance', reason: 'busy', since: '2026-02-24' });
    at('2026-03-12');
    const span = { party: 'entity:finance', from: '2026-02-24', to: '2026-03-12', reason: 'not ours' };
    await api().accept(`${later}/contests`, span);
    const { ledger } = await timelineOf(api(), 'projects/contested-in-time');
    expect(oneOf(ledger?.['byParty'], 'party', 'entity:finance')).toMatchObject({ waiting: 16, contested: 16 });
  });

  it('marks what was recorded late, and what nobody affirmed for 28 days', async () => {
    at('2026-02-01');
    const path = await register('marks');
    at('2026-02-22');
    await api().accept(`${path}/waits`, { id: 'late', party: 'entity:finance', reason: 'busy', since: '2026-02-02' });
    await api().accept(`${path}/waits`, { id: 'prompt', party: 'entity:land', reason: 'busy', since: '2026-02-12' });
    const [before] = [await timelineOf(api(), 'projects/marks')];
    const all = (timeline: Shown) => [
      ...listOf(timeline['ledger']?.['entries']),
      ...listOf(timeline['ledger']?.['concurrent']),
    ];
    expect(oneOf(all(before), 'wait', 'late')).toMatchObject({ recordedLate: 20 });
    expect(oneOf(all(before), 'wait', 'prompt')['recordedLate']).toBeUndefined();
    expect(all(before).filter((entry) => 'stale' in entry && String(entry['stale']) === 'true')).toEqual([]);
    at('2026-03-21');
    await api().accept(`${path}/waits/prompt/affirm`, {});
    at('2026-03-23');
    const after = all(await timelineOf(api(), 'projects/marks'));
    expect(oneOf(after, 'wait', 'late')).toMatchObject({ stale: true });
    expect(String(oneOf(after, 'wait', 'prompt')['stale'] ?? false)).toBe('false');
  });
});

describe('laws and policies', () => {
  it('days inside the legal period are statutory, those after it are not; publication sets the entry into force', async () => {
    at('2026-08-10');
    const path = await register('gazetted', 'laws', {
      owner: 'justice',
      jurisdiction: 'EG',
      instrument: 'law',
      startedOn: '2026-01-04',
    });
    const enter = (stage: string, on: string, more = {}) => api().accept(`${path}/stages`, { stage, on, ...more });
    await enter('committee', '2026-01-04');
    await enter('plenary', '2026-03-01');
    await enter('final-vote', '2026-04-01');
    await enter('promulgation', '2026-04-05');
    await enter('gazette', '2026-06-28');
    await enter('published', '2026-07-02', { issue: '26', number: '41' });
    const timeline = await timelineOf(api(), 'laws/gazetted');
    expect(oneOf(timeline['stages'], 'stage', 'promulgation')).toMatchObject({
      legalUntil: '2026-05-05',
      party: 'head-of-state',
    });
    expect(oneOf(timeline['stages'], 'stage', 'published')).toMatchObject({ inForceOn: '2026-08-02' });
    expect(spans(timeline)).toContain('2026-04-05 2026-05-05 waiting head-of-state statutory');
    expect(spans(timeline)).toContain('2026-05-05 2026-06-28 waiting head-of-state unstated');
    expect(spans(timeline)).toContain('2026-06-28 2026-07-02 waiting gazette statutory');
    const other = await register('after-publication', 'projects', { startedOn: '2026-02-01' });
    await api().accept(`${other}/milestones`, {
      id: 'm',
      title: { en: 'm' },
      target: { after: 'laws/gazetted/stages/published', days: 30 },
    });
    const bound = milestone(await timelineOf(api(), 'projects/after-publication'), 'm');
    expect(bound).toMatchObject({ originalTarget: { date: '2026-08-01' }, currentTarget: { date: '2026-08-01' } });
  });

  it('a milestone bound to a stage is reached by entering it, never by hand', async () => {
    at('2026-08-11');
    const path = await register('bound', 'laws', { owner: 'justice', jurisdiction: 'any', instrument: 'bill' });
    await api().accept(`${path}/milestones`, { id: 'm', title: { en: 'm' }, target: '2026-08-09', stage: 'committee' });
    await api().accept(`${path}/stages`, { stage: 'introduced', on: '2026-08-02' });
    expect(await refusal(`${path}/milestones/m/reach`, { on: '2026-08-03' })).toEqual([
      409,
      'milestone/bound-to-stage',
    ]);
    await api().accept(`${path}/stages`, { stage: 'committee', on: '2026-08-05' });
    expect(milestone(await timelineOf(api(), 'laws/bound'), 'm')).toMatchObject({
      status: 'reached',
      actual: '2026-08-05',
      variance: { days: -4 },
    });
  });

  it('coverage counts who applied on the scope of the day, declared and verified apart', async () => {
    at('2026-08-12');
    const path = await register('applied', 'policies');
    const scope = ['education', 'finance', 'land', 'justice'].map((entity) => ({ entity, dueOn: '2026-09-01' }));
    await api().accept(`${path}/scope`, { on: '2026-02-01', entities: scope });
    await api().accept(`${path}/exempt`, { entity: 'justice', on: '2026-02-01', ground: 'no such service' });
    await api().accept(`${path}/applications`, { entity: 'finance', on: '2026-03-01', state: 'applied' });
    await api().accept(`${path}/applications`, { entity: 'land', on: '2026-04-01', state: 'applied' });
    await api().accept(`${path}/applications/land/verify`, { on: '2026-05-01' });
    const coverage = async (on: string) => (await timelineOf(api(), 'policies/applied', { on }))['coverage'];
    expect(await coverage('2026-03-15')).toMatchObject({
      scope: 4,
      exempt: 1,
      of: 3,
      declared: { applied: 1, share: 0.333 },
      verified: { applied: 0, share: 0 },
    });
    expect(await coverage('2026-08-12')).toMatchObject({
      declared: { applied: 2, share: 0.667 },
      verified: { applied: 1, share: 0.333 },
    });
  });
});

describe('calendars', () => {
  it('weekends follow the country and the date', async () => {
    at('2026-08-13');
    await registerEntities(api(), ['dubai'], 'AE');
    await registerEntities(api(), ['tunis'], 'TN');
    const slipOf = async (owner: string) => {
      const path = await register(`weekend-${owner}`, 'projects', { owner, startedOn: '2021-12-01' });
      await api().accept(`${path}/milestones`, { id: 'm', title: { en: 'm' }, target: '2021-12-23', on: '2021-12-01' });
      await api().accept(`${path}/milestones/m/forecast`, { date: '2022-01-10', reason: 'x' });
      return milestone(await timelineOf(api(), `projects/weekend-${owner}`), 'm')['variance'];
    };
    expect(await slipOf('dubai')).toMatchObject({ days: 18, workingDays: 11 });
    expect(await slipOf('tunis')).toMatchObject({ days: 18, workingDays: 12 });
  });
});
