import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '../envelope/recorded-event.js';
import { event, eventCatalogue, type DomainEvent, type EventData, type EventType } from './catalogue.js';
import type { EventMeaning } from './meanings.js';

/** Held by the compiler: a line under `@ts-expect-error` that compiles is an error of `npm run typecheck`. */
const happenedOn = '2026-03-01';

describe('what the catalogue lets a decider state', () => {
  it('a fact with the data of its type', () => {
    const reached: DomainEvent<'milestone.reached.v1'> = event('milestone.reached.v1', {
      happenedOn,
      milestone: 'm-1',
      evidence: [],
    });
    expect(reached.type).toBe('milestone.reached.v1');
  });

  it('no other data', () => {
    // @ts-expect-error a date, not a number
    event('milestone.reached.v1', { milestone: 'm-1', happenedOn: 20260301, evidence: [] });
    // @ts-expect-error every fact has its business date
    event('milestone.reached.v1', { milestone: 'm-1', evidence: [] });
    // @ts-expect-error of a milestone
    event('milestone.reached.v1', { happenedOn, evidence: [] });
    // @ts-expect-error the optional field is `reason`, not `why`
    event('milestone.confirmed.v1', { happenedOn, milestone: 'm-1', why: 'seen' });
    expect(eventCatalogue['milestone.reached.v1'].required).toEqual(['happenedOn', 'milestone', 'evidence']);
  });

  it('no type or version that is not in it', () => {
    // @ts-expect-error never recorded
    event('milestone.forgotten.v1', { happenedOn, milestone: 'm-1' });
    // @ts-expect-error not yet in a second version
    event('milestone.reached.v2', { happenedOn, milestone: 'm-1', evidence: [] });
    // @ts-expect-error a type names its version
    event('milestone.reached', { happenedOn, milestone: 'm-1', evidence: [] });
    expect(Object.keys(eventCatalogue).filter((type) => !/\.v[1-9]\d*$/.test(type))).toEqual([]);
  });

  it('no word outside a closed list', () => {
    // @ts-expect-error a reason a user can pick
    event('wait.began.v1', { happenedOn, wait: 'w-1', party: 'cabinet', reason: 'bored' });
    // @ts-expect-error granted or refused
    event('pause.decided.v1', { happenedOn, pause: 'p-1', decision: 'perhaps' });
    // @ts-expect-error not a field a correction may name
    event('entry.corrected.v1', { happenedOn, corrects: 3, field: 'owner', from: 'a', to: 'b', reason: 'slip' });
    // @ts-expect-error agreed or refused
    event('commitment.due-change-decided.v1', { happenedOn, change: 'd-1', decision: 'perhaps' });
    // @ts-expect-error a state of application
    event('policy.application-recorded.v1', { happenedOn, entity: 'education', state: 'almost', evidence: [] });
    expect(eventCatalogue['wait.began.v1'].required).toContain('reason');
  });

  it('a target in each of its forms and no other', () => {
    const planned = { happenedOn, milestone: 'm-1', title: { ar: 'تصميم' }, key: false, dependsOn: [] };
    event('milestone.planned.v1', { ...planned, target: '2026-06-01' });
    event('milestone.planned.v1', { ...planned, target: { after: 'm-0', days: 30, working: true } });
    event('milestone.planned.v1', { ...planned, target: { absent: 'withheld', ground: 'court order' } });
    // @ts-expect-error absent, but not why
    event('milestone.planned.v1', { ...planned, target: { absent: 'soon' } });
    // @ts-expect-error a rule names its anchor
    event('milestone.planned.v1', { ...planned, target: { days: 30 } });
    expect(eventCatalogue['milestone.planned.v1'].required).toContain('target');
  });
});

describe('what the catalogue lets a reader assume', () => {
  it('narrows an event by its type', () => {
    const party = (recorded: RecordedEvent): string | undefined =>
      recorded.type === 'wait.began.v1' ? recorded.data.party : undefined;
    const milestone = (recorded: RecordedEvent<'wait.ended.v1'>): string =>
      // @ts-expect-error the end of a wait names the wait, not a milestone
      recorded.data.milestone;
    expect([party, milestone].map((reader) => reader.length)).toEqual([1, 1]);
  });

  it('an optional field may be missing', () => {
    const began: EventData<'wait.began.v1'> = { happenedOn, wait: 'w-1', party: 'cabinet', reason: 'busy' };
    // @ts-expect-error perhaps there is no note
    const length = (data: EventData<'wait.began.v1'>): number => data.note.length;
    expect(() => length(began)).toThrow(TypeError);
  });

  it('every type has a meaning in both languages', () => {
    // @ts-expect-error a meaning without Arabic is none
    const meaning: EventMeaning = { en: 'A lamp was lit', streams: ['lamps'], recordedBy: ['lamps'] };
    // @ts-expect-error one type is not all of them
    const all: Readonly<Record<EventType, EventMeaning>> = { 'look.taken.v1': meaning };
    expect(Object.keys(all)).toHaveLength(1);
  });
});
