import { initiativeKinds, refuse, type AnyRecordedEvent, type Evidence, type StreamName } from '@masar/contracts';
import { maySee, type Actor } from '@masar/access';
import { commitmentDecider, initiativeDecider } from '@masar/domain';
import type { CommandHandler, EventStore } from '@masar/event-store';
import { seenAs } from '../initiatives/initiative-subject.js';
import type { EvidenceGate, GivenCommand, GivenMeta } from '../platform/command-bus.js';
import { isDigest, type FileStore, type FileUse, type KeptFile } from './file-store.js';

const eventsAtOnce = 500;

/** Files that evidence names. */
const filesIn = (evidence: unknown): readonly string[] =>
  Array.isArray(evidence) ? (evidence as Evidence[]).flatMap(({ file }) => file ?? []) : [];

const names = ({ data }: AnyRecordedEvent, sha256: string): boolean => filesIn(data['evidence']).includes(sha256);

/** A file that somebody may read, and what it is called for him. */
export interface SeenFile extends KeptFile {
  readonly name: string | undefined;
}

/**
 * For whom an evidence file exists: for who brought it, and for whoever sees the initiative or commitment whose events name
 * it. For everybody else it is as an id that does not exist, in reads and as evidence.
 */
export class EvidenceDesk implements EvidenceGate {
  constructor(
    private readonly files: FileStore,
    private readonly around: { readonly handler: CommandHandler; readonly store: EventStore },
  ) {}

  /** What is recorded as it is (a source's word, what a fact entails) needs the file and nobody's sight of it. */
  async admit(stream: StreamName, commands: readonly GivenCommand[], meta: GivenMeta): Promise<void> {
    const named = new Set(commands.flatMap(({ evidence }) => filesIn(evidence)));
    if (named.size === 0) return;
    const isAsked = !meta.fromSource && !meta.isEntailed;
    for (const file of named)
      if (isAsked && !(await this.seenBy(meta.actor, file))) refuse('file/unknown', { file }, 'evidence');
    // A stream that is not there is refused for that, in the words of one that cannot be seen.
    if ((await this.around.store.head(stream)) === undefined) return;
    for (const file of named) if (!(await this.files.hold(file, stream))) refuse('file/unknown', { file }, 'evidence');
  }

  /** The file, where it exists for the reader. */
  async seenBy(reader: Actor, sha256: string): Promise<SeenFile | undefined> {
    if (!isDigest(sha256)) return undefined;
    const own = await this.files.upload(sha256, reader.user);
    if (own) return own;
    for (const use of await this.files.uses(sha256)) {
      if (!(await this.#isSeen(reader, use.stream))) continue;
      const event = await this.naming(use);
      const file = event && (await this.files.find(sha256));
      if (file) return { ...file, name: (await this.files.upload(sha256, event.actor))?.name };
    }
    return undefined;
  }

  /** The first event of a stream that names a file: what only holds it, because a command was refused, shows it to nobody. */
  async naming({ sha256, stream }: FileUse): Promise<AnyRecordedEvent | undefined> {
    for (let after = 0; ;) {
      const events = await this.around.store.read(stream, after, eventsAtOnce);
      const found = events.find((event) => names(event, sha256));
      if (found || events.length < eventsAtOnce) return found;
      after = events.at(-1)!.version;
    }
  }

  /** Whether what a stream is of exists for somebody. */
  async #isSeen(reader: Actor, stream: StreamName): Promise<boolean> {
    const collection = stream.slice(0, stream.indexOf('/'));
    const kind = initiativeKinds.find((known) => known === collection);
    if (kind) {
      const { state } = await this.around.handler.current(initiativeDecider(kind), stream);
      return state.status !== 'unregistered' && maySee(reader, seenAs(state));
    }
    if (collection !== 'commitments') return false;
    const { state } = await this.around.handler.current(commitmentDecider, stream);
    if (state.status === 'unoffered') return false;
    if (reader.partner !== undefined) return reader.partner === state.partner;
    return this.#isSeen(reader, state.initiative);
  }
}
