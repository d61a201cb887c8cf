import { isLocalDate, localDateOf } from '@masar/calendar';
import { refuse, type LocalDate, type StreamName } from '@masar/contracts';
import { reachesEvery, type Actor } from '@masar/access';
import {
  faultCounts,
  importLimits,
  isBlocking,
  listedFaults,
  profileByName,
  type Fault,
  type ImportPlan,
  type ReadFile,
} from '@masar/import';
import type { ImportAnswer } from './import-answer.js';
import { previewRows, RefusedFile } from './import-answer.js';
import { countsOf, noCounts, type ImportCounts } from './import-counts.js';
import type { ImportState } from './import-decider.js';
import { executeUnits, type Executed } from './execute-units.js';
import type { ImportGateway } from './import-gateway.js';
import { importId, planned, type ReadImport } from './import-planning.js';
import { ImportRuns } from './import-runs.js';
import { ImportTurns } from './import-turns.js';
import type { Parser } from './parsing/parser.js';
import { pagesOf, unitsOf, unitsOfPages, type Unit } from './planned-units.js';

export interface ImportQuestion {
  readonly bytes: Uint8Array;
  readonly profile: string;
  readonly asOf?: LocalDate;
  readonly filename?: string;
  readonly dryRun: boolean;
  /** SHA-256(actor, Idempotency-Key): the run it asked for answers it again. */
  readonly request?: string;
  readonly actor: Actor;
}

/** An import under way in this process: what it touches reads "import running". */
export interface RunningImport {
  readonly id: string;
  readonly touches: ReadonlySet<StreamName>;
  readonly commands: number;
  readonly of: number;
}

const waitingAtMost = 20;
const pagesWithStart = 12;
const isSound = (faults: readonly Fault[]): boolean => !faults.some(isBlocking);
const orderOf = (a: Fault, b: Fault): number => a.row - b.row || (a.column < b.column ? -1 : 1);

/**
 * Imports files: reads them on a thread, plans against what is known, rehearses every row, and only then writes: the plan as a
 * stream of its own, the commands through the deciders, the end. One import writes at a time, in this process and in those
 * beside it over the same truth; what a crash interrupts is taken up again with the same command ids. The same file sent
 * again after its end is one more run, planned on what is known by then; only a resend of the same request
 * (Idempotency-Key) gets the answer of its first time.
 */
export class ImportService {
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  readonly #running = new Map<string, { touches: ReadonlySet<StreamName>; commands: number; of: number }>();

  constructor(
    private readonly gateway: ImportGateway,
    private readonly runs: ImportRuns,
    private readonly parser: Parser,
    private readonly turns = new ImportTurns(undefined),
  ) {}

  running(): readonly RunningImport[] {
    return [...this.#running].map(([id, one]) => ({ id, ...one }));
  }

  /** The import that is writing to a stream at this moment. */
  touching(stream: StreamName): string | undefined {
    for (const [id, { touches }] of this.#running) if (touches.has(stream)) return id;
    return undefined;
  }

  /** Refuses `import/unknown-profile`, `access/denied` (a source's file, by who gives commands by hand alone), `date/not-a-date`, `date/in-future`; a file with faults is a `RefusedFile` unless it is only looked at. */
  async import(question: ImportQuestion): Promise<ImportAnswer> {
    const { bytes, asOf, actor } = question;
    const profile = profileByName(question.profile) ?? refuse('import/unknown-profile', { profile: question.profile });
    if (!profile.decidedByPerson && !reachesEvery(actor, 'import.run'))
      refuse('access/denied', { action: 'import.run', grounds: 'no-role' });
    const today = localDateOf(this.gateway.now(), this.gateway.directory().zoneOf(actor.entity));
    if (asOf !== undefined && !isLocalDate(asOf)) refuse('date/not-a-date', { value: asOf }, 'asOf');
    if (asOf !== undefined && asOf > today) refuse('date/in-future', { on: asOf, today }, 'asOf');
    if (bytes.length > importLimits.bytes) refuse('import/too-large', { limit: importLimits.bytes });
    const facts = { today, ...(asOf === undefined ? {} : { asOf }) };
    const file = await this.parser.read(bytes, profile.name, facts);
    const read: ReadImport = { profile, file, digest: importId(bytes, profile, asOf, actor), actor, ...facts };
    if (question.dryRun) return this.#preview(read);
    if (this.#waiting >= waitingAtMost) refuse('import/running');
    return this.#inTurn(() => this.#write(read, question, today));
  }

  /** Takes up what a crash left unfinished; called once at the start. One that cannot be is told, and the next is taken up. */
  async resume(
    actorOf: (user: string, onBehalfOf?: string) => Actor,
    told: (id: string, fault: unknown) => void,
  ): Promise<void> {
    for await (const id of this.runs.ids()) {
      const one = this.#inTurn(async () => {
        const { state } = await this.runs.state(id);
        if (state.status === 'planning' || state.status === 'running')
          await this.#takeUp(id, state, actorOf(state.actor, state.onBehalfOf));
      });
      await one.catch((fault: unknown) => told(id, fault));
    }
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    const mine = this.#turn.then(() => this.turns.take(work));
    this.#turn = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      this.#waiting -= 1;
    }
  }

  async #preview(read: ReadImport): Promise<ImportAnswer> {
    const plan = isSound(read.file.faults) ? await planned(read, this.gateway) : undefined;
    return answerOf(read, plan, 'preview');
  }

  async #write(read: ReadImport, question: ImportQuestion, today: LocalDate): Promise<ImportAnswer> {
    const { digest, actor, profile, file } = read;
    const answered = question.request && (await this.runs.answered(digest, question.request));
    if (answered) return again(read, 'completed', answered);
    const { state, version } = await this.runs.state(digest);
    if (state.status === 'planning' || state.status === 'running') {
      await this.#takeUp(digest, state, actor);
      const { state: ended } = await this.runs.state(digest);
      return again(read, ended.status === 'completed' ? 'completed' : 'failed', state.counts);
    }
    const plan = isSound(file.faults) ? await planned(read, this.gateway) : undefined;
    if (!plan || !isSound(plan.faults)) throw new RefusedFile(answerOf(read, plan, 'preview'));
    const known = this.gateway.directory();
    const bodies = file.bodies.filter(({ id }) => !known.entity(id));
    const units = unitsOf(plan, { bodies, path: profile.path }, today, `${digest}/${version + 1}`);
    await this.#start(read, plan, units, question, today);
    const run = { actor, fromSource: !profile.decidedByPerson, request: question.request };
    const executed = await this.#execute(digest, units, run, today);
    return { ...answerOf(read, plan, executed.refused.length > 0 ? 'failed' : 'completed'), ...refusedOf(executed) };
  }

  async #start(
    read: ReadImport,
    plan: ImportPlan,
    units: readonly Unit[],
    { filename, request }: ImportQuestion,
    on: LocalDate,
  ): Promise<void> {
    const { digest, actor, profile, file, asOf } = read;
    const touches = new Set(units.map(({ stream }) => stream)).size;
    const started = {
      profile: profile.name,
      digest,
      rows: file.rows,
      touches,
      plan: countsOf(plan),
      ...(asOf ? { asOf } : {}),
      ...(filename ? { filename: filename.slice(0, 500) } : {}),
      ...(request ? { request } : {}),
    };
    const pages = pagesOf(units);
    const plans = pages.map((rows, index) => ({
      type: 'PlanCommands' as const,
      on,
      rows,
      last: index === pages.length - 1,
    }));
    // A plan of common size is one commit with its start: a stop leaves all of it or nothing.
    await this.runs.record(
      digest,
      actor,
      'start',
      { type: 'StartImport', on, started },
      ...plans.slice(0, pagesWithStart),
    );
    for (const [index, page] of plans.slice(pagesWithStart).entries())
      await this.runs.record(digest, actor, `plan-${index}`, page);
  }

  /** Continues a run from its recorded plan; one whose plan was cut short had changed nothing, and says so. */
  async #takeUp(
    id: string,
    state: Extract<ImportState, { readonly startedVersion: number }>,
    actor: Actor,
  ): Promise<void> {
    const on = localDateOf(this.gateway.now(), this.gateway.directory().zoneOf(actor.entity));
    if (state.status === 'planning') {
      const detail = 'stopped before its plan was recorded; nothing was changed';
      return this.runs.record(id, actor, 'fail', { type: 'FailImport', on, code: 'import/write-failed', detail });
    }
    const units = unitsOfPages(await this.runs.pages(id, state.startedVersion));
    const fromSource = !profileByName(state.profile)?.decidedByPerson;
    await this.#execute(id, units, { actor, fromSource, request: state.request }, on);
  }

  async #execute(
    id: string,
    units: readonly Unit[],
    { actor, fromSource, request }: { actor: Actor; fromSource: boolean; request: string | undefined },
    on: LocalDate,
  ): Promise<Executed> {
    const of = units.reduce((sum, { commands }) => sum + commands.length, 0);
    const touches = new Set(units.map(({ stream }) => stream));
    this.#running.set(id, { touches, commands: 0, of });
    try {
      const meta = { actor, fromSource, correlationId: id };
      const executed = await executeUnits(units, this.gateway, meta, (commands) =>
        this.#running.set(id, { touches, commands, of }),
      );
      const [first] = executed.refused;
      if (first) await this.runs.record(id, actor, 'end', { type: 'FailImport', on, ...first });
      else await this.runs.complete(id, actor, request, { type: 'CompleteImport', on, commands: executed.commands });
      return executed;
    } finally {
      this.#running.delete(id);
    }
  }
}

const answerOf = (
  read: { readonly digest: string; readonly file: ReadFile },
  plan: ImportPlan | undefined,
  status: ImportAnswer['status'],
): ImportAnswer => {
  const found = [...read.file.faults, ...(plan?.faults ?? [])];
  return {
    id: read.digest,
    status,
    ...countsOf(plan ?? noCounts),
    rows: read.file.rows,
    ...faultCounts(found),
    faults: [...listedFaults(found)].sort(orderOf),
    preview: plan ? previewRows(plan) : [],
  };
};

/** The answer of a run that has been planned before: one that was cut short, or that the same request asked for. */
const again = (read: ReadImport, status: ImportAnswer['status'], counts: ImportCounts): ImportAnswer => ({
  ...answerOf(read, undefined, status),
  ...countsOf(counts),
});

const refusedOf = ({ refused }: Executed): Pick<ImportAnswer, 'refused'> => (refused.length > 0 ? { refused } : {});
