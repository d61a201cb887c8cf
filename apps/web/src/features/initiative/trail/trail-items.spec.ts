import { describe, expect, it } from '@jest/globals';
import { eventMeanings } from '@masar/contracts';
import { catalogue } from '../../../i18n/en/index.js';
import { formatsFor } from '../../../i18n/formats.js';
import { knownOf, type TrailEvent } from './events.js';
import { knownSorts } from './sentence.js';
import { shownItems, trailItems } from './trail-items.js';
import { sentenceContext } from './trail-names.js';

const formats = formatsFor('en', 'latn');
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '');
const event = (version: number, type: string, data: object, recordedOn?: string): TrailEvent =>
  ({
    type,
    version,
    happenedOn: '2026-10-08',
    recordedAt: `${recordedOn ?? '2026-10-08'}T07:00:00.000Z`,
    knownAt: `${recordedOn ?? '2026-10-08'}T07:00:00.000Z`,
    actor: 'dina',
    hash: 'h',
    data,
  }) as unknown as TrailEvent;
const events = [
  event(1, 'milestone.planned.v1', { milestone: 'm-1', title: { en: 'Pilot' }, target: '2026-10-20', dependsOn: [] }),
  event(2, 'wait.began.v1', {
    happenedOn: '2026-10-01',
    wait: 'w',
    party: 'entity:land',
    reason: 'busy',
    note: 'no answer',
  }),
  event(
    3,
    'milestone.reached.v1',
    { milestone: 'm-1', evidence: [{ title: 'Minutes', url: 'https://e.example.org' }] },
    '2026-10-09',
  ),
  event(4, 'milestone.target-change-requested.v1', {
    milestone: 'm-1',
    change: 'c',
    from: '2026-10-20',
    to: { after: 'start', days: 30, working: true },
    reason: 'late',
  }),
  event(5, 'entry.corrected.v1', { corrects: 3, field: 'on', from: '2026-10-08', to: '2026-10-01', reason: 'minutes' }),
];
const context = sentenceContext(events, {
  words: catalogue(formats),
  formats,
  entity: (id) => id,
  party: (of) => of.split(':').at(-1)!,
  person: (user) => user,
  stage: (id) => id,
  say: (text) => text?.en ?? '',
});
const items = trailItems(events, context);

describe('the trail', () => {
  it('is told newest first, in sentences', () => {
    expect(items.map(({ sentence }) => plain(sentence))).toEqual([
      'date it happened in entry 3 corrected',
      'New date asked for Pilot: from 20 October 2026 to 30 working days after the start',
      'Pilot reached',
      'A wait on land began on 1 October 2026: Busy',
      'Milestone Pilot added, target 20 October 2026',
    ]);
  });
  it('keeps what somebody wrote, and no codes', () => {
    expect(items.map(({ words }) => words)).toEqual([['minutes'], ['late'], [], ['no answer'], []]);
  });
  it('shows both values of a correction, and at the event what corrected it', () => {
    expect(items[0]?.correction).toEqual({ corrects: 3, from: '8 October 2026', to: '1 October 2026' });
    expect(items[2]).toMatchObject({ correctedBy: 5, recordedOn: '2026-10-09' });
  });
  it('keeps changes and corrections apart', () => {
    expect(shownItems(items, 'changes').map(({ version }) => version)).toEqual([4]);
    expect(shownItems(items, 'corrections').map(({ version }) => version)).toEqual([5]);
  });
  it('leaves out what was recorded after what is known', () => {
    expect(knownOf(events, 3).map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(knownOf(events, undefined)).toEqual([]);
  });
  it('has a sentence for every sort of event an initiative can have', () => {
    const possible = Object.entries(eventMeanings).filter(([, { streams }]) =>
      streams.some((stream) => ['projects', 'laws', 'policies'].includes(stream)),
    );
    expect(possible.map(([type]) => type).filter((type) => !knownSorts.has(type))).toEqual([]);
  });
});
