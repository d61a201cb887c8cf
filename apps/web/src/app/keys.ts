import type { Said } from '../i18n/languages.js';

/** One line of the list of keys: what is pressed, and what it does. Whoever binds a key says it here. */
export interface KeyLine {
  readonly pressed: readonly string[];
  readonly does: keyof Said['keys']['does'];
}
export interface KeyRoom {
  readonly room: keyof Said['keys']['rooms'];
  readonly lines: readonly KeyLine[];
}

export const keyRooms: readonly KeyRoom[] = [
  {
    room: 'everywhere',
    lines: [
      { pressed: ['?'], does: 'keys' },
      { pressed: ['Esc'], does: 'close' },
      { pressed: ['Tab'], does: 'move' },
      { pressed: ['Enter'], does: 'press' },
    ],
  },
  {
    room: 'portfolio',
    lines: [
      { pressed: ['J', 'K', '↓', '↑'], does: 'rowNext' },
      { pressed: ['Enter'], does: 'open' },
      { pressed: ['/'], does: 'find' },
    ],
  },
  {
    room: 'milestones',
    lines: [
      { pressed: ['↓', '↑'], does: 'milestoneNext' },
      { pressed: ['1'], does: 'reached' },
      { pressed: ['2'], does: 'forecast' },
      { pressed: ['3'], does: 'wait' },
      { pressed: ['4'], does: 'date' },
      { pressed: ['B'], does: 'blocker' },
      { pressed: ['Z'], does: 'undo' },
    ],
  },
  { room: 'importing', lines: [{ pressed: ['Enter'], does: 'lookAgain' }] },
];

/** True where a single key is a letter of what somebody writes. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role="textbox"]') !== null;

/** `?` of any layout: the Arabic one writes `؟`. */
export const asksForKeys = (event: Pick<KeyboardEvent, 'key' | 'target' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean =>
  (event.key === '?' || event.key === '؟') &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !isWriting(event.target);
