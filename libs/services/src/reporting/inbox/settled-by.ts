import type { Action } from '@masar/access';
import type { InboxKind } from '@masar/contracts';
import type { Waiting } from '@masar/timeline';

interface Settling {
  /** The right that settles it. */
  readonly action: Action;
  /** Below the stream it is recorded in: where a POST settles it. */
  readonly commands: (thing: Waiting) => readonly string[];
}

const all = (place: string, ...steps: readonly string[]): readonly string[] => steps.map((step) => `${place}/${step}`);

/** What settles each kind of thing that waits: the right of the table, and the addresses of the answers. */
export const settledBy: Readonly<Record<InboxKind, Settling>> = {
  'target-change': {
    action: 'target-change.decide',
    commands: ({ milestone, record }) =>
      all(`milestones/${milestone}/target-changes/${record}`, 'approve', 'reject', 'return'),
  },
  pause: { action: 'pause.decide', commands: ({ record }) => all(`pauses/${record}`, 'grant', 'refuse') },
  correction: {
    action: 'correction.decide',
    commands: ({ record }) => all(`corrections/${record}`, 'approve', 'reject'),
  },
  contest: { action: 'contest.decide', commands: ({ record }) => all(`contests/${record}`, 'dismiss', 'rule') },
  confirmation: { action: 'milestone.confirm', commands: ({ milestone }) => all(`milestones/${milestone}`, 'confirm') },
  forecast: { action: 'milestone.forecast', commands: ({ milestone }) => all(`milestones/${milestone}`, 'forecast') },
  blocker: { action: 'blocker.resolve', commands: ({ record }) => all(`blockers/${record}`, 'resolve') },
  application: {
    action: 'policy.verify-application',
    commands: ({ entity }) => all(`applications/${entity}`, 'verify', 'return'),
  },
  question: { action: 'note.add', commands: () => ['notes'] },
  'commitment-answer': { action: 'commitment.answer', commands: () => ['accept', 'decline'] },
  'commitment-delivery': { action: 'commitment.report', commands: () => ['report'] },
  'commitment-decision': { action: 'commitment.decide', commands: () => ['confirm', 'return'] },
  'due-change': {
    action: 'commitment.change-due',
    commands: ({ record }) => all(`due-changes/${record}`, 'agree', 'refuse'),
  },
};

/** Addresses that settle it. */
export const commandsOf = (thing: Waiting): string[] =>
  settledBy[thing.what].commands(thing).map((path) => `/api/${thing.stream}/${path}`);
