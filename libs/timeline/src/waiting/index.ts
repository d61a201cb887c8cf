import type { Bilingual } from '@masar/contracts';
import type { InitiativeFacts, LifeStep, MilestoneFacts } from '../collect/facts.js';
import type { Question } from '../derive/question.js';
import { readingOf } from '../derive/reading.js';
import { titleOn } from '../derive/standing.js';
import { waitingOnCommitments } from './on-commitments.js';
import { waitingOnMilestones } from './on-milestones.js';
import { waitingOnRequests } from './on-requests.js';
import type { Waiting } from './waiting.js';

export { levelAfter, type Waiting } from './waiting.js';

/** What an initiative is called on the day, and what of it waits. */
export interface WaitingIn {
  readonly title: Bilingual;
  readonly things: readonly Waiting[];
}

/**
 * Everything of one initiative that waits for somebody's decision on a day, whoever that is: from its facts and the clock, no
 * event says so. Of a draft only questions wait, for nothing of it has been promised.
 */
export const waitingIn = (question: Question): WaitingIn => {
  const reading = readingOf(question);
  const requests = waitingOnRequests(reading);
  const things = reading.isDraft
    ? requests.filter(({ what }) => what === 'question')
    : [...requests, ...waitingOnMilestones(reading), ...waitingOnCommitments(reading)];
  return { title: titleOn(reading), things };
};

const times = ({ life }: MilestoneFacts, wanted: LifeStep): number => life.filter(({ step }) => step === wanted).length;

/** Whether a milestone may wait: an undecided date, or one reached, by hand or by its stage, and not confirmed as often. */
const milestoneMayWait = (milestone: MilestoneFacts, { stages }: InitiativeFacts): boolean => {
  const { requests, planned } = milestone;
  const entered = planned.stage !== undefined && stages.some(({ stage }) => stage === planned.stage) ? 1 : 0;
  return (
    requests.some(({ answer }) => !answer) ||
    Math.max(entered, times(milestone, 'reached')) > times(milestone, 'confirmed')
  );
};

/** Whether anything may wait that no day brings about by itself: an initiative that is not so need not be asked. */
export const mayWait = (facts: InitiativeFacts): boolean =>
  facts.pauses.some(({ decided }) => !decided) ||
  facts.contests.some(({ decided }) => !decided) ||
  facts.correctionRequests.some(({ decided }) => !decided) ||
  facts.blockers.some(({ resolved }) => !resolved) ||
  facts.questions.some(({ answer }) => !answer) ||
  facts.applications.length > 0 ||
  facts.milestones.some((milestone) => milestoneMayWait(milestone, facts));
