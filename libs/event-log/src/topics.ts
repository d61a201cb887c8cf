import type { StreamName } from '@masar/contracts';

/** What the streams of a collection are keyed by on their topic: order is kept among events of one key. */
export type KeyedBy = 'stream' | 'initiative';

/** Where the events of a collection (`projects` of `projects/P-1`) go. */
export interface CollectionTopic {
  readonly collection: string;
  /** `projects` of the topic `masar.projects`; absent: everything of it stays inside. */
  readonly context?: string;
  readonly keyedBy: KeyedBy;
}

const row = (collection: string, context: string, keyedBy: KeyedBy = 'stream'): CollectionTopic => ({
  collection,
  context,
  keyedBy,
});

/** Every collection there is. One topic for each context, written by its service alone; a later context attaches by adding rows. */
export const collectionTopics: readonly CollectionTopic[] = [
  row('entities', 'registry'),
  row('calendars', 'registry'),
  row('law-paths', 'registry'),
  row('people', 'registry'),
  row('projects', 'projects'),
  row('laws', 'laws'),
  row('policies', 'policies'),
  row('imports', 'imports'),
  row('partners', 'partners'),
  // Beside the initiative it is for, so that one reader gets both.
  row('commitments', 'partners', 'initiative'),
  row('challenges', 'accelerators'),
  { collection: 'looks', keyedBy: 'stream' },
];

const byCollection = new Map(collectionTopics.map((one) => [one.collection, one]));

export const collectionOf = (stream: StreamName): string => stream.slice(0, stream.indexOf('/'));

/** The row of a stream's collection; undefined for a collection nobody has entered. */
export const topicRowOf = (stream: StreamName): CollectionTopic | undefined => byCollection.get(collectionOf(stream));

/** `masar.projects`; another prefix keeps several programmes apart on one broker. */
export const topicName = (context: string, prefix: string): string => `${prefix}.${context}`;

/** The key a stream's commits carry for life. `initiative` is the stream a commitment is for. */
export const partitionKeyOf = (stream: StreamName, initiative?: StreamName): StreamName => {
  if (topicRowOf(stream)?.keyedBy !== 'initiative') return stream;
  if (initiative === undefined) throw new Error(`${stream} is keyed by its initiative, and none was named`);
  return initiative;
};

/** Contexts that have a topic, each once. */
export const contexts: readonly string[] = [
  ...new Set(collectionTopics.flatMap(({ context }) => (context === undefined ? [] : [context]))),
];
