import {
  event,
  refuse,
  type AnyRecordedEvent,
  type DomainEvent,
  type EventData,
  type LocalDate,
} from '@masar/contracts';
import type { Decider } from '@masar/event-store';
import { noCounts, type ImportCounts } from './import-counts.js';

export type PlannedPage = EventData<'import.commands-planned.v1'>['rows'];

/** One import, from its start to its end, and once more each time its file is sent again. The plan itself stays in the events. */
export type ImportState =
  | { readonly status: 'none' }
  | (ImportFacts & { readonly status: 'planning'; readonly pages: number })
  | (ImportFacts & { readonly status: 'running'; readonly pages: number })
  | (ImportFacts & { readonly status: 'completed'; readonly endedAt: string; readonly commands: number })
  | (ImportFacts & {
      readonly status: 'failed';
      readonly endedAt: string;
      readonly code: string;
      readonly detail: string;
      readonly row?: number;
    });

export interface ImportFacts {
  readonly profile: string;
  readonly asOf?: LocalDate;
  readonly filename?: string;
  readonly rows: number;
  readonly touches: number;
  readonly counts: ImportCounts;
  readonly actor: string;
  readonly onBehalfOf?: string;
  readonly startedAt: string;
  /** How often its file has been imported; everything else is of the last run. */
  readonly runs: number;
  /** The Idempotency-Key of this run, with its actor as a digest. */
  readonly request?: string;
  /** Version of the `import.started` this run began with. */
  readonly startedVersion: number;
}

export type ImportCommand =
  | {
      readonly type: 'StartImport';
      readonly on: LocalDate;
      readonly started: Omit<EventData<'import.started.v1'>, 'happenedOn'>;
    }
  | { readonly type: 'PlanCommands'; readonly on: LocalDate; readonly rows: PlannedPage; readonly last: boolean }
  | { readonly type: 'CompleteImport'; readonly on: LocalDate; readonly commands: number }
  | {
      readonly type: 'FailImport';
      readonly on: LocalDate;
      readonly code: string;
      readonly detail: string;
      readonly row?: number;
    };

const factsOf = (recorded: AnyRecordedEvent, before: ImportState): ImportFacts => {
  const started = recorded.data as unknown as EventData<'import.started.v1'>;
  const { profile, asOf, filename, request, rows, touches, plan } = started;
  return {
    profile,
    rows,
    touches,
    counts: plan ?? noCounts,
    actor: recorded.actor,
    ...(recorded.onBehalfOf === undefined ? {} : { onBehalfOf: recorded.onBehalfOf }),
    startedAt: recorded.recordedAt,
    runs: before.status === 'none' ? 1 : before.runs + 1,
    startedVersion: recorded.version,
    ...(request ? { request } : {}),
    ...(asOf ? { asOf } : {}),
    ...(filename ? { filename } : {}),
  };
};

const evolve = (state: ImportState, recorded: AnyRecordedEvent): ImportState => {
  if (recorded.type === 'import.started.v1') return { ...factsOf(recorded, state), status: 'planning', pages: 0 };
  if (state.status === 'none') return state;
  const { profile, asOf, filename, request, rows, touches, counts, actor, startedAt, runs, startedVersion } = state;
  const { onBehalfOf } = state;
  const facts: ImportFacts = {
    profile,
    rows,
    touches,
    counts,
    actor,
    startedAt,
    runs,
    startedVersion,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(request ? { request } : {}),
    ...(asOf ? { asOf } : {}),
    ...(filename ? { filename } : {}),
  };
  if (recorded.type === 'import.commands-planned.v1') {
    const pages = 'pages' in state ? state.pages + 1 : 1;
    return { ...facts, status: recorded.data['last'] === true ? 'running' : 'planning', pages };
  }
  if (recorded.type === 'import.completed.v1')
    return { ...facts, status: 'completed', endedAt: recorded.recordedAt, commands: Number(recorded.data['commands']) };
  if (recorded.type === 'import.failed.v1') {
    const { code, detail, row } = recorded.data as unknown as EventData<'import.failed.v1'>;
    return {
      ...facts,
      status: 'failed',
      endedAt: recorded.recordedAt,
      code,
      detail,
      ...(row === undefined ? {} : { row }),
    };
  }
  return state;
};

const isUnderWay = (state: ImportState): boolean => state.status === 'planning' || state.status === 'running';

const decide = (state: ImportState, command: ImportCommand): readonly DomainEvent[] => {
  const happenedOn = command.on;
  if (command.type === 'StartImport') {
    if (isUnderWay(state)) refuse('import/running');
    return [event('import.started.v1', { happenedOn, ...command.started })];
  }
  if (state.status === 'none') return refuse('stream/not-found');
  if (command.type === 'PlanCommands') {
    const page = state.status === 'planning' ? state.pages : refuse('command/invalid', { status: state.status });
    return [
      event('import.commands-planned.v1', {
        happenedOn,
        page,
        rows: command.rows,
        ...(command.last ? { last: true } : {}),
      }),
    ];
  }
  if (!isUnderWay(state)) return [];
  if (command.type === 'CompleteImport')
    return [event('import.completed.v1', { happenedOn, ...state.counts, commands: command.commands })];
  const { code, detail, row } = command;
  return [event('import.failed.v1', { happenedOn, code, detail, ...(row === undefined ? {} : { row }) })];
};

/** The stream `imports/<digest>`: of the file's bytes, its profile and its day; each run begins with a start of its own. */
export const importDecider: Decider<ImportState, ImportCommand> = {
  name: 'import',
  version: 2,
  initial: { status: 'none' },
  evolve,
  decide,
};
