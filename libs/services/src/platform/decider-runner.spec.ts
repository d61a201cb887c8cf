import { afterEach, describe, expect, it } from '@jest/globals';
import { event, Refusal, type AnyRecordedEvent } from '@masar/contracts';
import { createCommandHandler, openEventStore, type Decider, type EventStore } from '@masar/event-store';
import type { CommandContext } from '@masar/domain';
import { CommandBus } from './command-bus.js';
import { DeciderRunner, type DeciderService } from './decider-runner.js';
import { StoreDirectory } from './directory-service.js';

interface Noting {
  readonly type: string;
  readonly note?: string;
  readonly text?: string;
  readonly on: string;
  readonly context: CommandContext;
}
type Asks = (context: CommandContext) => string;

/** A decider of one line: it notes what it is told, after asking its context something. */
const noting = (asks: Asks): Decider<number, Noting> => ({
  name: 'noting',
  version: 1,
  initial: 0,
  evolve: (count) => count + 1,
  decide: (_count, { note, on, context }) => [
    event('note.added.v1', { happenedOn: on, note: note ?? 'n', text: asks(context) }),
  ],
});

const admin = { user: 'admin', roles: ['administrator'], onlyAccount: true } as const;
const kinds = {
  Begin: { action: 'initiative.register', begins: 'new' },
  Note: { action: 'note.add', makes: { field: 'note', prefix: 'n' } },
} as const;

let store: EventStore;
afterEach(() => store.close());

const house = async (asks: Asks, more: Partial<DeciderService<number, Noting>> = {}) => {
  store = await openEventStore('sqlite::memory:', { clock: { kind: 'fixed', at: '2026-03-01T22:30:00.000Z' } });
  const bus = new CommandBus();
  const directory = new StoreDirectory(store, 'Africa/Cairo');
  const around = { handler: createCommandHandler(store), directory, bus, store };
  const runner = new DeciderRunner(
    { decider: noting(asks), source: '/test', kinds, subjectOf: () => ({}), ...more },
    around,
  );
  await runner.run('projects/P', { type: 'Begin' }, { actor: admin });
  const last = async () => (await store.read('projects/P')).at(-1) as AnyRecordedEvent;
  return { runner, bus, directory, last };
};

describe('a command through the one door', () => {
  it('happens today in the zone of whoever gives it, unless it says when', async () => {
    const { runner, last } = await house(() => 'x');
    await runner.run('projects/P', { type: 'Note' }, { actor: admin });
    expect((await last()).data.happenedOn).toBe('2026-03-02');
    await runner.run('projects/P', { type: 'Note', on: '2026-02-01' }, { actor: admin });
    expect((await last()).data.happenedOn).toBe('2026-02-01');
  });

  it('gets ids from its own, and the same answer when it is sent again', async () => {
    const { runner } = await house(() => 'x');
    const first = await runner.run('projects/P', { type: 'Note' }, { actor: admin, key: 'k' });
    expect(await runner.run('projects/P', { type: 'Note' }, { actor: admin, key: 'k' })).toEqual(first);
    expect(first.id).toMatch(/^n-/);
    await expect(runner.run('projects/P', { type: 'Note', text: 'y' }, { actor: admin, key: 'k' })).rejects.toThrow(
      'idempotency/key-reused',
    );
  });

  it('records who, for whom, by which service and because of what', async () => {
    const { runner, last } = await house(() => 'x');
    await runner.run(
      'projects/P',
      { type: 'Note' },
      { actor: admin, correlationId: 'c-1', causationId: 'laws/L@3', onBehalfOf: 'hoda' },
    );
    expect(await last()).toMatchObject({
      actor: 'admin',
      source: '/test',
      correlationId: 'c-1',
      causationId: 'laws/L@3',
      onBehalfOf: 'hoda',
    });
  });

  it('tells who listens of what was committed, and not of a resend', async () => {
    const { runner, bus } = await house(() => 'x');
    const heard: string[] = [];
    bus.onCommitted((stream, events) => heard.push(`${stream}:${events.length}`));
    await runner.run('projects/P', { type: 'Note' }, { actor: admin, key: 'k' });
    await runner.run('projects/P', { type: 'Note' }, { actor: admin, key: 'k' });
    expect(heard).toEqual(['projects/P:1']);
  });

  it('asks the table once the subject is known', async () => {
    const { runner } = await house(() => 'x', { subjectOf: () => ({ owner: 'education' }) });
    const outsider = { user: 'omar', roles: ['member'], entity: 'health' } as const;
    await expect(runner.run('projects/P', { type: 'Note' }, { actor: outsider })).rejects.toThrow('access/denied');
    await expect(
      runner.run('projects/P', { type: 'Note' }, { actor: { ...outsider, entity: 'education' } }),
    ).resolves.toMatchObject({ version: 2 });
    await expect(
      runner.run('projects/P', { type: 'Note' }, { actor: outsider, fromSource: true }),
    ).resolves.toMatchObject({ version: 3 });
  });
});

describe('what a decision turns out to need', () => {
  it('is fetched once it is asked for', async () => {
    const asked: string[] = [];
    const { runner, last } = await house(
      (context) => `${context.dateOf('laws/L/stages/gazette')} ${context.ledger?.().length}`,
      {
        dateOf: async (reference) => {
          asked.push(reference);
          return '2026-01-01';
        },
        ledgerOf: async () => [],
      },
    );
    asked.length = 0;
    await runner.run('projects/P', { type: 'Note' }, { actor: admin });
    expect((await last()).data['text']).toBe('2026-01-01 0');
    expect(asked).toEqual(['laws/L/stages/gazette']);
  });

  it('and is a registry id not seen yet, is looked for again before the refusal stands', async () => {
    let begun = false;
    const { runner, directory, last } = await house(({ directory: known }) => {
      if (begun && !known.entity('late')) throw new Refusal('initiative/unknown-party', { party: 'entity:late' });
      return begun ? 'seen' : 'begin';
    });
    begun = true;
    await expect(runner.run('projects/P', { type: 'Note' }, { actor: admin })).rejects.toThrow(
      'initiative/unknown-party',
    );
    await store.append({
      stream: 'entities/late',
      expectedVersion: 0,
      events: [
        event('entity.registered.v1', {
          happenedOn: '2026-03-01',
          name: { en: 'Late' },
          jurisdiction: 'EG',
          zone: 'Africa/Cairo',
          calendar: 'EG',
        }),
      ],
      meta: { commandId: 'c', digest: 'd', actor: 'other', correlationId: 'c', source: '/registry' },
    });
    expect(directory.current().entity('late')).toBeUndefined();
    await runner.run('projects/P', { type: 'Note' }, { actor: admin });
    expect((await last()).data['text']).toBe('seen');
  });
});

describe('several commands as one commit', () => {
  it('say which of them was refused, and nothing is recorded', async () => {
    let decided = 0;
    const { runner } = await house(() => {
      decided += 1;
      if (decided === 3) throw new Refusal('note/never' as never);
      return 'x';
    });
    const fault = await runner
      .runTogether('projects/P', [{ type: 'Note' }, { type: 'Note' }], { actor: admin })
      .catch((error: Refusal) => error);
    expect(fault).toMatchObject({ code: 'note/never', details: { command: 1 } });
    expect(await store.read('projects/P')).toHaveLength(1);
  });
});
