import type { Kind } from '../reading.js';

/** Whose it may be: a member of the team, its lead, a reviewer, the focal point of an entity. The server decides over the very initiative. */
export type Who = 'member' | 'lead' | 'reviewer' | 'focal-point';

/** What is chosen from: each list is worked out from what is known of the initiative. */
export type ListName =
  | 'milestones-to-start'
  | 'milestones-to-reach'
  | 'milestones-open'
  | 'asked-dates'
  | 'milestones-done'
  | 'open-waits'
  | 'open-blockers'
  | 'running-pauses'
  | 'wait-reasons'
  | 'stages'
  | 'outcomes'
  | 'application-states'
  | 'entities-in-scope'
  | 'entities-declared';

export type FieldName =
  | 'blocker'
  | 'decider'
  | 'dueOn'
  | 'entity'
  | 'ground'
  | 'inForceOn'
  | 'into'
  | 'issue'
  | 'milestone'
  | 'note'
  | 'number'
  | 'on'
  | 'outcome'
  | 'party'
  | 'pause'
  | 'reason'
  | 'request'
  | 'returned'
  | 'since'
  | 'skip'
  | 'stage'
  | 'state'
  | 'steps'
  | 'title'
  | 'to'
  | 'until'
  | 'date'
  | 'wait';

/** `past-day` begins as today and is never later; `day` may be any. */
export type Field = { readonly name: FieldName; readonly isOptional?: true } & (
  | { readonly kind: 'day' | 'past-day' | 'line' | 'lines' | 'party' | 'entity' }
  | { readonly kind: 'choice'; readonly of: ListName }
);
export type Values = Readonly<Partial<Record<FieldName, string>>>;

/** One thing that can be done to an initiative, as it is asked for: fields, and the address below the initiative they go to. */
export interface InitiativeAction {
  readonly name: string;
  readonly who: readonly Who[];
  /** Of which kinds; absent: of all. */
  readonly kinds?: readonly Kind[];
  /** Names in braces are fields; what stands in the address is not in the body. */
  readonly path: string;
  readonly fields: readonly Field[];
  /** Files and links go with it. */
  readonly takesEvidence?: true;
  /** Ends something for good. */
  readonly isDanger?: true;
}

export const choice = (name: FieldName, of: ListName): Field => ({ name, kind: 'choice', of });
export const optional = (field: Field): Field => ({ ...field, isOptional: true });
export const on: Field = { name: 'on', kind: 'past-day' };
export const reason: Field = { name: 'reason', kind: 'lines' };
