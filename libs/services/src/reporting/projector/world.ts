import type { Instant, StreamName } from '@masar/contracts';
import type { Directory } from '@masar/directory';
import { referencedStreams, type InitiativeFacts } from '@masar/timeline';
import { lendsDates } from './lent-dates.js';
import { incompleteSince, type StreamDocument } from './stream-document.js';

/** Everything a reading of one initiative leans on, as known at one time. */
export interface World {
  readonly stream: StreamName;
  readonly facts: InitiativeFacts;
  /** Facts of the streams its targets and dependencies lead to, however far. */
  readonly related: ReadonlyMap<StreamName, InitiativeFacts>;
  readonly directory: Directory;
  /** Of the owner: where its days end. */
  readonly zone: string;
  readonly incompleteSince?: Instant;
}

const mostRelated = 200;

/** The owner in force by all that is known. */
export const ownerOf = (facts: InitiativeFacts): string => facts.owners.at(-1)?.to ?? facts.registration.owner;

/** The world as known now; undefined when the stream has no facts. */
export const worldNow = async (
  stream: StreamName,
  documentOf: (stream: StreamName) => Promise<StreamDocument | undefined>,
  directory: Directory,
): Promise<World | undefined> => {
  const document = await documentOf(stream);
  if (!document?.facts) return undefined;
  const facts = document.facts as InitiativeFacts;
  const related = new Map<StreamName, InitiativeFacts>();
  const asked = [...referencedStreams(facts)];
  for (let name = asked.shift(); name !== undefined && related.size < mostRelated; name = asked.shift()) {
    if (name === stream || related.has(name)) continue;
    const other = (await documentOf(name))?.facts as InitiativeFacts | undefined;
    if (!other || !lendsDates(other, ownerOf(other), ownerOf(facts))) continue;
    related.set(name, other);
    asked.push(...referencedStreams(other));
  }
  const since = incompleteSince(document);
  return {
    stream,
    facts,
    related,
    directory,
    zone: directory.zoneOf(ownerOf(facts)),
    ...(since === undefined ? {} : { incompleteSince: since }),
  };
};
