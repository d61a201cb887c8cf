import type { Role } from '@masar/contracts';

/**
 * How far a role's right reaches.
 * `any`: every subject · `team`: initiatives the person is a member of, or whose owner or acting entity is the person's own ·
 * `owner`: initiatives the person's entity owns, or leads as a member · `concerned`: records about the person's entity ·
 * `others`: initiatives the person's own entity does not own · `-`: none.
 */
export type Reach = 'any' | 'team' | 'owner' | 'concerned' | 'others' | '-';

/** Columns of the table, in the order the rows are written in. */
const columns = [
  'member',
  'lead',
  'focal-point',
  'reviewer',
  'independent',
  'administrator',
  'integrator',
  'auditor',
] as const;
type Row = readonly [Reach, Reach, Reach, Reach, Reach, Reach, Reach, Reach];

const everybody: Row = ['any', 'any', 'any', 'any', 'any', 'any', 'any', 'any'];
const configuration: Row = ['-', '-', '-', '-', '-', 'any', '-', '-'];
const teamWork: Row = ['team', 'team', '-', '-', '-', '-', '-', '-'];
const leadWork: Row = ['-', 'owner', '-', '-', '-', '-', '-', '-'];
const decision: Row = ['-', '-', '-', 'others', '-', '-', '-', '-'];

/**
 * The whole of who may do what (definitions §11): one row per action, one column per role. Partners hold no right here.
 * Four-eyes rules that need the record itself (nobody decides the own request) are kept by the deciders.
 */
//                            member     lead      focal-point  reviewer  independent administrator integrator auditor
// prettier-ignore
const rows = {
  'session.read':             everybody,
  'session.end':              everybody,

  'entity.read':              everybody,
  'entity.register':          configuration,
  'entity.succeed':           configuration,
  'calendar.read':            everybody,
  'calendar.set-day':         configuration,
  'calendar.confirm-year':    configuration,
  'law-path.read':            everybody,
  'law-path.publish':         configuration,

  'initiative.read':          everybody,
  'initiative.read-events':   everybody,
  'initiative.register':      leadWork,
  'initiative.publish':       leadWork,
  'initiative.describe':      leadWork,
  'initiative.change-owner':  decision,
  'initiative.set-members':   leadWork,
  'initiative.complete':      leadWork,
  'initiative.cancel':        leadWork,
  'initiative.batch':         everybody,

  'milestone.plan':           leadWork,
  'milestone.describe':       leadWork,
  'milestone.set-dependencies': leadWork,
  'milestone.set-target':     leadWork,
  'milestone.move-target':    leadWork,
  'milestone.start':          teamWork,
  'milestone.forecast':       teamWork,
  'milestone.reach':          teamWork,
  'milestone.confirm':        ['team',    'team',   'concerned', 'others', '-',        '-',          '-',       '-'],
  'milestone.reopen':         ['-',       'owner',  '-',         'others', '-',        '-',          '-',       '-'],
  'milestone.cancel':         leadWork,

  'target-change.request':    teamWork,
  'target-change.withdraw':   teamWork,
  'target-change.decide':     decision,

  'wait.begin':               teamWork,
  'wait.affirm':              teamWork,
  'wait.end':                 teamWork,
  'pause.request':            leadWork,
  'pause.renew':              ['-',       'owner',  '-',         'others', '-',        '-',          '-',       '-'],
  'pause.end':                leadWork,
  'pause.decide':             decision,
  'contest.raise':            ['concerned', 'concerned', 'concerned', 'any', '-',       '-',          '-',       '-'],
  'contest.decide':           decision,
  'correction.request':       ['team',    'team',   'concerned', 'others', '-',        '-',          '-',       '-'],
  'correction.decide':        decision,
  'blocker.raise':            teamWork,
  'blocker.resolve':          ['team',    'team',   'concerned', 'others', '-',        '-',          '-',       '-'],
  'note.add':                 ['team',    'team',   'team',      'any',    'any',      '-',          '-',       '-'],

  'law.enter-stage':          ['team',    'team',   '-',         'others', '-',        '-',          '-',       '-'],
  'law.record-outcome':       ['-',       'owner',  '-',         'others', '-',        '-',          '-',       '-'],
  'policy.set-scope':         leadWork,
  'policy.record-application': ['team',   'team',   'concerned', '-',      '-',        '-',          '-',       '-'],
  'policy.verify-application': decision,
  'policy.exempt':            decision,

  'partner.read':             everybody,
  'partner.register':         configuration,
  'partner.suspend':          configuration,
  'partner.inbox':            everybody,
  'commitment.read':          everybody,
  'commitment.offer':         leadWork,
  'commitment.answer':        leadWork,
  'commitment.report':        ['team',    'team',   'concerned', '-',      '-',        '-',          '-',       '-'],
  'commitment.decide':        ['-',       'owner',  'concerned', '-',      '-',        '-',          '-',       '-'],
  'commitment.withdraw':      leadWork,
  'commitment.change-due':    leadWork,

  'timeline.read':            everybody,
  'milestone.list':           everybody,
  'portfolio.read':           everybody,
  'changes.read':             everybody,
  'look.keep':                everybody,
  'delays.read':              everybody,
  'export.read':              everybody,
  'live.read':                everybody,
  'events.read':              everybody,

  'reporting.maintain':       configuration,

  'import.run':               ['-',       '-',      '-',         '-',      '-',        'any',        'any',     '-'],
  'import.read':              ['-',       '-',      '-',         '-',      '-',        'any',        'any',     'any'],
} as const satisfies Record<string, Row>;

export type Action = keyof typeof rows;
export const actions = Object.keys(rows) as readonly Action[];

/** The reach of a role's right to an action. */
export const reachOf = (action: Action, role: Role): Reach => {
  const column = columns.indexOf(role as (typeof columns)[number]);
  return column < 0 ? '-' : rows[action][column]!;
};

/** The table as text, for a security officer's file. */
export const tableAsText = (): string =>
  [['action', ...columns].join('\t'), ...actions.map((action) => [action, ...rows[action]].join('\t'))].join('\n');
