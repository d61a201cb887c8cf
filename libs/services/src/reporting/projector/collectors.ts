import type { AnyRecordedEvent } from '@masar/contracts';
import { initiativeKinds } from '@masar/contracts';
import { collectDirectory, directoryCollections, emptyDirectoryFacts, type DirectoryFacts } from '@masar/directory';
import { collect, collectCommitment, type CommitmentFacts, type InitiativeFacts } from '@masar/timeline';

/** A pure fold of one stream; no facts before its first event. Throws on an event that cannot be folded. */
export type Collector = (facts: unknown, event: AnyRecordedEvent) => unknown;

const directory: Collector = (facts, event) =>
  collectDirectory((facts as DirectoryFacts | undefined) ?? emptyDirectoryFacts, event);
const initiative: Collector = (facts, event) => collect(facts as InitiativeFacts | undefined, event);
const commitment: Collector = (facts, event) => collectCommitment(facts as CommitmentFacts | undefined, event);

const registryCollections: ReadonlySet<string> = new Set(directoryCollections);
const initiativeCollections: ReadonlySet<string> = new Set(initiativeKinds);

export const isInitiative = (collection: string): boolean => initiativeCollections.has(collection);
export const isRegistry = (collection: string): boolean => registryCollections.has(collection);

export const isCommitment = (collection: string): boolean => collection === 'commitments';

/** Who folds the streams of a collection; undefined where reporting only keeps count. */
export const collectorOf = (collection: string): Collector | undefined =>
  isInitiative(collection)
    ? initiative
    : isRegistry(collection)
      ? directory
      : isCommitment(collection)
        ? commitment
        : undefined;
