import type { CorrectionField } from '@masar/contracts';

const on = ['on'] as const;
const onAndReason = ['on', 'reason'] as const;

/** What may be corrected of each sort of event, as the interface has it: the page carries no more of its contracts than their types. */
export const correctable: Readonly<Record<string, readonly CorrectionField[]>> = {
  'initiative.registered.v1': ['title', 'startedOn'],
  'initiative.published.v1': on,
  'initiative.described.v1': ['title', 'startedOn'],
  'initiative.owner-changed.v1': onAndReason,
  'initiative.completed.v1': on,
  'initiative.cancelled.v1': onAndReason,
  'milestone.planned.v1': ['title', 'party', 'target'],
  'milestone.described.v1': ['title'],
  'milestone.target-set.v1': ['target'],
  'milestone.target-moved.v1': ['reason'],
  'milestone.started.v1': on,
  'milestone.reached.v1': on,
  'milestone.confirmed.v1': on,
  'milestone.reopened.v1': onAndReason,
  'milestone.cancelled.v1': onAndReason,
  'wait.began.v1': ['since', 'party', 'reason'],
  'wait.affirmed.v1': on,
  'wait.ended.v1': on,
  'blocker.raised.v1': ['on', 'title', 'dueOn'],
  'blocker.resolved.v1': on,
  'rating.given.v1': on,
  'law.stage-entered.v1': ['on', 'stage', 'party'],
  'law.outcome-recorded.v1': on,
  'policy.application-recorded.v1': on,
  'policy.application-verified.v1': on,
  'policy.entity-exempted.v1': on,
};

/** What is typed for a correction; of a title the two languages, of everything else `to`. */
export interface Correcting {
  readonly field: CorrectionField | '';
  readonly to: string;
  readonly arabic: string;
  readonly english: string;
  readonly reason: string;
}
export const nothingYet: Correcting = { field: '', to: '', arabic: '', english: '', reason: '' };

/** How what is right is given. */
export type Entry = 'title' | 'party' | 'stage' | 'wait-reason' | 'words' | 'day';
export const entryOf = (type: string, field: CorrectionField): Entry => {
  switch (field) {
    case 'title':
    case 'party':
    case 'stage':
      return field;
    case 'reason':
      return type === 'wait.began.v1' ? 'wait-reason' : 'words';
    default:
      return 'day';
  }
};

const titleOf = ({ arabic, english }: Correcting) => ({
  ...(arabic.trim() !== '' && { ar: arabic.trim() }),
  ...(english.trim() !== '' && { en: english.trim() }),
});

/** The body of the command; undefined while something is missing. */
export const correctionBody = (version: number, typed: Correcting) => {
  const { field, reason } = typed;
  if (field === '' || reason.trim() === '') return undefined;
  const to = field === 'title' ? titleOf(typed) : typed.to.trim();
  const isSaid = typeof to === 'string' ? to !== '' : Object.keys(to).length > 0;
  return isSaid ? { version, field, to, reason: reason.trim() } : undefined;
};
