import { choice, on, optional, reason, type InitiativeAction } from './action.js';

const team = ['member', 'lead'] as const;
const lead = ['lead'] as const;
const reviewer = ['reviewer'] as const;

const ofMilestones = [
  {
    name: 'reach',
    who: team,
    path: '/milestones/{milestone}/reach',
    fields: [choice('milestone', 'milestones-to-reach'), on],
    takesEvidence: true,
  },
  {
    name: 'forecast',
    who: team,
    path: '/milestones/{milestone}/forecast',
    fields: [choice('milestone', 'milestones-open'), { name: 'date', kind: 'day' }, optional(reason)],
  },
  {
    name: 'start',
    who: team,
    path: '/milestones/{milestone}/start',
    fields: [choice('milestone', 'milestones-to-start'), on],
  },
  {
    name: 'ask-date',
    who: team,
    path: '/milestones/{milestone}/target-changes',
    fields: [choice('milestone', 'milestones-open'), { name: 'to', kind: 'day' }, reason],
  },
  {
    name: 'withdraw-date',
    who: team,
    path: '/milestones/{request}/withdraw',
    fields: [choice('request', 'asked-dates')],
  },
  {
    name: 'move-date',
    who: lead,
    path: '/milestones/{milestone}/move',
    fields: [choice('milestone', 'milestones-open'), { name: 'to', kind: 'day' }, reason],
  },
  {
    name: 'reopen',
    who: ['lead', 'reviewer'],
    path: '/milestones/{milestone}/reopen',
    fields: [choice('milestone', 'milestones-done'), on, reason],
  },
  {
    name: 'cancel-milestone',
    who: lead,
    path: '/milestones/{milestone}/cancel',
    fields: [choice('milestone', 'milestones-open'), on, reason],
    isDanger: true,
  },
] as const satisfies readonly InitiativeAction[];

const ofDays = [
  {
    name: 'wait',
    who: team,
    path: '/waits',
    fields: [
      { name: 'party', kind: 'party' },
      choice('reason', 'wait-reasons'),
      { name: 'since', kind: 'past-day' },
      optional(choice('milestone', 'milestones-open')),
      { name: 'note', kind: 'lines', isOptional: true },
    ],
  },
  { name: 'end-wait', who: team, path: '/waits/{wait}/end', fields: [choice('wait', 'open-waits'), on] },
  { name: 'affirm-wait', who: team, path: '/waits/{wait}/affirm', fields: [choice('wait', 'open-waits'), on] },
  {
    name: 'blocker',
    who: team,
    path: '/blockers',
    fields: [
      { name: 'title', kind: 'line' },
      { name: 'decider', kind: 'party' },
      { name: 'dueOn', kind: 'day' },
      optional(choice('wait', 'open-waits')),
    ],
  },
  {
    name: 'resolve-blocker',
    who: ['member', 'lead', 'focal-point', 'reviewer'],
    path: '/blockers/{blocker}/resolve',
    fields: [choice('blocker', 'open-blockers'), on, { name: 'outcome', kind: 'lines' }],
  },
  {
    name: 'pause',
    who: lead,
    path: '/pauses',
    fields: [
      { name: 'on', kind: 'day' },
      { name: 'until', kind: 'day' },
      reason,
      { name: 'steps', kind: 'lines' },
      { name: 'party', kind: 'party', isOptional: true },
    ],
  },
  {
    name: 'renew-pause',
    who: reviewer,
    path: '/pauses/{pause}/renew',
    fields: [choice('pause', 'running-pauses'), { name: 'until', kind: 'day' }, reason],
  },
  { name: 'end-pause', who: lead, path: '/pauses/{pause}/end', fields: [choice('pause', 'running-pauses'), on] },
] as const satisfies readonly InitiativeAction[];

const ofKinds = [
  {
    name: 'stage',
    who: ['member', 'lead', 'reviewer'],
    kinds: ['laws'],
    path: '/stages',
    fields: [
      choice('stage', 'stages'),
      on,
      { name: 'returned', kind: 'lines', isOptional: true },
      { name: 'skip', kind: 'lines', isOptional: true },
      { name: 'party', kind: 'party', isOptional: true },
      { name: 'issue', kind: 'line', isOptional: true },
      { name: 'number', kind: 'line', isOptional: true },
      { name: 'inForceOn', kind: 'day', isOptional: true },
    ],
  },
  {
    name: 'outcome',
    who: ['lead', 'reviewer'],
    kinds: ['laws'],
    path: '/outcome',
    fields: [choice('outcome', 'outcomes'), on, { name: 'into', kind: 'line', isOptional: true }],
    isDanger: true,
  },
  {
    name: 'application',
    who: ['member', 'lead', 'focal-point'],
    kinds: ['policies'],
    path: '/applications',
    fields: [choice('entity', 'entities-in-scope'), choice('state', 'application-states'), on],
    takesEvidence: true,
  },
  {
    name: 'verify',
    who: reviewer,
    kinds: ['policies'],
    path: '/applications/{entity}/verify',
    fields: [choice('entity', 'entities-declared'), on],
  },
  {
    name: 'return-application',
    who: reviewer,
    kinds: ['policies'],
    path: '/applications/{entity}/return',
    fields: [choice('entity', 'entities-declared'), reason],
  },
  {
    name: 'exempt',
    who: reviewer,
    kinds: ['policies'],
    path: '/exempt',
    fields: [choice('entity', 'entities-in-scope'), on, { name: 'ground', kind: 'lines' }],
  },
] as const satisfies readonly InitiativeAction[];

const ofTheWhole = [
  // A law ends by its outcome.
  { name: 'complete', who: lead, kinds: ['projects', 'policies'], path: '/complete', fields: [on] },
  { name: 'cancel', who: lead, path: '/cancel', fields: [on, reason], isDanger: true },
  {
    name: 'owner',
    who: reviewer,
    path: '/owner',
    fields: [{ name: 'to', kind: 'entity' }, on, reason],
  },
] as const satisfies readonly InitiativeAction[];

/** Everything that can be done to an initiative beside what stands where it is seen (decisions, contests, ratings, notes, planning), by what it is about. */
export const actionGroups = {
  kind: ofKinds,
  milestones: ofMilestones,
  days: ofDays,
  whole: ofTheWhole,
} as const satisfies Readonly<Record<string, readonly InitiativeAction[]>>;
export type GroupName = keyof typeof actionGroups;
export type ActionName = (typeof actionGroups)[GroupName][number]['name'];
