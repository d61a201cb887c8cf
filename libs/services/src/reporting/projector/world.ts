import type { Instant, StreamName } from '@masar/contracts';
import type { Directory } from '@masar/directory';
import { referencedStreams, type CommitmentFacts, type InitiativeFacts } from '@masar/timeline';
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
}

/** Streams one initiative leads to: those its targets and dependencies name, and the commitments for it. */
const leadingFrom = ({ facts, commitments = [] }: StreamDocument<InitiativeFacts>): readonly StreamName[] => [
  ...referencedStreams(facts!),
  ...commitments,
];

/** Follows references from an initiative, as far as they lead. */
export const leanedOn = async (
  own: StreamDocument<InitiativeFacts>,
  documentOf: (stream: StreamName) => Promise<StreamDocument | undefined>,
): Promise<LeanedOn> => {
  const related = new Map<StreamName, StreamDocument<InitiativeFacts>>();
  const commitments = new Map<StreamName, StreamDocument<CommitmentFacts>>();
  const asked = [...leadingFrom(own)];
  const met = new Set<StreamName>([own.stream]);
  for (let name = asked.shift(); name !== undefined && related.size < mostRelated; name = asked.shift()) {
    if (met.has(name)) continue;
    met.add(name);
    const other = await documentOf(name);
    if (!other?.facts) continue;
    if (isCommitment(collectionOf(name))) commitments.set(name, other as StreamDocument<CommitmentFacts>);
    else if (isInitiative(collectionOf(name))) {
      const initiative = other as StreamDocument<InitiativeFacts>;
      related.set(name, initiative);
      asked.push(...leadingFrom(initiative));
    }
  }
  return { related, commitments: new Map([...commitments].sort(([a], [b]) => (a < b ? -1 : 1))) };
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
  documentOf: (stream: StreamName) => Promise<StreamDocument | undefined>,
  directory: Directory,
): Promise<World | undefined> => {
  const document = isInitiative(collectionOf(stream)) ? await documentOf(stream) : undefined;
  if (!document?.facts) return undefined;
  const own = document as StreamDocument<InitiativeFacts>;
  const facts = own.facts!;
  const { related, commitments } = await leanedOn(own, documentOf);
  const since = worldIncompleteSince(own, commitments.values());
  return {
    stream,
    facts,
    related: new Map([...related].map(([name, other]) => [name, other.facts!])),
    commitments: [...commitments.values()].map((other) => other.facts!),
    directory,
    zone: directory.zoneOf(ownerOf(facts)),
    ...(since === undefined ? {} : { incompleteSince: since }),
  };
};
