import { describe as specify, expect, it } from '@jest/globals';
import { describe, describeDraft, missingOf as missingOfInitiative, register } from './initiative-draft.js';
import { changesOf, emptyMilestone, missingOf, plan, together } from './milestone-draft.js';
import { differing } from './rebased.js';
import { draftOfTarget, noTarget, promiseOf } from './target.js';

specify('a target', () => {
  it('is a date, a rule or its absence, and nothing while it is not complete', () => {
    expect(promiseOf(noTarget)).toBeUndefined();
    expect(promiseOf({ ...noTarget, date: '2026-12-01' })).toBe('2026-12-01');
    expect(promiseOf({ ...noTarget, sort: 'after', after: 'm-1', count: '' })).toBeUndefined();
    const rule = { ...noTarget, sort: 'after', after: 'm-1', count: '15', unit: 'working' } as const;
    expect(promiseOf(rule)).toEqual({ after: 'm-1', days: 15, working: true });
    expect(promiseOf({ ...rule, unit: 'months' })).toEqual({ after: 'm-1', months: 15 });
    expect(promiseOf({ ...noTarget, sort: 'absent', absent: 'withheld' })).toEqual({ absent: 'withheld' });
  });

  it('comes out as it went in', () => {
    for (const known of [
      { date: '2026-12-01' },
      { after: 'm-1', days: 15, working: true },
      { after: 'start', months: 2 },
      { absent: 'withheld' },
    ] as const)
      expect(promiseOf(draftOfTarget(known))).toEqual('date' in known ? known.date : known);
  });
});

specify('a milestone', () => {
  const whole = { ...emptyMilestone, ar: ' نفق ', target: { ...noTarget, date: '2026-12-01' } };
  it('says what it lacks', () => {
    expect(missingOf(emptyMilestone)).toBe('title');
    expect(missingOf({ ...emptyMilestone, en: 'Tunnel' })).toBe('target');
    expect(missingOf(whole)).toBeUndefined();
  });
  it('is planned with what was said alone', () => {
    expect(plan('projects/P-1', whole)).toEqual({
      path: '/api/projects/P-1/milestones',
      body: { title: { ar: 'نفق' }, target: '2026-12-01', key: false },
    });
  });
  it('is changed by one command for each sort of change', () => {
    expect(changesOf('projects/P-1/milestones/m-1', whole, whole)).toEqual([]);
    const after = { ...whole, en: 'Tunnel', dependsOn: ['m-2'], target: { ...noTarget, date: '2026-12-09' } };
    expect(changesOf('projects/P-1/milestones/m-1', whole, after)).toEqual([
      { path: '/api/projects/P-1/milestones/m-1/describe', body: { title: { ar: 'نفق', en: 'Tunnel' } } },
      { path: '/api/projects/P-1/milestones/m-1/dependencies', body: { dependsOn: ['m-2'] } },
      { path: '/api/projects/P-1/milestones/m-1/set-target', body: { to: '2026-12-09' } },
    ]);
  });
  it('goes out as one command, on the version it was read at', () => {
    const one = { path: '/api/projects/P-1/milestones/m-1/describe', body: { title: { ar: 'نفق' } } };
    const other = { path: '/api/projects/P-1/milestones/m-1/set-target', body: { to: '2026-12-09' } };
    expect(together([], 4)).toBeUndefined();
    expect(together([one], 4)).toEqual({ ...one, version: 4 });
    expect(together([one, other], 4)).toEqual({
      path: '/api/batch',
      body: { atomic: true, commands: [one, other] },
      version: 4,
    });
  });
});

specify('an initiative', () => {
  const draft = {
    kind: 'laws',
    ar: 'قانون',
    en: '',
    owner: 'justice',
    startedOn: '',
    lawPath: '',
    audience: 'portfolio',
    isDraft: true,
  } as const;
  it('of the kind of laws needs a path', () => {
    expect(missingOfInitiative(draft)).toBe('lawPath');
    expect(missingOfInitiative({ ...draft, kind: 'policies' })).toBeUndefined();
    expect(register({ ...draft, lawPath: 'EG law' }).body).toEqual({
      title: { ar: 'قانون' },
      owner: 'justice',
      audience: 'portfolio',
      draft: true,
      jurisdiction: 'EG',
      instrument: 'law',
    });
  });
  it('is described by what differs, on the version that was read', () => {
    const before = describeDraft({ title: { ar: 'قانون' }, startedOn: null, audience: 'portfolio' });
    expect(describe('laws/L-1', before, before, 7)).toBeUndefined();
    const after = { ...before, en: 'A law' };
    expect(differing(after, before)).toEqual(['en']);
    expect(describe('laws/L-1', before, after, 7)).toEqual({
      path: '/api/laws/L-1/describe',
      version: 7,
      body: { title: { ar: 'قانون', en: 'A law' } },
    });
  });
});
