import { audiences } from '@masar/contracts';
import type { InitiativeFacts } from '@masar/timeline';
import { isCommitment, isInitiative } from './collectors.js';
import { collectionOf, unknownAudience, type StreamDocument } from './stream-document.js';

/** Audiences that leave somebody out, and what is not known yet. */
export const restrictingAudiences: readonly string[] = [
  ...audiences.filter((audience) => audience !== 'portfolio'),
  unknownAudience,
];

/** Whom an initiative is for; a commitment is for whom its initiative is for, which it names with its first event. */
export const audienceOf = ({ stream, facts }: StreamDocument): string | null => {
  const collection = collectionOf(stream);
  if (isInitiative(collection)) return (facts as InitiativeFacts | undefined)?.audience ?? unknownAudience;
  return isCommitment(collection) && facts === undefined ? unknownAudience : null;
};

export const isRestricted = (document: StreamDocument): boolean =>
  restrictingAudiences.includes(audienceOf(document) ?? 'portfolio');
