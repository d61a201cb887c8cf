import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@masar/contracts';
import { collectAll } from '../collect/collect.js';
import type { InitiativeFacts } from '../collect/facts.js';
import { answered, commitmentOf, offered, step, story } from '../testing/commitment-history.js';
import {
  corrected,
  factsOf,
  history,
  milestone,
  planned,
  question,
  registered,
  type Minute,
} from '../testing/history.js';
import { deriveTimeline } from './timeline.js';

const fed = commitmentOf(story({ milestone: 'sites' }));
const confirmed = 'commitments/c-1@6';
const plain = [registered(), planned('sites', '2026-05-01')];

/** The facts of a stream whose `reached` came of the confirmed commitment. */
const told = (...minutes: readonly Minute[]): InitiativeFacts =>
  collectAll(
    history('projects/P-1', [...plain, ...minutes]).map((event) =>
      event.type === 'milestone.reached.v1' ? { ...event, causationId: confirmed } : event,
    ),
  )!;
const read = (facts: InitiativeFacts, on: LocalDate) =>
  deriveTimeline(question(facts, on, { commitments: [fed] })).milestones[0];

describe('a milestone that a confirmed commitment reached', () => {
  const reached = milestone('reached', 'sites', '2026-05-11');

  it('reads the same before and after the initiative was told', () =>
    expect(read(told(reached), '2026-06-01')).toEqual(read(factsOf(plain), '2026-06-01')));

  it('keeps the day the team had reported before', () =>
    expect(read(factsOf([...plain, milestone('reached', 'sites', '2026-05-05')]), '2026-06-01')).toMatchObject({
      actual: '2026-05-05',
    }));

  it('is reopened like any other, also on the very day', () => {
    const reopened = milestone('reopened', 'sites', '2026-05-11');
    expect(read(told(reached, reopened), '2026-06-01')).toMatchObject({ status: 'missed', actual: null });
    expect(read(told(reached, milestone('reopened', 'sites', '2026-05-20')), '2026-05-19')).toMatchObject({
      actual: '2026-05-11',
    });
  });

  it('is corrected in its own stream', () =>
    expect(
      read(told(reached, corrected(3, 'on', '2026-05-11', '2026-05-13', '2026-05-14')), '2026-06-01'),
    ).toMatchObject({
      actual: '2026-05-13',
    }));

  it('stays cancelled where it was cancelled', () =>
    expect(read(factsOf([...plain, milestone('cancelled', 'sites', '2026-04-10')]), '2026-06-01')).toMatchObject({
      status: 'cancelled',
      actual: null,
    }));

  it('is an anchor for promises that hang on it', () => {
    const hanging = [...plain, planned('build', { after: 'sites', days: 30 })];
    const timeline = deriveTimeline(question(factsOf(hanging), '2026-06-01', { commitments: [fed] }));
    expect(timeline.milestones[1]).toMatchObject({ originalTarget: { date: '2026-06-10' } });
  });
});

describe('a milestone whose initiative refused to be fed', () => {
  const confirmed = story({ milestone: 'sites' });
  const refused = [...confirmed, answered('milestone/already-reached', '2026-05-11', '2026-05-13')];
  const byHand = [milestone('reached', 'sites', '2026-05-02'), milestone('reopened', 'sites', '2026-05-05')];
  const readOf = (commitment: ReturnType<typeof commitmentOf>, ...minutes: readonly Minute[]) =>
    deriveTimeline(question(factsOf([...plain, ...minutes]), '2026-06-01', { commitments: [commitment] }))
      .milestones[0];

  it('is as its own stream says: open where it was reopened, however the days lie', () => {
    expect(readOf(commitmentOf(refused), ...byHand)).toMatchObject({ status: 'missed', actual: null });
    expect(readOf(commitmentOf(refused), byHand[0]!)).toMatchObject({ actual: '2026-05-02' });
    expect(readOf(commitmentOf(refused))).toMatchObject({ status: 'missed', actual: null });
  });

  it('read as reached as long as the no was not known, and where it was a yes', () => {
    expect(readOf(commitmentOf(refused, 'c-1', '2026-05-12'), ...byHand)).toMatchObject({ actual: '2026-05-11' });
    const yes = [...confirmed, answered('reached', '2026-05-11')];
    expect(readOf(commitmentOf(yes))).toMatchObject({ actual: '2026-05-11' });
  });

  it.each([
    'milestone/already-confirmed',
    'milestone/cancelled',
    'milestone/unknown',
    'milestone/bound-to-stage',
    'initiative/closed',
    'stream/not-found',
  ] as const)('derives nothing where the milestone stands otherwise: %s', (code) =>
    expect(readOf(commitmentOf([...confirmed, answered(code, '2026-05-11')]))).toMatchObject({ actual: null }),
  );

  it.each(['date/before-start', 'date/out-of-order', 'initiative/draft', 'file/unknown'] as const)(
    'stays reached on the day of the confirmation where that could only not be written down: %s',
    (code) => {
      const unwritten = commitmentOf([...confirmed, answered(code, '2026-05-11')]);
      expect(readOf(unwritten)).toMatchObject({ status: 'reached', actual: '2026-05-11' });
    },
  );

  it('is reached before it was started, as nobody denies', () =>
    expect(
      readOf(
        commitmentOf([...confirmed, answered('date/out-of-order', '2026-05-11')]),
        milestone('started', 'sites', '2026-05-25'),
      ),
    ).toMatchObject({ status: 'reached', actual: '2026-05-11' }));

  it('is as its own stream says once that says more of it, whatever the refusal was for', () => {
    const early = commitmentOf([...confirmed, answered('date/before-start', '2026-05-11')]);
    const reached = milestone('reached', 'sites', '2026-05-20');
    expect(readOf(early, reached)).toMatchObject({ actual: '2026-05-20' });
    expect(readOf(early, reached, milestone('reopened', 'sites', '2026-05-21'))).toMatchObject({ actual: null });
    expect(readOf(early, ...byHand)).toMatchObject({ status: 'missed', actual: null });
    expect(readOf(early, milestone('cancelled', 'sites', '2026-05-20'))).toMatchObject({
      status: 'cancelled',
      actual: null,
    });
  });
});

describe('a promise after a commitment', () => {
  const hanging = factsOf([registered(), planned('build', { after: 'commitments/c-9', days: 30 })]);
  const target = (on: LocalDate, ...minutes: readonly Minute[]) => {
    const commitment = commitmentOf([offered('2026-03-01', { initiative: 'projects/P-2' }), ...minutes], 'c-9');
    return deriveTimeline(question(hanging, on, { commitments: [commitment] })).milestones[0]?.currentTarget;
  };

  it('is provisional by the due date, resolved when it is confirmed, and hangs on nothing once nobody owes it', () => {
    expect(target('2026-03-10')).toMatchObject({ unresolved: true, provisional: '2026-05-01' });
    const done = [step('accepted', '2026-03-02'), step('reported', '2026-03-05'), step('confirmed', '2026-03-12')];
    expect(target('2026-03-20', ...done)).toEqual({ date: '2026-04-11' });
    expect(target('2026-03-11', ...done)).toMatchObject({ unresolved: true });
    expect(target('2026-03-20', step('declined', '2026-03-05'))).toMatchObject({ provisional: null });
  });
});
