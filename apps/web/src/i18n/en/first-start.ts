import type { Words } from '../catalogue.js';
import type { firstStart as source } from '../ar/first-start.js';

export const firstStart = (): Words<ReturnType<typeof source>> => ({
  title: 'No initiatives yet. Where to begin?',
  importTitle: 'Import an existing table',
  importDetail:
    'From Excel or CSV. Every fault is shown at its row and column before anything is saved; then the whole file is saved, or nothing of it.',
  createTitle: 'Register the first initiative',
  createDetail:
    'A title and an owner are enough to begin. Milestones and dates come when they are known; that they are absent has a reason to be said.',
  create: 'Register an initiative',
  demonstrationTitle: 'Try demonstration data',
  demonstrationDetail:
    'Invented initiatives with their events and day ledgers, to try every screen. Loaded into an empty data folder at the start:',
  demonstrationCommand: 'MASAR_DEMO=1 MASAR_DATA=./demonstration npm start',
  peopleTitle: 'Invite the team',
  peopleDetail:
    'Leads register the initiatives of their entities, reviewers decide. It begins with inviting each of them.',
  people: 'To the people',
  waitingTitle: 'No initiatives for you to see yet',
  waitingDetail: 'They appear here when they are registered, without loading the page again.',
  looks: 'This is how it will look: original target, current target, forecast, and actual.',
});
