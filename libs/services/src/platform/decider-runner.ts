import { entityOfParty, partnerOfParty, Refusal, type LocalDate, type Party, type StreamName } from '@masar/contracts';
import type { Action, Speaker, Subject } from '@masar/access';
import type { BookedSpan, CommandContext, KnownInitiative } from '@masar/domain';
import type {
  CommandHandler,
  CommitMeta,
  Decider,
  EventStore,
  RunOptions,
  CommandAnswer as Handled,
} from '@masar/event-store';
import type { CommandAnswer, CommandBus, CommandRunner, GivenCommand, GivenMeta } from './command-bus.js';
import { commandIdOf, digestOf, entailedIdOf, madeId } from './command-identity.js';
import { contextOf, noAnswers, OpenQuestion, type Answers, type SeenAs } from './decision-context.js';
import type { DirectoryService } from './directory-service.js';
import { inPortions } from './in-portions.js';
import { inWhoseName } from './in-whose-name.js';
import { requirePermitted, requireSeen } from './permitted.js';

/** What a runner has to know of one type of command. */
export interface CommandKind {
  readonly action: Action;
  /** The field that holds the id of what the command makes, and how such an id begins when the server makes it. */
  readonly makes?: { readonly field: string; readonly prefix: string };
  /** The field that names what the command is about, answered as `id`; absent: the stream's own id. */
  readonly about?: string;
  /** It begins a stream: one that must be new, or one that may be there already. Every other command needs the stream. */
  readonly begins?: 'new' | 'either';
}

export interface DeciderService<State, Command> {
  readonly decider: Decider<State, Command>;
  /** The service that records: `/projects`. */
  readonly source: string;
  readonly kinds: Readonly<Record<string, CommandKind>>;
  /** What an action is about, for the table of `access`. */
  readonly subjectOf: (state: State, command: GivenCommand) => Subject;
  /** Fetches the actual of something in another stream. */
  readonly dateOf?: (reference: string, meta: GivenMeta) => Promise<LocalDate | undefined>;
  /** An initiative, for a command of another stream that is about it. */
  readonly initiativeOf?: (stream: StreamName, meta: GivenMeta) => Promise<KnownInitiative | undefined>;
  /** What a stream's commits are keyed by for life, where that is not the stream itself; undefined while there is no such stream. */
  readonly partitionKeyOf?: (stream: StreamName, command: GivenCommand) => Promise<StreamName | undefined>;
  /** Whom an initiative is for and who works in it, where others may be asked about. */
  readonly seenAs?: SeenAs;
  /** Whether a partner has a commitment for what the stream is of: asked for people of partners alone, and who would contest for one. */
  readonly hasPartner?: (stream: StreamName, partner: string) => Promise<boolean>;
  /** The ledger of an initiative as it reads now. */
  readonly ledgerOf?: (stream: StreamName, context: CommandContext) => Promise<readonly BookedSpan[]>;
}

export interface Surroundings {
  readonly handler: CommandHandler;
  readonly directory: DirectoryService;
  readonly bus: CommandBus;
  readonly store: EventStore;
}

interface Given {
  readonly stream: StreamName;
  readonly partitionKey: StreamName | undefined;
  /** Of the actor, where it has a commitment for what the stream is of. */
  readonly partner: string | undefined;
  readonly meta: GivenMeta;
  readonly commandId: string;
  readonly answers: Answers;
}

const notFound = new Set(['initiative/unknown-party', 'initiative/unknown-path', 'entity/unknown', 'partner/unknown']);
/** Whether anybody's right has to be asked. */
const isAsked = ({ actor, fromSource, isEntailed }: GivenMeta): boolean =>
  !fromSource && !isEntailed && !actor.onlyAccount;
/** What a fact entails is one thing, whoever gives it: its id is none that a person's key could take first. */
const idOf = ({ actor, key, isEntailed, causationId }: GivenMeta): string =>
  isEntailed && key !== undefined && causationId !== undefined
    ? entailedIdOf(causationId, key)
    : commandIdOf(actor.user, key);
/** A batch has up to two hundred commands, each with questions of its own. */
const questionsAtMost = 500;
const creation = { new: 'must-be-new', either: 'either' } as const;

/** Under which names something said to be unknown may have been registered. */
const registeredAs = (id: string): readonly StreamName[] => {
  const [entity, partner] = [entityOfParty(id), partnerOfParty(id)];
  if (partner !== undefined) return [`partners/${partner}`];
  return entity === undefined ? [`entities/${id}`, `partners/${id}`] : [`entities/${entity}`];
};

/** Streams a refusal's details may be talking about. */
const soughtBy = ({ details }: Refusal): StreamName[] => {
  const ids = Object.values(details).filter((value): value is string => typeof value === 'string');
  const path =
    details['jurisdiction'] !== undefined
      ? [`law-paths/${String(details['jurisdiction'])}.${String(details['instrument'])}` as const]
      : [];
  return [...ids.flatMap(registeredAs), ...path];
};

/**
 * Runs the commands of one decider: gives each its id, its context and its permission, and fetches what a decision turns out
 * to need. A registry id it has not seen is looked for once more before the refusal stands.
 */
export class DeciderRunner<State, Command> implements CommandRunner {
  constructor(
    private readonly service: DeciderService<State, Command>,
    private readonly around: Surroundings,
  ) {}

  run(stream: StreamName, command: GivenCommand, meta: GivenMeta): Promise<CommandAnswer> {
    return inWhoseName(meta, [this.#kind(command).action], (named) => this.#run(stream, command, named));
  }

  async #run(stream: StreamName, command: GivenCommand, meta: GivenMeta): Promise<CommandAnswer> {
    if (command['evidence'] !== undefined) await this.around.bus.evidence?.admit(stream, [command], meta);
    const given = await this.#given(stream, command, meta);
    const whole = this.#named(command, given.commandId, 0);
    const handled = await this.#answering(given, () =>
      this.around.handler
        .run(
          this.#guarded(given),
          stream,
          () => this.#complete(whole, given),
          this.#commit(given, command, this.#answerFor(whole, stream)),
          this.#preconditions(whole, given),
        )
        .catch((fault: unknown) => this.#taken(fault, whole, given)),
    );
    return this.#told(handled, stream);
  }

  /** A refusal of any refuses all; its details say of which `command`, counted from 0. All are given in one name. */
  runTogether(
    stream: StreamName,
    commands: readonly GivenCommand[],
    meta: GivenMeta,
  ): Promise<readonly CommandAnswer[]> {
    const actions = commands.map((command) => this.#kind(command).action);
    return inWhoseName(meta, actions, (named) => this.#runTogether(stream, commands, named));
  }

  async #runTogether(
    stream: StreamName,
    commands: readonly GivenCommand[],
    meta: GivenMeta,
  ): Promise<readonly CommandAnswer[]> {
    if (!commands[0]) return [];
    const naming = commands.filter(({ evidence }) => evidence !== undefined);
    if (naming.length > 0) await this.around.bus.evidence?.admit(stream, naming, meta);
    const given = await this.#given(stream, commands[0], meta);
    const whole = commands.map((command, place) => this.#named(command, given.commandId, place));
    const first = whole[0]!;
    let deciding = 0;
    const handled = await this.#answering(given, () => {
      const steps = whole.map((command, at) => ({
        command: () => {
          deciding = at;
          return this.#complete(command, given);
        },
        answer: this.#answerFor(command, stream),
      }));
      return this.around.handler
        .runTogether(
          this.#guarded(given),
          stream,
          steps,
          this.#commit(given, commands, {}),
          this.#preconditions(first, given),
        )
        .catch((fault: unknown) => this.#taken(fault, first, given));
    }).catch((fault: unknown) => {
      throw fault instanceof Refusal
        ? new Refusal(fault.code, { ...fault.details, command: deciding }, fault.path)
        : fault;
    });
    this.#told(handled, stream);
    return handled.steps.map((step) => ({
      id: String(step.answer['id']),
      version: step.version,
      position: `${stream}@${step.version}` as const,
    }));
  }

  /** The state of a stream as it is now. */
  async current(stream: StreamName): Promise<{ readonly state: State; readonly version: number }> {
    return this.around.handler.current(this.service.decider, stream);
  }

  async #given(stream: StreamName, command: GivenCommand, meta: GivenMeta): Promise<Given> {
    const partitionKey = await this.service.partitionKeyOf?.(stream, command);
    const { actor } = meta;
    const isTied = actor.partner !== undefined && (await this.service.hasPartner?.(stream, actor.partner));
    return {
      stream,
      meta,
      partitionKey,
      commandId: idOf(meta),
      answers: noAnswers(),
      partner: isTied ? actor.partner : undefined,
    };
  }

  #told(handled: Handled, stream: StreamName): CommandAnswer {
    if (handled.events.length > 0) this.around.bus.committed(stream, handled.events);
    return {
      id: handled.id ?? stream.slice(stream.indexOf('/') + 1),
      version: handled.version,
      position: handled.position,
    };
  }

  #kind(command: GivenCommand): CommandKind {
    const kind = this.service.kinds[command.type];
    if (!kind) throw new Error(`${this.service.decider.name} does not know ${command.type}`);
    return kind;
  }

  /** The command with the id of what it makes. */
  #named(command: GivenCommand, commandId: string, place: number): GivenCommand {
    const { makes } = this.#kind(command);
    return makes && command[makes.field] === undefined
      ? { ...command, [makes.field]: madeId(makes.prefix, commandId, place) }
      : command;
  }

  #answerFor(command: GivenCommand, stream: StreamName): Readonly<Record<string, unknown>> {
    const { makes, about } = this.#kind(command);
    const field = makes?.field ?? about;
    return { id: field === undefined ? stream.slice(stream.indexOf('/') + 1) : String(command[field]) };
  }

  #complete(command: GivenCommand, { meta, answers }: Given): Command {
    const context = contextOf(
      meta.actor,
      this.around.store.now(),
      this.around.directory,
      answers,
      meta.fromSource ?? false,
      this.service.seenAs,
    );
    return { ...command, on: command.on ?? context.today, context } as Command;
  }

  #commit(
    given: Given,
    command: GivenCommand | readonly GivenCommand[],
    answer: CommitMeta['answer'] & object,
  ): CommitMeta {
    const { meta, stream, commandId, partitionKey } = given;
    const onBehalfOf = meta.onBehalfOf ?? meta.actor.onBehalfOf;
    const isOneThing = meta.key === undefined || meta.isEntailed === true;
    const digest = meta.digest ?? (isOneThing ? commandId : digestOf(stream, command));
    return {
      commandId,
      digest,
      actor: meta.actor.user,
      correlationId: meta.correlationId ?? commandId.slice(0, 32),
      source: this.service.source,
      answer,
      ...(meta.causationId === undefined ? {} : { causationId: meta.causationId }),
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      ...(meta.knownAt === undefined ? {} : { knownAt: meta.knownAt }),
      ...(partitionKey === undefined ? {} : { partitionKey }),
    };
  }

  #preconditions(command: GivenCommand, given: Given): RunOptions<State> {
    const { begins } = this.#kind(command);
    const { stream, meta } = given;
    const admit = (state: State) =>
      requireSeen(meta.actor, stream, this.#subject(state, this.#complete(command, given), given));
    return {
      ...(isAsked(meta) ? { admit } : {}),
      create: begins ? creation[begins] : 'must-exist',
      ...(meta.ifMatch === undefined ? {} : { ifMatch: meta.ifMatch }),
    };
  }

  /**
   * The decider, asking `access` first now that the subject is known. What a source decided is recorded by the right to
   * import; what a recorded fact entails, by the right to record that fact.
   */
  #guarded(given: Given): Decider<State, Command> {
    const { decider } = this.service;
    const { stream, meta } = given;
    if (!isAsked(meta)) return decider;
    return {
      ...decider,
      decide: (state, command) => {
        const { action } = this.#kind(command as unknown as GivenCommand);
        requirePermitted(meta.actor, action, stream, this.#subject(state, command, given));
        return decider.decide(state, command);
      },
    };
  }

  /** That an id is taken is told only to who could have begun the stream were it free: for others it says nothing of what is there. */
  #taken(fault: unknown, command: GivenCommand, given: Given): never {
    if (fault instanceof Refusal && fault.code === 'stream/exists' && isAsked(given.meta)) {
      const { initial, decide } = this.#guarded(given);
      decide(initial, this.#complete(command, given));
    }
    throw fault;
  }

  #subject(state: State, command: Command, { partner }: Given): Subject {
    const subject = this.service.subjectOf(state, command as unknown as GivenCommand);
    return partner === undefined ? subject : Object.assign(subject, { partner });
  }

  async #answering<T>(given: Given, attempt: () => Promise<T>): Promise<T> {
    let lookedAgain = false;
    for (let asked = 0; ; asked += 1) {
      try {
        return await attempt();
      } catch (fault) {
        if (fault instanceof OpenQuestion && asked < questionsAtMost) await this.#answer(fault, given);
        else if (fault instanceof Refusal && notFound.has(fault.code) && !lookedAgain) {
          lookedAgain = true;
          if (!(await this.around.directory.lookAgain({ streams: soughtBy(fault) }))) throw fault;
        } else throw fault;
      }
    }
  }

  async #answer(question: OpenQuestion, { stream, answers, meta }: Given): Promise<void> {
    const { about, reference, users } = question;
    if (about === 'date') answers.dates.set(reference, await this.service.dateOf?.(reference, meta));
    else if (about === 'initiative')
      answers.initiatives.set(
        reference as StreamName,
        await this.service.initiativeOf?.(reference as StreamName, meta),
      );
    else if (about === 'people' && users)
      await inPortions(users, async (user) =>
        answers.ofParty.set(`${reference} ${user}`, await this.#peopleOf(reference, meta, user)),
      );
    else if (about === 'people') answers.people.set(reference, await this.#peopleLetIn(stream, reference, meta));
    else if (about === 'member') answers.members.set(reference, await this.#mayJoin(reference, meta));
    else
      answers.ledger =
        (await this.service.ledgerOf?.(
          stream,
          contextOf(meta.actor, this.around.store.now(), this.around.directory, answers, false),
        )) ?? [];
  }

  /** Of a partner nobody, where it has no commitment: the initiative is not there for them. */
  async #peopleLetIn(stream: StreamName, party: Party, meta: GivenMeta): Promise<readonly Speaker[]> {
    const partner = partnerOfParty(party);
    if (partner !== undefined && !(await this.service.hasPartner?.(stream, partner))) return [];
    return this.#peopleOf(party, meta);
  }

  async #peopleOf(party: Party, { token }: GivenMeta, user?: string): Promise<readonly Speaker[]> {
    const { people } = this.around.bus;
    return token === undefined || !people ? [] : people.peopleOf(party, { token }, user);
  }

  async #mayJoin(user: string, { token }: GivenMeta): Promise<boolean> {
    const { people } = this.around.bus;
    return token === undefined || !people ? true : people.mayJoin(user, { token });
  }
}
