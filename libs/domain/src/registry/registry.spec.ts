import { describe, expect, it } from '@jest/globals';
import {
  genesisHash,
  Refusal,
  type AnyRecordedEvent,
  type DomainEvent,
  type LawPath,
  type StreamName,
} from '@masar/contracts';
import { localDateOf } from '@masar/calendar';
import { collectDirectoryRun, directoryAt, emptyDirectoryFacts, shippedLawPath } from '@masar/directory';
import type { Decider } from '@masar/event-store';
import type { CommandContext } from '../command-context.js';
import { calendarDecider, entityDecider, lawPathDecider, lawPathStream } from './index.js';

const now = '2026-03-10T09:00:00.000Z';
const recorded = (stream: StreamName, version: number, { type, data }: DomainEvent): AnyRecordedEvent => ({
  stream,
  version,
  type,
  data: data as AnyRecordedEvent['data'],
  recordedAt: now,
  knownAt: now,
  source: '/registry',
  actor: 'admin',
  correlationId: 'c',
  commandId: `${stream}@${version}`,
  partitionKey: stream,
  hash: genesisHash,
  prevhash: genesisHash,
});

/** The registry as it stands after some streams, and what one more command there comes to. */
class Registry {
  readonly events: AnyRecordedEvent[] = [];

  private context(): CommandContext {
    return {
      actor: { user: 'admin', roles: ['administrator'] },
      now,
      today: '2026-03-10',
      localDate: localDateOf,
      directory: directoryAt(collectDirectoryRun(emptyDirectoryFacts, this.events), { defaultZone: 'Africa/Khartoum' }),
      dateOf: () => undefined,
    };
  }

  decide<State, Command>(
    decider: Decider<State, Command>,
    stream: StreamName,
    command: Omit<Command, 'on' | 'context'> & { readonly on?: string },
  ): readonly DomainEvent[] {
    const own = this.events.filter((event) => event.stream === stream);
    const state = own.reduce((held, event) => decider.evolve(held, event), decider.initial);
    const facts = decider.decide(state, {
      on: '2026-03-10',
      ...command,
      context: this.context(),
    } as unknown as Command);
    facts.forEach((fact, index) => this.events.push(recorded(stream, own.length + index + 1, fact)));
    return facts;
  }

  entity(id: string, command: Record<string, unknown>): readonly DomainEvent[] {
    return this.decide(entityDecider, `entities/${id}`, command as never);
  }
  register(id: string, more: Record<string, unknown> = {}): readonly DomainEvent[] {
    return this.entity(id, { type: 'RegisterEntity', name: { en: id }, jurisdiction: 'EG', ...more });
  }
  calendar(id: string, command: Record<string, unknown>): readonly DomainEvent[] {
    return this.decide(calendarDecider, `calendars/${id}`, { calendar: id, ...command } as never);
  }
  publish(path: Omit<LawPath, 'version'> & { version?: number }, on = '2026-03-10'): readonly DomainEvent[] {
    return this.decide(lawPathDecider, lawPathStream(path), { type: 'PublishLawPath', path, on });
  }
}

const refusalOf = (act: () => unknown): { code: string; path?: string } | undefined => {
  try {
    act();
  } catch (fault) {
    if (fault instanceof Refusal) return { code: fault.code, ...(fault.path !== undefined && { path: fault.path }) };
    throw fault;
  }
  return undefined;
};

describe('registering an entity', () => {
  it.each([
    ['EG', 'Africa/Cairo', 'EG'],
    ['AE', 'Asia/Dubai', 'AE'],
    ['SA', 'Asia/Riyadh', 'SA'],
    ['TN', 'Africa/Tunis', 'TN'],
    ['SD', 'Africa/Khartoum', 'any'],
  ])('of %s takes zone %s and calendar %s', (jurisdiction, zone, calendar) => {
    expect(new Registry().register('x', { jurisdiction })[0]?.data).toMatchObject({ zone, calendar, jurisdiction });
  });

  it('keeps what was said, and says nothing of what was not', () => {
    const registry = new Registry();
    registry.register('ministry');
    const said = { zone: 'Asia/Dubai', calendar: 'AE', parent: 'ministry', sector: 'health', on: '2020-01-01' };
    expect(registry.register('agency', said)).toEqual([
      {
        type: 'entity.registered.v1',
        data: {
          happenedOn: '2020-01-01',
          name: { en: 'agency' },
          jurisdiction: 'EG',
          zone: 'Asia/Dubai',
          calendar: 'AE',
          parent: 'ministry',
          sector: 'health',
        },
      },
    ]);
    expect(Object.keys(registry.register('other')[0]?.data ?? {})).toEqual([
      'happenedOn',
      'name',
      'jurisdiction',
      'zone',
      'calendar',
    ]);
  });

  it.each([
    ['an unknown zone', { zone: 'Mars/Olympus' }, { code: 'entity/unknown-zone', path: 'zone' }],
    ['an unknown calendar', { calendar: 'XX' }, { code: 'entity/unknown-calendar', path: 'calendar' }],
    ['an unknown parent', { parent: 'x' }, { code: 'entity/unknown', path: 'parent' }],
    ['a day that does not exist', { on: '2026-02-30' }, { code: 'date/not-a-date', path: 'on' }],
    ['a day to come', { on: '2026-03-11' }, { code: 'date/in-future', path: 'on' }],
  ])('refuses %s', (_case, more, refusal) => {
    expect(refusalOf(() => new Registry().register('x', more))).toEqual(refusal);
  });

  it('refuses the id a second time', () => {
    const registry = new Registry();
    registry.register('x');
    expect(refusalOf(() => registry.register('x'))).toEqual({ code: 'entity/exists' });
  });
});

describe('an entity succeeded by another', () => {
  const registryOf = (...ids: readonly string[]): Registry => {
    const registry = new Registry();
    for (const id of ids) registry.register(id);
    return registry;
  };
  const succeed = (registry: Registry, id: string, by: string): readonly DomainEvent[] =>
    registry.entity(id, { type: 'SucceedEntity', by, on: '2026-01-01' });

  it('is recorded once', () => {
    const registry = registryOf('old', 'new', 'newer');
    expect(succeed(registry, 'old', 'new')).toEqual([
      { type: 'entity.succeeded.v1', data: { happenedOn: '2026-01-01', by: 'new' } },
    ]);
    expect(refusalOf(() => succeed(registry, 'old', 'newer'))).toEqual({ code: 'entity/succeeded' });
  });

  it('may be told in any order', () => {
    const registry = registryOf('old', 'new', 'newer');
    succeed(registry, 'new', 'newer');
    expect(succeed(registry, 'old', 'new')).toHaveLength(1);
  });

  it('refuses an unknown successor, an unregistered entity, itself and a circle', () => {
    const registry = registryOf('a', 'b', 'c');
    expect(refusalOf(() => succeed(registry, 'a', 'x'))).toEqual({ code: 'entity/unknown', path: 'by' });
    expect(refusalOf(() => succeed(registry, 'x', 'a'))).toEqual({ code: 'stream/not-found' });
    expect(refusalOf(() => succeed(registry, 'a', 'a'))).toEqual({ code: 'command/invalid', path: 'by' });
    succeed(registry, 'a', 'b');
    succeed(registry, 'b', 'c');
    expect(refusalOf(() => succeed(registry, 'c', 'a'))).toEqual({ code: 'command/invalid', path: 'by' });
  });
});

describe('a calendar day', () => {
  const day = { type: 'SetCalendarDay', date: '2026-03-19', off: true, reason: 'announced' };

  it('is set for everybody or a scope, also to come, also in a confirmed year', () => {
    const registry = new Registry();
    registry.register('finance');
    expect(registry.calendar('EG', { type: 'ConfirmCalendarYear', year: 2026 })).toHaveLength(1);
    expect(registry.calendar('EG', day)).toEqual([
      {
        type: 'calendar.day-set.v1',
        data: { happenedOn: '2026-03-10', date: '2026-03-19', off: true, reason: 'announced' },
      },
    ]);
    const scoped = registry.calendar('EG', { ...day, scope: { entity: 'finance' } });
    expect(scoped[0]?.data).toMatchObject({ scope: { entity: 'finance' } });
  });

  it('said again changes nothing; taken back is a fact', () => {
    const registry = new Registry();
    registry.calendar('EG', day);
    expect(registry.calendar('EG', day)).toEqual([]);
    expect(registry.calendar('EG', { ...day, off: false })).toHaveLength(1);
    expect(registry.calendar('EG', day)).toHaveLength(1);
  });

  it.each([
    ['a day that does not exist', { date: '2026-02-30' }, { code: 'date/not-a-date', path: 'date' }],
    ['a day no calendar covers', { date: '9999-01-01' }, { code: 'command/invalid', path: 'date' }],
    ['an unknown entity', { scope: { entity: 'x' } }, { code: 'entity/unknown', path: 'scope.entity' }],
    ['a decision to come', { on: '2026-03-11' }, { code: 'date/in-future', path: 'on' }],
    ['an unknown calendar', { calendar: 'XX' }, { code: 'calendar/unknown' }],
  ])('refuses %s', (_case, more, refusal) => {
    expect(refusalOf(() => new Registry().calendar('EG', { ...day, ...more }))).toEqual(refusal);
  });

  it('refuses to confirm a year twice, or one that is none', () => {
    const registry = new Registry();
    const confirm = (year: number): readonly DomainEvent[] =>
      registry.calendar('EG', { type: 'ConfirmCalendarYear', year });
    confirm(2026);
    expect(refusalOf(() => confirm(2026))).toEqual({ code: 'calendar/year-confirmed' });
    expect(refusalOf(() => confirm(1))).toEqual({ code: 'command/invalid', path: 'year' });
  });
});

describe('publishing a law path', () => {
  const shipped = shippedLawPath('EG', 'law') as LawPath;
  const bill = { ...(shippedLawPath('any', 'bill') as LawPath), jurisdiction: 'US' };

  it('begins with version 1, after a shipped one with 2, and goes on by one', () => {
    const registry = new Registry();
    expect(registry.publish({ ...bill, version: 1 })[0]?.data).toMatchObject({
      path: { jurisdiction: 'US', version: 1 },
    });
    const { version: _version, ...unnumbered } = shipped;
    expect(registry.publish({ ...unnumbered, recesses: [{ from: '07-15', to: '09-30' }] })[0]?.data).toMatchObject({
      path: { version: 2 },
    });
    expect(registry.publish({ ...shipped, version: 3 })[0]?.data).toMatchObject({ path: { version: 3 } });
  });

  it('refuses a version that is taken by something else, and a gap', () => {
    const registry = new Registry();
    const changed = { ...shipped, source: 'another' };
    expect(refusalOf(() => registry.publish({ ...changed, version: 1 }))).toEqual({
      code: 'path/exists',
      path: 'version',
    });
    expect(refusalOf(() => registry.publish({ ...changed, version: 3 }))).toEqual({
      code: 'path/invalid',
      path: 'version',
    });
  });

  it('said again changes nothing', () => {
    const registry = new Registry();
    registry.publish({ ...bill, version: 1 });
    expect(registry.publish({ ...bill, version: 1 })).toEqual([]);
    expect(registry.publish(shipped)).toEqual([]);
  });

  it('refuses a path that cannot be walked, and a day to come', () => {
    const broken = { ...bill, version: 1, first: ['nowhere'] };
    expect(refusalOf(() => new Registry().publish(broken))).toEqual({ code: 'path/invalid', path: 'stages' });
    const early = { ...bill, version: 1 };
    expect(refusalOf(() => new Registry().publish(early, '2026-03-11'))).toEqual({
      code: 'date/in-future',
      path: 'on',
    });
  });

  it('refuses another path that would share the stream', () => {
    const registry = new Registry();
    registry.publish({ ...bill, jurisdiction: 'US.VT', instrument: 'bill', version: 1 });
    expect(
      refusalOf(() => registry.publish({ ...bill, jurisdiction: 'US', instrument: 'VT.bill', version: 1 })),
    ).toEqual({
      code: 'path/invalid',
      path: 'instrument',
    });
  });
});
