import type { Words } from '../catalogue.js';
import type { keys as source } from '../ar/keys.js';

export const keys = (): Words<ReturnType<typeof source>> => ({
  title: 'Keyboard',
  lead: 'They work with Arabic and English layouts, and not while you are typing.',
  rooms: {
    everywhere: 'On every screen',
    portfolio: 'Portfolio',
    milestones: 'My milestones',
    importing: 'Import',
  },
  does: {
    keys: 'Show this list',
    close: 'Close what is open',
    move: 'From one thing to the next',
    press: 'Do what is in focus',
    skip: 'From the top to the content',
    rowNext: 'The next row, and the one before',
    open: 'Open the row',
    find: 'Find',
    milestoneNext: 'The next milestone, and the one before',
    reached: 'Record it reached',
    forecast: 'Forecast',
    wait: 'Wait',
    date: 'Ask for a new date',
    blocker: 'Raise a blocker',
    undo: 'Undo',
    lookAgain: 'Look at the file again after a cell was edited',
  },
});
