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
type DocumentAtHand = (stream: StreamName) => StreamDocument | undefined;

/** Documents of all that references lead to from an initiative, however far, whoever lends what to whom. */
export const reachableFrom = async (
  own: StreamDocument<InitiativeFacts>,
  documentOf: DocumentOf,
): Promise<ReadonlyMap<StreamName, StreamDocument>> => {
  const found = new Map<StreamName, StreamDocument>();
  const take = async (name: StreamName): Promise<StreamDocument | undefined> => {
    const document = found.get(name) ?? (await documentOf(name));
    if (document?.facts) found.set(name, document);
    return document?.facts ? document : undefined;
  };
  const asked = [...leadingFrom(own)];
  const met = new Set<StreamName>([own.stream]);
  for (let name = asked.shift(); name !== undefined && found.size < mostRelated; name = asked.shift()) {
    if (met.has(name)) continue;
    met.add(name);
    const document = await take(name);
    if (!document) continue;
    if (isInitiative(collectionOf(name))) asked.push(...leadingFrom(document as StreamDocument<InitiativeFacts>));
    else if (isCommitment(collectionOf(name))) await take((document.facts as CommitmentFacts).initiative);
  }
  return found;
};

/** What one reading leans on, while references are followed: of what lends its dates to the owner of what is read. */
class Following implements LeanedOn {
  readonly related = new Map<StreamName, StreamDocument<InitiativeFacts>>();
  readonly commitments = new Map<StreamName, StreamDocument<CommitmentFacts>>();
  readonly lookedAt = new Set<StreamName>();
  readonly #owner: string;

  constructor(
    private readonly own: StreamDocument<InitiativeFacts>,
    private readonly documentOf: DocumentAtHand,
  ) {
    this.#owner = ownerOf(own.facts!);
  }

  /** Takes a stream in and answers what it leads to; one that lends nothing is as if nothing had happened there. */
  take(name: StreamName): readonly StreamName[] {
    this.lookedAt.add(name);
    if (isCommitment(collectionOf(name))) {
      const commitment = this.documentOf(name) as StreamDocument<CommitmentFacts> | undefined;
      if (commitment?.facts && this.#lendsCommitment(commitment.facts)) this.commitments.set(name, commitment);
      return [];
    }
    const lender = this.#lender(name);
    if (!lender) return [];
    this.related.set(name, lender);
    return leadingFrom(lender);
  }

  /** A commitment lends its dates where the initiative it is for does; where that is not known yet, nowhere. */
  #lendsCommitment({ initiative }: CommitmentFacts): boolean {
    if (initiative === this.own.stream || this.related.has(initiative)) return true;
    this.lookedAt.add(initiative);
    return this.#lender(initiative) !== undefined;
  }

  #lender(name: StreamName): StreamDocument<InitiativeFacts> | undefined {
    if (!isInitiative(collectionOf(name))) return undefined;
    const lender = this.documentOf(name) as StreamDocument<InitiativeFacts> | undefined;
    return lender?.facts && lendsDates(lender.facts, ownerOf(lender.facts), this.#owner) ? lender : undefined;
  }
}

/** Follows references from an initiative, as far as they lead over what lends its dates, by what the documents say. */
export const leanedOn = (own: StreamDocument<InitiativeFacts>, documentOf: DocumentAtHand): LeanedOn => {
  const following = new Following(own, documentOf);
  const asked = [...leadingFrom(own)];
  const met = new Set<StreamName>([own.stream]);
  for (let name = asked.shift(); name !== undefined; name = asked.shift()) {
    if (met.has(name)) continue;
    met.add(name);
    asked.push(...following.take(name));
  }
  const { related, commitments, lookedAt } = following;
  return { related, commitments: new Map([...commitments].sort(([a], [b]) => (a < b ? -1 : 1))), lookedAt };
};

/** The part of a world that is found by following references. */
export const factsOf = ({ related, commitments, lookedAt }: LeanedOn) => ({
  related: new Map([...related].map(([name, other]) => [name, other.facts!])),
  commitments: [...commitments.values()].map((other) => other.facts!),
  lookedAt,
});

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
  const reachable = await reachableFrom(own, documentOf);
  const leaned = leanedOn(own, (name) => reachable.get(name));
  const since = worldIncompleteSince(own, leaned.commitments.values());
  return {
    stream,
    facts,
    ...factsOf(leaned),
    directory,
    zone: directory.zoneOf(ownerOf(facts)),
    ...(since === undefined ? {} : { incompleteSince: since }),
  };
};
