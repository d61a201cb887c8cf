import { describe, expect, it } from '@jest/globals';
import { event } from '@masar/contracts';
import { planned, project } from '../testing/initiatives.js';
import { lead, onlyAdministrator, otherReviewer, reviewer } from '../testing/voices.js';
import type { Initiative } from './state.js';

const ask = (today: string, on: string, until: string, pause = 'p-1') =>
  lead(today, 'RequestPause', { pause, on, until, reason: 'flood', steps: 'pump' });
const asked = project.after(ask('2026-02-12', '2026-02-12', '2026-02-14'));
const of = { pause: 'p-1' };
const granted = asked.after(reviewer('2026-02-12', 'GrantPause', of));
const pauseOf = (state: unknown) => (state as Initiative).pauses['p-1'];

describe('a pause is asked for', () => {
  it('by its first and last paused day; its business date is the first', () =>
    project.when(ask('2026-02-12', '2026-02-15', '2026-03-31')).thenFacts(
      event('pause.requested.v1', {
        happenedOn: '2026-02-15',
        pause: 'p-1',
        on: '2026-02-15',
        until: '2026-03-31',
        reason: 'flood',
        steps: 'pump',
      }),
    ));
  it('for 92 days at most, the last one counted', () => {
    project
      .when(ask('2026-02-12', '2026-02-12', '2026-05-14'))
      .thenState((state) => expect(pauseOf(state)?.status).toBe('undecided'));
    project.when(ask('2026-02-12', '2026-02-12', '2026-05-15')).thenRefused('pause/too-long', { days: 93, atMost: 92 });
  });
  it('for one day at least', () =>
    project.when(ask('2026-02-12', '2026-02-12', '2026-02-11')).thenRefused('date/span-empty'));
  it('not before the initiative', () =>
    project.when(ask('2026-02-12', '2026-01-30', '2026-03-01')).thenRefused('date/before-start'));
  it('one at a time, under an id of its own', () => {
    asked.when(ask('2026-02-13', '2026-03-01', '2026-03-09', 'p-2')).thenRefused('pause/undecided', { pause: 'p-1' });
    granted.when(ask('2026-02-13', '2026-03-01', '2026-03-09')).thenRefused('pause/exists');
  });
  it('not over days that are paused already', () =>
    granted
      .when(ask('2026-02-13', '2026-02-14', '2026-03-09', 'p-2'))
      .thenRefused('pause/overlapping', { pause: 'p-1' }));
  it('right after them', () =>
    granted
      .when(ask('2026-02-13', '2026-02-15', '2026-03-09', 'p-2'))
      .thenState((state) => expect(Object.keys((state as Initiative).pauses)).toHaveLength(2)));
});

describe('a pause is granted', () => {
  it('as asked, by another', () =>
    asked.when(reviewer('2026-02-12', 'GrantPause', of)).thenFacts(
      event('pause.decided.v1', {
        happenedOn: '2026-02-12',
        pause: 'p-1',
        decision: 'granted',
        on: '2026-02-12',
        until: '2026-02-14',
      }),
    ));
  it('counting at most five working days before the request', () =>
    // Asked on Thursday 02-19: five Egyptian working days before it is Thursday 02-12.
    project
      .after(ask('2026-02-19', '2026-02-03', '2026-03-01'))
      .when(reviewer('2026-03-05', 'GrantPause', of))
      .thenState((state) =>
        expect(pauseOf(state)).toMatchObject({ status: 'granted', on: '2026-02-12', until: '2026-03-01' }),
      ));
  it('never when all its days lie before that', () =>
    project
      .after(ask('2026-02-19', '2026-02-03', '2026-02-05'))
      .when(reviewer('2026-02-19', 'GrantPause', of))
      .thenRefused('pause/lapsed'));
  it('never by who asked, save the only account', () => {
    asked.when(lead('2026-02-12', 'GrantPause', of)).thenRefused('pause/own-request');
    asked.when(lead('2026-02-12', 'RefusePause', of)).thenRefused('pause/own-request');
    project
      .after(onlyAdministrator('2026-02-12', 'RequestPause', { ...of, until: '2026-02-14', reason: 'r', steps: 's' }))
      .when(onlyAdministrator('2026-02-12', 'GrantPause', of))
      .thenState((state) => expect(pauseOf(state)?.status).toBe('granted'));
  });
  it('or refused, once', () => {
    const refused = asked.after(reviewer('2026-02-13', 'RefusePause', { ...of, reason: 'no need' }));
    refused.when(otherReviewer('2026-02-14', 'GrantPause', of)).thenRefused('pause/decided');
    refused
      .when(reviewer('2026-02-14', 'RenewPause', { ...of, until: '2026-03-01', reason: 'r' }))
      .thenRefused('pause/decided');
    asked.when(reviewer('2026-02-14', 'GrantPause', { pause: 'p-9' })).thenRefused('pause/unknown');
  });
});

describe('a pause is renewed', () => {
  const renew = (today: string, until: string) => reviewer(today, 'RenewPause', { ...of, until, reason: 'still wet' });
  it('up to its last paused day', () =>
    granted
      .when(renew('2026-02-14', '2026-02-28'))
      .thenFacts(
        event('pause.renewed.v1', { happenedOn: '2026-02-14', pause: 'p-1', until: '2026-02-28', reason: 'still wet' }),
      ));
  it('not on the day after, however it is dated', () => {
    granted.when(renew('2026-02-15', '2026-02-28')).thenRefused('pause/lapsed', { until: '2026-02-14' });
    granted
      .when(reviewer('2026-02-15', 'RenewPause', { ...of, on: '2026-02-14', until: '2026-02-28', reason: 'r' }))
      .thenRefused('pause/lapsed');
  });
  it('to a later day, by 92 days at most', () => {
    granted.when(renew('2026-02-14', '2026-02-14')).thenRefused('date/span-empty');
    granted
      .when(renew('2026-02-14', '2026-05-17'))
      .thenState((state) => expect(pauseOf(state)?.until).toBe('2026-05-17'));
    granted.when(renew('2026-02-14', '2026-05-18')).thenRefused('pause/too-long');
  });
  it('by another than who asked, once granted', () => {
    granted
      .when(lead('2026-02-14', 'RenewPause', { ...of, until: '2026-02-28', reason: 'r' }))
      .thenRefused('pause/own-request');
    asked.when(renew('2026-02-13', '2026-02-28')).thenRefused('pause/undecided');
  });
  it('not into another pause', () =>
    granted
      .after(
        ask('2026-02-12', '2026-02-20', '2026-02-25', 'p-2'),
        reviewer('2026-02-12', 'GrantPause', { pause: 'p-2' }),
      )
      .when(renew('2026-02-14', '2026-02-20'))
      .thenRefused('pause/overlapping', { pause: 'p-2' }));
});

describe('a pause is ended early', () => {
  const end = (today: string, on = today) => lead(today, 'EndPause', { ...of, on });
  it('by the first day no longer paused', () =>
    granted
      .when(end('2026-02-13'))
      .thenState((state) => expect(pauseOf(state)).toMatchObject({ status: 'ended', until: '2026-02-12' })));
  it('also on its first day: then it paused nothing, and another may hold the days', () =>
    granted
      .after(end('2026-02-12'))
      .when(ask('2026-02-13', '2026-02-12', '2026-02-20', 'p-2'))
      .thenState((state) => expect(Object.keys((state as Initiative).pauses)).toHaveLength(2)));
  it('not before it began, not after it lapsed, not twice', () => {
    granted.when(end('2026-02-13', '2026-02-11')).thenRefused('date/out-of-order');
    granted.when(end('2026-02-16', '2026-02-15')).thenRefused('pause/lapsed');
    granted.after(end('2026-02-13')).when(end('2026-02-14')).thenRefused('pause/ended');
    asked.when(end('2026-02-13')).thenRefused('pause/undecided');
  });
});

it('a pause moves no target', () => {
  const before = (planned.state as Initiative).milestones;
  const paused = planned.after(ask('2026-02-12', '2026-02-12', '2026-02-14'), reviewer('2026-02-12', 'GrantPause', of));
  expect((paused.state as Initiative).milestones).toEqual(before);
});
