import type { links as source } from '../ar/links.js';
import type { Words } from '../catalogue.js';
import type { Formats } from '../formats.js';

export const links = ({ count, day, list }: Formats): Words<ReturnType<typeof source>> => ({
  title: 'Dependency map',
  before: 'Leans on',
  own: 'Milestones of this initiative',
  after: 'Leant on by',
  none: 'Nothing of another initiative',
  unseen: 'Out of your reach',
  settled: (on: string) => `Happened on ${day(on)}`,
  due: (on: string) => `Due ${day(on)}`,
  undated: 'No date',
  whole: 'the initiative as a whole',
  inner: (titles: readonly string[]) => `after ${list(titles)}`,
  openLine: 'has not happened: what follows waits for it',
  settledLine: 'has happened: nothing waits for it any more',
  standing: (awaited: number, held: number) => {
    const first =
      awaited === 0
        ? 'All it leans on elsewhere has happened'
        : `Waits for ${count(awaited, { one: '# thing', other: '# things' })} elsewhere`;
    return held === 0
      ? first
      : `${first}; ${count(held, { one: '# milestone waits', other: '# milestones wait' })} for it elsewhere`;
  },
  asTable: 'Show links as a table',
  asMap: 'Show the map',
  leaning: 'What waits',
  ofInitiative: 'Of',
  leantOn: 'What is waited for',
  ofWhom: 'With',
  how: 'Link',
  stands: 'How it stands',
  sort: { depends: 'depends on it', 'counts-from': 'its date counts from it', feeds: 'a commitment that reaches it' },
  isCut: 'More leans on this initiative than is shown here.',
});
