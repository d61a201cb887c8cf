import type { Command, Intent } from '../../app/commands/intent.js';
import { aboutOf, type Row } from './board.js';

export const rowActions = ['reach', 'forecast', 'wait', 'ask'] as const;
export type RowAction = (typeof rowActions)[number];
export type Action = RowAction | 'blocker';

/** What a press of a key means on the board, by where the key lies: the same in every layout. */
export type Press = Action | 'down' | 'up' | 'undo' | 'close' | 'open';
const presses: Readonly<Record<string, Press>> = {
  Digit1: 'reach',
  Digit2: 'forecast',
  Digit3: 'wait',
  Digit4: 'ask',
  Numpad1: 'reach',
  Numpad2: 'forecast',
  Numpad3: 'wait',
  Numpad4: 'ask',
  KeyB: 'blocker',
  KeyZ: 'undo',
  KeyJ: 'down',
  ArrowDown: 'down',
  KeyK: 'up',
  ArrowUp: 'up',
  Escape: 'close',
};
type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>;
export const pressOf = ({ code, ctrlKey, metaKey, altKey }: Pressed): Press | undefined =>
  ctrlKey || metaKey || altKey ? undefined : presses[code];

/** Whether a team may still report this: what is done waits for others. */
export const isOpenTo = (row: Row): boolean => !['reached', 'confirmed', 'cancelled'].includes(row.status);

const of = (row: Row): string => `/api/${aboutOf(row)}`;
const initiativeOf = ({ initiative: { kind, id } }: Row): string => `/api/${kind}/${id}`;

export const reach = (row: Row, on: string, evidence: readonly object[], undoReason: string): Command => ({
  path: `${of(row)}/reach`,
  body: { on, ...(evidence.length > 0 && { evidence }) },
  undo: { path: `${of(row)}/reopen`, body: { reason: undoReason } },
});

/** An earlier expectation can be said again; that there was none cannot. */
export const forecast = (row: Row, date: string): Command => {
  const path = `${of(row)}/forecast`;
  const before = row.forecast.team;
  return { path, body: { date }, ...(before !== null && { undo: { path, body: { date: before } } }) };
};

export const beginWait = (row: Row, party: string, reason: string, since: string): Command => ({
  path: `${initiativeOf(row)}/waits`,
  body: { party, reason, since, milestone: row.id },
  undo: { path: `${initiativeOf(row)}/waits/{id}/end`, body: { on: since } },
});

export const endWait = (row: Row, wait: string, on: string): Command => ({
  path: `${initiativeOf(row)}/waits/${wait}/end`,
  body: { on },
});

export const askForDate = (row: Row, to: string, reason: string): Command => ({
  path: `${of(row)}/target-changes`,
  body: { to, reason },
  undo: { path: `${of(row)}/target-changes/{id}/withdraw`, body: {} },
});

export interface Blocker {
  readonly title: { readonly ar: string } | { readonly en: string };
  readonly decider: string;
  readonly dueOn: string;
}
export const raiseBlocker = (row: Row, { title, decider, dueOn }: Blocker): Command => ({
  path: `${initiativeOf(row)}/blockers`,
  body: { title, decider, dueOn },
});

/** What was said, for whoever reads the row before the server has answered. */
export type Wish =
  | { readonly what: 'reached' | 'reopened' | 'wait-ended' | 'withdrawn' | 'blocker' | 'other' }
  | { readonly what: 'forecast' | 'asked'; readonly date: string }
  | { readonly what: 'wait'; readonly party: string };

export const wishOf = ({ path, body }: Pick<Intent, 'path' | 'body'>): Wish => {
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (last === 'reach') return { what: 'reached' };
  if (last === 'reopen') return { what: 'reopened' };
  if (last === 'forecast') return { what: 'forecast', date: String(body['date']) };
  if (last === 'waits') return { what: 'wait', party: String(body['party']) };
  if (last === 'target-changes') return { what: 'asked', date: String(body['to']) };
  if (last === 'end') return { what: 'wait-ended' };
  if (last === 'withdraw') return { what: 'withdrawn' };
  return { what: last === 'blockers' ? 'blocker' : 'other' };
};
