import { describe, expect, it } from '@jest/globals';
import { addDays } from '@masar/calendar';
import { Refusal } from '@masar/contracts';
import type { Party, TargetPromise } from '@masar/contracts';
import fc from 'fast-check';
import { emptyLaw, emptyPolicy, emptyProject } from '../testing/initiatives.js';
import type { InitiativeMinutes } from '../testing/initiatives.js';
import { lead, member, onlyAdministrator, reviewer, source, voice } from '../testing/voices.js';
import type { Voice } from '../testing/voices.js';
import type { InitiativeCommand, InitiativeCommandFields, InitiativeCommandType } from './commands.js';
import { initiativeDecider } from './initiative-decider.js';
import { cycleThrough, hangsOn } from './dependency-cycle.js';
import type { Initiative, InitiativeState } from './state.js';

const ledger = () => [
  {
    from: '2026-02-01',
    to: '2026-06-01',
    party: 'entity:finance',
    bucket: 'waiting' as const,
    contestableFrom: '2026-03-20',
  },
];
const voices: readonly Voice[] = [
  lead,
  member,
  reviewer,
  onlyAdministrator,
  source,
  voice({ user: 'fadi', roles: ['focal-point'], entity: 'finance' }, { ledger }),
];

const day = fc.integer({ min: -3, max: 60 }).map((days) => addDays('2026-02-01', days));
const milestone = fc.constantFrom('m-1', 'm-2', 'm-3');
const one = <const T>(...values: readonly T[]) => fc.constantFrom(...values);
const title = fc.constant({ en: 'Title' });
const reason = fc.constant('reason');
const party = one<Party>('entity:finance', 'entity:land', 'cabinet', 'partner:acme');
const target: fc.Arbitrary<TargetPromise> = fc.oneof(
  day,
  fc.record({ after: one('start', 'm-1', 'm-2', 'm-3'), days: fc.nat(40) }),
  fc.constant({ absent: 'not-yet-planned' as const }),
);
const dependsOn = fc.subarray(['m-1', 'm-2', 'm-3', 'commitments/c-9']);
const change = one('c-1', 'c-2');
const pause = one('p-1', 'p-2');
const wait = one('w-1', 'w-2');
const contest = one('x-1', 'x-2');
const correction = fc.nat(20).map((id) => `k-${id}`);
const stage = one('committee', 'plenary', 'senate', 'final-vote', 'promulgation', 'gazette', 'published', 'in-force');
const entity = one('education', 'finance', 'health');
const version = fc.integer({ min: 1, max: 25 });
/** Mostly a value that fits its field, or nearly every correction would be refused. */
const corrected = fc.oneof(
  fc.record({ version, field: one('on', 'since', 'startedOn', 'dueOn'), to: day }),
  fc.record({ version, field: one('party'), to: party }),
  fc.record({ version, field: one('stage'), to: stage }),
  fc.record({ version: fc.integer({ min: 1, max: 5 }), field: one('title'), to: fc.record({ en: one('a', 'b') }) }),
  fc.record({ version: fc.integer({ min: 3, max: 5 }), field: one('target'), to: target }),
  fc.record({ version, field: one('reason'), to: fc.oneof(reason, party, day) }),
);
const optional = { requiredKeys: ['milestone'] as ['milestone'] };

const fields: { [T in InitiativeCommandType]: fc.Arbitrary<unknown> } = {
  RegisterInitiative: fc.record({ title, owner: one('education', 'justice'), draft: fc.boolean() }),
  PublishInitiative: fc.constant({}),
  DescribeInitiative: fc.record({ title, startedOn: day }, { requiredKeys: [] }),
  ChangeOwner: fc.record({ to: one('education', 'land'), reason }),
  AddMember: fc.record({ user: one('maha', 'rami'), role: one('member', 'lead') }),
  RemoveMember: fc.record({ user: one('maha', 'rami') }),
  CompleteInitiative: fc.constant({}),
  CancelInitiative: fc.record({ reason }),
  PlanMilestone: fc.record(
    { milestone: one('m-3', 'm-4'), title, target, key: fc.boolean(), dependsOn, stage },
    { requiredKeys: ['milestone', 'title', 'target', 'dependsOn'] },
  ),
  StartMilestone: fc.record({ milestone }),
  ForecastMilestone: fc.record({ milestone, date: day }),
  ReachMilestone: fc.record({ milestone }),
  ConfirmMilestone: fc.record({ milestone, reason }, optional),
  ReopenMilestone: fc.record({ milestone, reason }),
  CancelMilestone: fc.record({ milestone, reason }),
  SetTarget: fc.record({ milestone, to: target }),
  MoveTarget: fc.record({ milestone, to: target, reason }),
  DescribeMilestone: fc.record({ milestone, title }),
  SetDependencies: fc.record({ milestone, dependsOn }),
  RequestTargetChange: fc.record({ milestone, change, to: target, reason }),
  ApproveTargetChange: fc.record({ milestone, change }),
  RejectTargetChange: fc.record({ milestone, change }),
  ReturnTargetChange: fc.record({ milestone, change }),
  WithdrawTargetChange: fc.record({ milestone, change }),
  BeginWait: fc.record(
    { wait, party, reason: one('busy', 'tender'), since: day, milestone },
    { requiredKeys: ['wait', 'party', 'reason', 'since'] },
  ),
  AffirmWait: fc.record({ wait }),
  EndWait: fc.record({ wait }),
  ContestEntry: fc.record({ contest, party, from: day, to: day, reason }),
  DismissContest: fc.record({ contest, reason }),
  RuleOnContest: fc.record({
    contest,
    reason,
    spans: fc.array(fc.record({ from: day, to: day, party }), { maxLength: 2 }),
  }),
  RequestPause: fc.record({ pause, until: day, reason, steps: reason }),
  GrantPause: fc.record({ pause }),
  RefusePause: fc.record({ pause }),
  RenewPause: fc.record({ pause, until: day, reason }),
  EndPause: fc.record({ pause }),
  RequestCorrection: fc
    .tuple(correction, corrected)
    .map(([id, wanted]) => ({ correction: id, reason: 'slip', ...wanted })),
  ApproveCorrection: fc.record({ correction }),
  RejectCorrection: fc.record({ correction }),
  RaiseBlocker: fc.record({ blocker: one('b-1'), title, decider: party, dueOn: day }),
  ResolveBlocker: fc.record({ blocker: one('b-1'), outcome: reason }),
  GiveRating: fc.record({ rating: one('r-1', 'r-2'), colour: one('green', 'amber', 'red') }),
  AddNote: fc.record({ note: one('n-1', 'n-2'), text: reason }),
  EnterStage: fc.record({ stage }),
  RecordOutcome: fc.record({ outcome: one('rejected', 'in-force') }),
  SetScope: fc.record({
    entities: fc.uniqueArray(entity).map((all) => all.map((id) => ({ entity: id, dueOn: '2026-06-30' }))),
  }),
  RecordApplication: fc.record({ entity, state: one('begun', 'applied') }),
  VerifyApplication: fc.record({ entity }),
  ReturnApplication: fc.record({ entity, reason }),
  ExemptEntity: fc.record({ entity, ground: reason }),
};

interface Step {
  readonly type: InitiativeCommandType;
  readonly speaker: Voice;
  readonly later: number;
  readonly back: number;
  readonly fields: unknown;
}
/** What ends an initiative comes seldom, or a history would be over before it began. */
const seldom: ReadonlySet<string> = new Set([
  'CompleteInitiative',
  'CancelInitiative',
  'RecordOutcome',
  'RegisterInitiative',
]);
const step: fc.Arbitrary<Step> = fc
  .oneof(
    ...(Object.keys(fields) as InitiativeCommandType[]).map((type) => ({
      arbitrary: fc.constant(type),
      weight: seldom.has(type) ? 1 : type === 'RequestCorrection' ? 60 : 12,
    })),
  )
  .chain((type) =>
    fc.record({
      type: fc.constant(type),
      speaker: one(...voices),
      later: fc.nat(2),
      back: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(6) }),
      fields: fields[type],
    }),
  );
const stepsOf = fc.array(step, { minLength: 20, maxLength: 80, size: 'max' });

/** Gives the steps one after the other as days pass; what is refused is left out, what breaks fails the property. */
const played = (empty: InitiativeMinutes, steps: readonly Step[]): InitiativeMinutes => {
  let today = '2026-02-04';
  const title = { en: 'Title' };
  let minutes = empty.after(
    lead(today, 'RegisterInitiative', { title, owner: 'education', startedOn: '2026-02-01' }),
    ...['m-1', 'm-2'].map((id) => lead(today, 'PlanMilestone', { milestone: id, title, target: '2026-03-01' })),
  );
  for (const { type, speaker, later, back, fields: given } of steps) {
    today = addDays(today, later);
    const command = speaker(today, type, {
      on: addDays(today, -back),
      ...(given as InitiativeCommandFields[typeof type]),
    }) as InitiativeCommand;
    try {
      minutes = minutes.after(command);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return minutes;
};

const throughJson = (state: InitiativeState): InitiativeState => JSON.parse(JSON.stringify(state)) as InitiativeState;
const histories = [
  ['projects', emptyProject],
  ['laws', emptyLaw],
  ['policies', emptyPolicy],
] as const;
const runs = { numRuns: 50 };

describe.each(histories)('any history of accepted commands of %s', (kind, empty) => {
  const { initial, evolve } = initiativeDecider(kind);

  it('is refused or recorded, never broken, and its state is plain JSON', () =>
    fc.assert(
      fc.property(stepsOf, (steps) => {
        const { state } = played(empty, steps);
        expect(throughJson(state)).toEqual(state);
      }),
      runs,
    ));

  it('keeps what the rules promise: pauses apart, one undecided request a milestone, no circle', () =>
    fc.assert(
      fc.property(stepsOf, (steps) => {
        const initiative = played(empty, steps).state as Initiative;
        const { milestones, pauses } = initiative;
        const days = Object.values(pauses)
          .filter(({ status, on, until }) => (status === 'granted' || status === 'ended') && on <= until)
          .sort((a, b) => (a.on < b.on ? -1 : 1));
        days.slice(1).forEach(({ on }, index) => expect(on > (days[index]?.until ?? '')).toBe(true));
        for (const { id, changes } of Object.values(milestones)) {
          expect(Object.values(changes).filter(({ status }) => status === 'undecided').length).toBeLessThan(2);
          expect(cycleThrough(initiative, id, hangsOn(initiative, id))).toBeUndefined();
        }
      }),
      runs,
    ));

  it('folds the same from a snapshot taken anywhere', () =>
    fc.assert(
      fc.property(stepsOf, fc.nat(80), (steps, at) => {
        const { events, state } = played(empty, steps);
        const snapshot = throughJson(events.slice(0, at).reduce(evolve, initial));
        expect(events.slice(at).reduce(evolve, snapshot)).toEqual(state);
      }),
      runs,
    ));
});
