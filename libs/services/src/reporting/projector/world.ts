import type { Instant, StreamName } from '@masar/contracts';
import type { Directory } from '@masar/directory';
import { referencedStreams, type CommitmentFacts, type InitiativeFacts } from '@masar/timeline';
import { lendsDates } from '../../platform/lent-dates.js';
import { isCommitment, isInitiative } from './collectors.js';
import { collectionOf, incompleteSince, type StreamDocument } from './stream-document.js';

/** Everything a reading of one initiative leans on, as known at one time. */
export interface World {
  readonly stream: StreamName;
  readonly facts: InitiativeFacts;
  /** Facts of the initiatives its targets and dependencies lead to, however far. */
  readonly related: ReadonlyMap<StreamName, InitiativeFacts>;
  /** Commitments for it and for those, and such as are named themselves, in order of name. */
  readonly commitments: readonly CommitmentFacts[];
  /** Every stream that was asked for this, whether or not anything of it shows. */
  readonly lookedAt: ReadonlySet<StreamName>;
  readonly directory: Directory;
  /** Of the owner: where its days end. */
  readonly zone: string;
  readonly incompleteSince?: Instant;
}

const mostRelated = 200;

/** The owner in force by all that is known. */
export const ownerOf = (facts: InitiativeFacts): string => facts.owners.at(-1)?.to ?? facts.registration.owner;

/** Documents a reading of an initiative leans on beside its own: of other initiatives, and of commitments. */
export interface LeanedOn {
  readonly related: ReadonlyMap<StreamName, StreamDocument<InitiativeFacts>>;
  readonly commitments: ReadonlyMap<StreamName, StreamDocument<CommitmentFacts>>;
  /** Every stream that was asked, also those that are not there yet or lend nothing: what changes there may change the reading. */
  readonly lookedAt: ReadonlySet<StreamName>;
}

/** Streams one initiative leads to: those its targets and dependencies name, and the commitments for it. */
const leadingFrom = ({ facts, commitments = [] }: StreamDocument<InitiativeFacts>): readonly StreamName[] => [
  ...referencedStreams(facts!),
  ...commitments,
];

type DocumentOf = (stream: StreamName) => Promise<StreamDocument | undefined>;

/** What one reading leans on, while references are followed: of what lends its dates to the owner of what is read. */
class Following implements LeanedOn {
  readonly related = new Map<StreamName, StreamDocument<InitiativeFacts>>();
  readonly commitments = new Map<StreamName, StreamDocument<CommitmentFacts>>();
  readonly lookedAt = new Set<StreamName>();
  readonly #owner: string;

  constructor(
    private readonly own: StreamDocument<InitiativeFacts>,
    private readonly documentOf: DocumentOf,
  ) {
    this.#owner = ownerOf(own.facts!);
  }

  /** Takes a stream in and answers what it leads to; one that lends nothing is as if nothing had happened there. */
  async take(name: StreamName): Promise<readonly StreamName[]> {
    this.lookedAt.add(name);
    if (isCommitment(collectionOf(name))) {
      const commitment = (await this.documentOf(name)) as StreamDocument<CommitmentFacts> | undefined;
      if (commitment?.facts && (await this.#lendsCommitment(commitment.facts))) this.commitments.set(name, commitment);
      return [];
    }
    const lender = await this.#lender(name);
    if (!lender) return [];
    this.related.set(name, lender);
    return leadingFrom(lender);
  }

  /** A commitment lends its dates where the initiative it is for does; where that is not known yet, nowhere. */
  async #lendsCommitment({ initiative }: CommitmentFacts): Promise<boolean> {
    if (initiative === this.own.stream || this.related.has(initiative)) return true;
    this.lookedAt.add(initiative);
    return (await this.#lender(initiative)) !== undefined;
  }

  async #lender(name: StreamName): Promise<StreamDocument<InitiativeFacts> | undefined> {
    if (!isInitiative(collectionOf(name))) return undefined;
    const lender = (await this.documentOf(name)) as StreamDocument<InitiativeFacts> | undefined;
    return lender?.facts && lendsDates(lender.facts, ownerOf(lender.facts), this.#owner) ? lender : undefined;
  }
}

/** Follows references from an initiative, as far as they lead. */
export const leanedOn = async (own: StreamDocument<InitiativeFacts>, documentOf: DocumentOf): Promise<LeanedOn> => {
  const following = new Following(own, documentOf);
  const asked = [...leadingFrom(own)];
  const met = new Set<StreamName>([own.stream]);
  for (let name = asked.shift(); name !== undefined && following.related.size < mostRelated; name = asked.shift()) {
    if (met.has(name)) continue;
    met.add(name);
    asked.push(...(await following.take(name)));
  }
  const { related, commitments, lookedAt } = following;
  return { related, commitments: new Map([...commitments].sort(([a], [b]) => (a < b ? -1 : 1))), lookedAt };
};

/** Since when the figures of an initiative are not whole: its own stream, or that of a commitment for it, stands still. */
export const worldIncompleteSince = (
  own: StreamDocument,
  commitments: Iterable<StreamDocument<CommitmentFacts>>,
): Instant | undefined => {
  const all = [own, ...[...commitments].filter(({ facts }) => facts?.initiative === own.stream)];
  return all
    .map(incompleteSince)
    .filter((since) => since !== undefined)
    .sort()[0];
};

/** The world as known now; undefined when the stream is no initiative, or has no facts. */
export const worldNow = async (
  stream: StreamName,
  documentOf: DocumentOf,
  directory: Directory,
): Promise<World | undefined> => {
  const document = isInitiative(collectionOf(stream)) ? await documentOf(stream) : undefined;
  if (!document?.facts) return undefined;
  const own = document as StreamDocument<InitiativeFacts>;
  const facts = own.facts!;
  const { related, commitments, lookedAt } = await leanedOn(own, documentOf);
  const since = worldIncompleteSince(own, commitments.values());
  return {
    stream,
    facts,
    related: new Map([...related].map(([name, other]) => [name, other.facts!])),
    commitments: [...commitments.values()].map((other) => other.facts!),
    lookedAt,
    directory,
    zone: directory.zoneOf(ownerOf(facts)),
    ...(since === undefined ? {} : { incompleteSince: since }),
  };
};
