import type { Evidence } from '@masar/contracts';
import { sentenceOf } from './sentence.js';
import type { SentenceContext } from './sentence-context.js';
import type { TrailEvent } from './events.js';

export type TrailFilter = 'all' | 'changes' | 'corrections';

/** One line of the trail. */
export interface TrailItem {
  readonly version: number;
  readonly type: string;
  readonly happenedOn: string;
  readonly recordedOn: string;
  /** Where what an import brought was known before it was recorded. */
  readonly knownOn?: string;
  readonly actor: string;
  readonly onBehalfOf?: string;
  readonly sentence: string;
  /** What somebody wrote with it. */
  readonly words: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly isChange: boolean;
  readonly correction?: { readonly corrects: number; readonly from: string; readonly to: string };
  /** The correction that followed, where this event was said wrong. */
  readonly correctedBy?: number;
}

/** What moves the plan or who answers for it; everything else is work as planned. */
const changes =
  /^(milestone\.(target-|reopened|cancelled)|pause\.|initiative\.(owner-changed|cancelled|published|described)|ledger\.contest|law\.outcome|policy\.scope)/;

const wordFields = ['reason', 'steps', 'note', 'text', 'outcome', 'ground'] as const;
/** Codes that stand where a person would have written something. */
const coded: ReadonlySet<string> = new Set([
  'wait.began.v1:reason',
  'law.outcome-recorded.v1:outcome',
  'note.added.v1:note',
  'rating.given.v1:rating',
]);

const wordsOf = ({ type, data }: TrailEvent, { said }: SentenceContext): readonly string[] => {
  const record = data as Readonly<Record<string, unknown>>;
  const returned = (record['returned'] as { reason?: string } | undefined)?.reason;
  const found = wordFields.flatMap((field) => {
    const text = record[field];
    return typeof text === 'string' && !coded.has(`${type}:${field}`) ? [text] : [];
  });
  const plain: Readonly<Record<string, string>> = { source: said.sourceDecided, file: said.fromFile };
  return [...found, ...(returned === undefined ? [] : [returned])].map((text) => plain[text] ?? text);
};

const correctionOf = (event: TrailEvent, { value }: SentenceContext): TrailItem['correction'] => {
  if (event.type !== 'entry.corrected.v1') return undefined;
  const { corrects, field, from, to } = event.data;
  return { corrects, from: value(field, from), to: value(field, to) };
};

/** The trail, newest first: by when it was recorded, which is the order of the stream. */
export const trailItems = (events: readonly TrailEvent[], context: SentenceContext): readonly TrailItem[] => {
  const correctedBy = new Map<number, number>();
  for (const event of events)
    if (event.type === 'entry.corrected.v1') correctedBy.set(event.data.corrects, event.version);
  return events
    .map((event): TrailItem => {
      const correction = correctionOf(event, context);
      const later = correctedBy.get(event.version);
      const recordedOn = event.recordedAt.slice(0, 10);
      const knownOn = event.knownAt.slice(0, 10);
      return {
        version: event.version,
        type: event.type,
        happenedOn: event.happenedOn,
        recordedOn,
        ...(knownOn === recordedOn ? {} : { knownOn }),
        actor: event.actor,
        ...(event.onBehalfOf === undefined ? {} : { onBehalfOf: event.onBehalfOf }),
        sentence: sentenceOf(event, context),
        words: wordsOf(event, context),
        evidence: 'evidence' in event.data ? (event.data.evidence ?? []) : [],
        isChange: changes.test(event.type),
        ...(correction ? { correction } : {}),
        ...(later === undefined ? {} : { correctedBy: later }),
      };
    })
    .reverse();
};

export const shownItems = (items: readonly TrailItem[], filter: TrailFilter): readonly TrailItem[] =>
  filter === 'all'
    ? items
    : items.filter((item) =>
        filter === 'changes' ? item.isChange : item.correction !== undefined || item.type.startsWith('correction.'),
      );
