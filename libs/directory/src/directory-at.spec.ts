import { describe, expect, it } from '@jest/globals';
import { genesisHash, type AnyRecordedEvent, type EventData, type EventType, type StreamName } from '@masar/contracts';
import { endOfDayInstant } from '@masar/calendar';
import {
  collectDirectory,
  collectDirectoryRun,
  directoryAt,
  emptyDirectoryFacts,
  lawPathsAt,
  shippedLawPath,
  type Directory,
  type DirectoryFacts,
} from './index.js';

const recorded = <T extends EventType>(
  position: string,
  knownOn: string,
  type: T,
  data: Omit<EventData<T>, 'happenedOn'>,
): AnyRecordedEvent => {
  const [stream = '', version = '1'] = position.split('@');
  const at = `${knownOn}T09:00:00.000Z`;
  return {
    stream: stream as StreamName,
    version: Number(version),
    recordedAt: at,
    knownAt: at,
    source: '/registry',
    actor: 'admin',
    correlationId: 'c',
    commandId: position,
    partitionKey: stream,
    hash: genesisHash,
    prevhash: genesisHash,
    type,
    data: { happenedOn: knownOn, ...data },
  };
};

const entity = (id: string, more: Partial<EventData<'entity.registered.v1'>> = {}): AnyRecordedEvent =>
  recorded(`entities/${id}@1`, '2026-01-10', 'entity.registered.v1', {
    name: { en: id },
    jurisdiction: 'EG',
    zone: 'Africa/Cairo',
    calendar: 'EG',
    ...more,
  });

const factsOf = (...events: readonly AnyRecordedEvent[]): DirectoryFacts =>
  collectDirectoryRun(emptyDirectoryFacts, events);
const at = (facts: DirectoryFacts, knownOn?: string): Directory =>
  directoryAt(facts, {
    defaultZone: 'Africa/Cairo',
    ...(knownOn !== undefined && { knownBefore: endOfDayInstant(knownOn, 'Africa/Cairo') }),
  });

describe('entities', () => {
  const facts = factsOf(
    entity('finance'),
    entity('land', { parent: 'finance', sector: 'housing' }),
    entity('dubai', { jurisdiction: 'AE', zone: 'Asia/Dubai', calendar: 'AE' }),
    recorded('entities/land@2', '2026-05-01', 'entity.succeeded.v1', { by: 'finance' }),
  );

  it('are known from the beginning, whenever they were registered', () => {
    expect(at(facts, '2020-01-01').entity('finance')?.zone).toBe('Africa/Cairo');
    expect(at(facts).entity('land')).toMatchObject({ id: 'land', parent: 'finance', sector: 'housing' });
    expect(at(facts).entity('water')).toBeUndefined();
    expect(at(facts).entity('constructor')).toBeUndefined();
  });

  it('have a successor from the day it was known', () => {
    expect(at(facts, '2026-04-30').entity('land')?.succeeded).toBeUndefined();
    expect(at(facts, '2026-05-01').entity('land')?.succeeded).toEqual({ by: 'finance', on: '2026-05-01' });
  });

  it('are parties, as the constitutional bodies are; strangers are not', () => {
    expect(['entity:finance', 'cabinet', 'gazette', 'judiciary'].every((party) => at(facts).knowsParty(party))).toBe(
      true,
    );
    expect(['entity:water', 'partner:p-1', 'finance', 'entity:'].some((party) => at(facts).knowsParty(party))).toBe(
      false,
    );
  });

  it('partners are parties once registered, also when they are suspended; they commit to nothing then', () => {
    const registered = [recorded('partners/p-1@1', '2026-02-16', 'partner.registered.v1', { name: { en: 'Nile' } })];
    const suspended = recorded('partners/p-1@2', '2026-03-01', 'partner.suspended.v1', { reason: 'over' });
    expect(at(factsOf(...registered)).partner('p-1')).toEqual({ id: 'p-1', name: { en: 'Nile' }, isSuspended: false });
    const known = at(factsOf(...registered, suspended), '2026-01-01');
    expect(known.knowsParty('partner:p-1')).toBe(true);
    expect(known.partner('p-1')?.isSuspended).toBe(true);
    expect(['partner:', 'partner:p-2'].some((party) => known.knowsParty(party))).toBe(false);
    expect(() => factsOf(suspended)).toThrow('before it was registered');
  });

  it("give zone and calendar; whoever has none takes the house's zone and the owner's calendar", () => {
    expect(at(facts).zoneOf('dubai')).toBe('Asia/Dubai');
    expect(at(facts).zoneOf('water')).toBe('Africa/Cairo');
    expect(at(facts).zoneOf(undefined)).toBe('Africa/Cairo');
    expect(at(facts).calendarOf('entity:dubai', 'finance').id).toBe('AE');
    expect(at(facts).calendarOf('cabinet', 'finance').id).toBe('EG');
    expect(at(facts).calendarOf('partner:p-1', 'dubai').id).toBe('AE');
    expect(at(facts).calendarOfEntity('water').id).toBe('any');
  });
});

describe('calendar days as known on a day', () => {
  const facts = factsOf(
    entity('finance'),
    recorded('calendars/EG@1', '2021-10-12', 'calendar.day-set.v1', {
      date: '2021-10-21',
      off: true,
      reason: 'announced',
    }),
    recorded('calendars/EG@2', '2021-10-12', 'calendar.day-set.v1', {
      date: '2021-10-18',
      off: false,
      reason: 'announced',
    }),
    recorded('calendars/EG@3', '2022-01-05', 'calendar.year-confirmed.v1', { year: 2021 }),
  );

  it('count from the day they were recorded, on the dates they name', () => {
    const before = at(facts, '2021-10-11').calendarOfEntity('finance');
    const after = at(facts, '2021-10-12').calendarOfEntity('finance');
    expect([before.isWorkingDay('2021-10-18'), before.isWorkingDay('2021-10-21')]).toEqual([false, true]);
    expect([after.isWorkingDay('2021-10-18'), after.isWorkingDay('2021-10-21')]).toEqual([true, false]);
  });

  it('leave a year unconfirmed until its confirmation was known', () => {
    expect(at(facts, '2022-01-04').calendarOfEntity('finance').unconfirmedYears('2021-01-01', '2022-06-01')).toEqual([
      2021, 2022,
    ]);
    expect(at(facts, '2022-01-05').calendarOfEntity('finance').unconfirmedYears('2021-01-01', '2022-06-01')).toEqual([
      2022,
    ]);
  });

  it('share one calendar between directories of the same facts', () => {
    expect(at(facts).calendarOfEntity('finance')).toBe(at(facts, '2022-02-01').calendarOfEntity('finance'));
  });
});

describe('the scope of a calendar day', () => {
  const facts = factsOf(
    entity('finance', { sector: 'money' }),
    entity('bank', { sector: 'money' }),
    entity('schools', { sector: 'learning' }),
    entity('bureau', { jurisdiction: 'SD', sector: 'money' }),
    recorded('calendars/EG@1', '2026-01-11', 'calendar.day-set.v1', {
      date: '2026-03-09',
      off: true,
      reason: 'r',
      scope: { entity: 'finance' },
    }),
    recorded('calendars/EG@2', '2026-01-12', 'calendar.day-set.v1', {
      date: '2026-03-09',
      off: false,
      reason: 'r',
      scope: { sector: 'money' },
    }),
    recorded('calendars/EG@3', '2026-01-13', 'calendar.day-set.v1', { date: '2026-03-09', off: true, reason: 'r' }),
    recorded('calendars/EG@4', '2026-01-14', 'calendar.day-set.v1', {
      date: '2026-03-10',
      off: true,
      reason: 'r',
      scope: { country: 'EG' },
    }),
    recorded('calendars/EG@5', '2026-01-15', 'calendar.day-set.v1', {
      date: '2026-03-11',
      off: true,
      reason: 'r',
      scope: {},
    }),
    recorded('calendars/EG@6', '2026-01-16', 'calendar.day-set.v1', {
      date: '2026-03-11',
      off: false,
      reason: 'taken back',
    }),
    recorded('calendars/EG@7', '2026-01-17', 'calendar.day-set.v1', {
      date: '2026-03-12',
      off: true,
      reason: 'r',
      scope: { country: 'EG', sector: 'money' },
    }),
  );
  const worked = (id: string, date: string): boolean => at(facts).calendarOfEntity(id).isWorkingDay(date);

  it('the narrower wins, whichever was said later: entity before sector before everybody', () => {
    expect(worked('finance', '2026-03-09')).toBe(false);
    expect(worked('bank', '2026-03-09')).toBe(true);
    expect(worked('schools', '2026-03-09')).toBe(false);
  });

  it("a country is the entity's jurisdiction", () => {
    expect(worked('schools', '2026-03-10')).toBe(false);
    expect(worked('bureau', '2026-03-10')).toBe(true);
  });

  it('of the same scope the later word wins', () => {
    expect(worked('schools', '2026-03-11')).toBe(true);
  });

  it('every key has to fit', () => {
    expect(worked('bank', '2026-03-12')).toBe(false);
    expect(worked('schools', '2026-03-12')).toBe(true);
    expect(worked('bureau', '2026-03-12')).toBe(true);
  });
});

describe('law paths as known on a day', () => {
  const shipped = shippedLawPath('EG', 'law');
  if (!shipped) throw new Error('EG/law is shipped');
  const facts = factsOf(
    recorded('law-paths/EG.law@1', '2026-06-01', 'path.published.v1', { path: { ...shipped, version: 2 } }),
  );

  it('the shipped one from the beginning, a later version as known', () => {
    expect(at(facts, '2026-05-31').newestLawPath('EG', 'law')?.version).toBe(1);
    expect(at(facts, '2026-06-01').newestLawPath('EG', 'law')?.version).toBe(2);
    expect(at(facts).lawPath({ jurisdiction: 'EG', instrument: 'law', version: 1 })).toBe(shipped);
    expect(at(facts, '2026-05-31').lawPath({ jurisdiction: 'EG', instrument: 'law', version: 2 })).toBeUndefined();
    expect(at(facts).newestLawPath('EG', 'decree')).toBeUndefined();
    expect(lawPathsAt(facts).length).toBe(lawPathsAt(emptyDirectoryFacts).length + 1);
  });
});

describe('collecting the directory', () => {
  const events = [
    entity('finance'),
    recorded('calendars/EG@1', '2026-01-11', 'calendar.day-set.v1', { date: '2026-03-09', off: true, reason: 'r' }),
    recorded('entities/finance@2', '2026-05-01', 'entity.succeeded.v1', { by: 'land' }),
  ];

  it('passes over duplicates and other events, and keeps the very facts', () => {
    const facts = factsOf(...events);
    expect(collectDirectoryRun(facts, events)).toBe(facts);
    const other = recorded('projects/P-1@1', '2026-05-01', 'initiative.published.v1', {});
    expect(collectDirectory(facts, other)).toBe(facts);
    expect(collectDirectory(facts, { ...other, type: 'constructor' })).toBe(facts);
  });

  it('comes to the same one by one, at once and after a rest as JSON', () => {
    const atOnce = factsOf(...events);
    const oneByOne = events.reduce(
      (facts, event) => JSON.parse(JSON.stringify(collectDirectory(facts, event))) as DirectoryFacts,
      emptyDirectoryFacts,
    );
    expect(oneByOne).toEqual(atOnce);
  });

  it('leaves the facts it was given as they were', () => {
    const before = factsOf(...events.slice(0, 2));
    const text = JSON.stringify(before);
    collectDirectoryRun(before, events);
    expect(JSON.stringify(before)).toBe(text);
  });

  it('throws when an entity is succeeded that was never registered', () => {
    expect(() => factsOf(recorded('entities/x@1', '2026-05-01', 'entity.succeeded.v1', { by: 'y' }))).toThrow(
      'entities/x',
    );
  });
});
