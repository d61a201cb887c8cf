import type { EventData, EventType, TargetPromise } from '@masar/contracts';
import type { Said } from '../../../i18n/languages.js';

/** How what an event names is called: people's own text comes isolated from the line around it. */
export interface TrailNames {
  milestone(id: string): string;
  /** `m-2` or a reference into another initiative. */
  reference(to: string): string;
  stage(id: string): string;
  entity(id: string): string;
  party(of: string): string;
  person(user: string): string;
  /** Whom a blocker or question is put to: a party or a person. */
  whom(of: string): string;
  text(of: { readonly ar?: string; readonly en?: string }): string;
  /** The party of a wait, by the id of the wait. */
  waitedOn(wait: string): string;
  blocker(id: string): string;
}

export interface SentenceContext {
  readonly said: Said['trail'];
  readonly vocabulary: Said['vocabulary'];
  readonly nameOf: TrailNames;
  promise(target: TargetPromise): string;
  /** A value of a corrected field. */
  value(field: string, value: unknown): string;
}

export type Sentences = { readonly [T in EventType]?: (data: EventData<T>, context: SentenceContext) => string };
