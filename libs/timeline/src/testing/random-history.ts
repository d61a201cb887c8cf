import { addDays } from '@masar/calendar';
import type { LocalDate } from '@masar/contracts';
import fc from 'fast-check';
import type { Minute } from './history.js';
import { corrected, entered, planned, registered, registeredLaw } from './history.js';

/** For specs: random minutes of one initiative over 2026, in any order of recording the rules allow and some they do not. */

export const firstDay: LocalDate = '2026-01-01';
export const lastDay: LocalDate = '2026-12-31';
const at = (offset: number): LocalDate => addDays(firstDay, offset);
const offset = fc.integer({ min: 0, max: 300 });
const days = fc.integer({ min: 1, max: 60 });
const party = fc.constantFrom(
  'entity:education',
  'entity:finance',
  'entity:land',
  'entity:emirates',
  'cabinet',
  'legislature',
);
const reason = fc.constantFrom('busy', 'documents-missing', 'statutory', 'tender');
const milestones = ['m1', 'm2', 'm3'];
const milestone = fc.constantFrom(...milestones);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

type Story = readonly Minute[];
const with_ = (on: number | undefined, make: (on: LocalDate) => Minute): Story =>
  on === undefined ? [] : [make(at(on))];

const wait = fc
  .record({ since: offset, length: maybe(days), party, reason, milestone: maybe(milestone), affirmed: maybe(days) })
  .map((said) => (id: string): Story => {
    const { since, length, affirmed } = said;
    const about = said.milestone === undefined ? {} : { milestone: said.milestone };
    const beganOn: Minute = ['wait.began', at(since), { wait: id, party: said.party, reason: said.reason, ...about }];
    return [
      beganOn,
      ...with_(affirmed === undefined ? undefined : since + affirmed, (on) => ['wait.affirmed', on, { wait: id }]),
      ...with_(length === undefined ? undefined : since + length, (on) => ['wait.ended', on, { wait: id }]),
    ];
  });

const pause = fc
  .record({
    from: offset,
    length: days,
    granted: maybe(days),
    ended: maybe(days),
    renewed: maybe(days),
    party: maybe(party),
  })
  .map(({ from, length, granted, ended, renewed, party: of }) => (id: string): Story => {
    const on = at(from);
    const until = at(from + length);
    const asked = { pause: id, on, until, reason: 'flood', steps: 'none', ...(of === undefined ? {} : { party: of }) };
    const decision: Minute = [
      'pause.decided',
      at(from + (granted ?? 0)),
      { pause: id, decision: 'granted', on, until },
    ];
    return [
      ['pause.requested', on, asked],
      ...(granted === undefined ? [] : [decision]),
      ...with_(renewed, () => [
        'pause.renewed',
        until,
        { pause: id, until: at(from + length + (renewed ?? 0)), reason: 'still' },
      ]),
      ...with_(ended === undefined ? undefined : from + ended, (day) => ['pause.ended', day, { pause: id }]),
    ];
  });

const contest = fc
  .record({ from: offset, length: days, party, ruled: maybe(fc.record({ party, length: days, after: days })) })
  .map(({ from, length, party: by, ruled }) => (id: string): Story => {
    const span = { from: at(from), to: at(from + length) };
    const contested: Minute = ['ledger.contested', span.to, { contest: id, party: by, ...span, reason: 'not ours' }];
    if (!ruled) return [contested];
    const to = at(from + Math.min(length, ruled.length));
    const spans = [{ from: span.from, to, party: ruled.party }];
    const decided = { contest: id, decision: 'ruled', spans, reason: 'heard' };
    return [contested, ['ledger.contest-decided', at(from + length + ruled.after), decided]];
  });

const request = fc
  .record({
    milestone,
    on: offset,
    to: offset,
    answered: maybe(days),
    outcome: fc.constantFrom('approved', 'rejected', 'returned'),
  })
  .map(({ milestone: id, on, to, answered, outcome }) => (change: string): Story => {
    const asked = { milestone: id, change, from: at(0), to: at(to), reason: 'tender' };
    return [
      ['milestone.target-change-requested', at(on), asked],
      ...with_(answered === undefined ? undefined : on + answered, (day) => [
        'milestone.target-change-decided',
        day,
        { milestone: id, change, decision: outcome },
      ]),
    ];
  });

const blocker = fc
  .record({ on: offset, resolved: maybe(days), decider: party })
  .map(({ on, resolved, decider }) => (id: string): Story => [
    ['blocker.raised', at(on), { blocker: id, title: { en: id }, decider, dueOn: at(on + 10) }],
    ...with_(resolved === undefined ? undefined : on + resolved, (day) => [
      'blocker.resolved',
      day,
      { blocker: id, outcome: 'done' },
    ]),
  ]);

const life = fc
  .record({ milestone, started: maybe(offset), reached: maybe(days), reopened: maybe(days), forecast: maybe(offset) })
  .map(({ milestone: id, started, reached, reopened, forecast }) => (): Story => {
    const from = started ?? 0;
    const step = (name: string, on: number | undefined): Story =>
      with_(on, (day) => [`milestone.${name}`, day, { milestone: id, evidence: [], reason: 'so' }]);
    const done = reached === undefined ? undefined : from + reached;
    return [
      ...step('started', started),
      ...with_(forecast, (day) => ['milestone.forecast', day, { milestone: id, date: at(200) }]),
      ...step('reached', done),
      ...step('reopened', done === undefined || reopened === undefined ? undefined : done + reopened),
    ];
  });

const ownerChange = fc
  .record({ on: offset, to: fc.constantFrom('finance', 'emirates', 'education') })
  .map(({ on, to }) => (): Story => [
    ['initiative.owner-changed', at(on), { from: 'education', to, reason: 'reshuffle' }],
  ]);

const target = fc.oneof(
  offset.map(at),
  fc.constant({ after: 'start', days: 40, working: true }),
  fc.constant({ absent: 'not-yet-planned' }),
);
const targets = fc.tuple(
  target,
  fc.oneof(target, fc.constant({ after: 'm1', months: 1 })),
  fc.oneof(target, fc.constant({ after: 'm2', days: 20 })),
);

const stories = fc
  .tuple(
    fc.array(wait, { maxLength: 5 }),
    fc.array(pause, { maxLength: 1 }),
    fc.array(contest, { maxLength: 2 }),
    fc.array(request, { maxLength: 2 }),
    fc.array(blocker, { maxLength: 2 }),
    fc.array(life, { maxLength: 3 }),
    fc.array(ownerChange, { maxLength: 2 }),
  )
  .map((kinds) => kinds.flatMap((stories, kind) => stories.map((story, at) => story(`x${kind}${at}`))));

const partied = (id: string, at: number): Readonly<Record<string, unknown>> =>
  id === 'm3' ? { party: 'entity:finance' } : { key: at === 0 };

const begin = (start: number, plans: readonly unknown[]): readonly Minute[] => [
  registered({ startedOn: at(start) }),
  ...milestones.map((id, index) => planned(id, plans[index], partied(id, index))),
];

const correctable: ReadonlySet<string> = new Set([
  'wait.began',
  'wait.ended',
  'milestone.started',
  'milestone.reached',
  'initiative.owner-changed',
  'law.stage-entered',
  'blocker.resolved',
]);
const slips = fc.array(fc.record({ pick: fc.nat(), to: offset }), { maxLength: 2 });

/** Corrects the day of a few facts, whichever. */
const withSlips = (minutes: Story, said: readonly { readonly pick: number; readonly to: number }[]): Story => {
  const versions = minutes.flatMap(([type], index) => (correctable.has(type) ? [index + 1] : []));
  const corrections = said.flatMap(({ pick, to }): Story => {
    const version = versions[pick % Math.max(1, versions.length)];
    const [type, on] = (version === undefined ? undefined : minutes[version - 1]) ?? [];
    if (version === undefined || on === undefined) return [];
    return [corrected(version, type === 'wait.began' ? 'since' : 'on', on, at(to), lastDay)];
  });
  return [...minutes, ...corrections];
};

/** A project with waits, pauses, contests, requests, blockers, milestones and changes of owner; sometimes it ends. */
export const randomProject: fc.Arbitrary<readonly Minute[]> = fc
  .record({
    start: fc.integer({ min: 0, max: 60 }),
    targets,
    stories,
    end: maybe(fc.integer({ min: 100, max: 340 })),
    slips,
  })
  .map(({ start, targets: plans, stories: told, end, slips: said }) =>
    withSlips(
      [
        ...begin(start, plans),
        ...told.flat(),
        ...with_(end, (on) => ['initiative.cancelled', on, { reason: 'merged' }]),
      ],
      said,
    ),
  );

/** A law walking the Egyptian path at random paces, with whatever else happens to initiatives. */
export const randomLaw: fc.Arbitrary<readonly Minute[]> = fc
  .record({ gaps: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }), targets, stories, slips })
  .map(({ gaps, targets: plans, stories: told, slips: said }) => {
    const path = [
      'ministry-draft',
      'council-of-ministers',
      'committee',
      'plenary',
      'final-vote',
      'promulgation',
      'gazette',
      'published',
    ];
    let day = 0;
    const visits = gaps.map((gap, index) => {
      const minute = entered(path[index] as string, at(day));
      day += gap;
      return minute;
    });
    const [, ...plan] = begin(0, plans);
    return withSlips([registeredLaw(), ...plan, ...visits, ...told.flat()], said);
  });
