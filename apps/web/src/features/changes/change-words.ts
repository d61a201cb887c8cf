import type { Formats } from '../../i18n/formats.js';
import type { Said } from '../../i18n/languages.js';

/** A change as the interface tells it: `from` and `to` are of the kind the change is of. */
export interface ToldChange {
  readonly change: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly milestoneTitle?: { readonly ar?: string; readonly en?: string } | undefined;
}
export interface Speaker {
  readonly words: Pick<Said, 'changes' | 'vocabulary'>;
  readonly formats: Pick<Formats, 'day' | 'number' | 'signed'>;
  readonly entity: (id: string) => string;
  readonly party: (of: string) => string;
  readonly say: (text: { readonly ar?: string; readonly en?: string } | undefined) => string;
}

const isolated = (text: string) => `\u2068${text}\u2069`;
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value);
const countIn = (value: unknown): number => (typeof value === 'number' ? value : 0);
const wordIn = (words: object, code: unknown): string =>
  typeof code === 'string' ? ((words as Readonly<Record<string, string>>)[code] ?? code) : '—';

/** A promise as it is told: a date, or why there is none. */
const targetWords = (target: unknown, { words, formats }: Speaker): string => {
  if (isDay(target)) return formats.day(target);
  if (typeof target !== 'object' || target === null) return words.changes.noDate;
  if ('absent' in target) return wordIn(words.vocabulary.absentTarget, target.absent);
  if ('provisional' in target && isDay(target.provisional)) return words.changes.about(formats.day(target.provisional));
  return words.changes.noDate;
};

const ratingsWords = (from: unknown, to: unknown, { words }: Speaker): string => {
  const { vocabulary, changes } = words;
  const [before, after] = [from, to].map((value) => (value ?? {}) as Readonly<Record<string, string | null>>);
  const colour = (code: string | null | undefined) => (code ? wordIn(vocabulary.colour, code) : vocabulary.unrated);
  return (['team', 'reviewer', 'independent'] as const)
    .filter((voice) => before![voice] !== after![voice])
    .map((voice) => changes.rating(vocabulary[voice], colour(before![voice]), colour(after![voice])))
    .join(changes.parted);
};

type Telling = (change: ToldChange, speaker: Speaker) => string;
const named = ({ milestoneTitle }: ToldChange, { say }: Speaker) => isolated(say(milestoneTitle));
const dated: (telling: 'target' | 'forecast' | 'actual') => Telling = (telling) => (change, speaker) =>
  speaker.words.changes[telling](
    named(change, speaker),
    change.from === null ? undefined : targetWords(change.from, speaker),
    change.to === null ? undefined : targetWords(change.to, speaker),
  );

const tellings: Readonly<Record<string, Telling>> = {
  registered: (_change, { words }) => words.changes.registered,
  status: ({ from, to }, { words: { changes, vocabulary } }) =>
    changes.status(wordIn(vocabulary.initiativeStatus, from), wordIn(vocabulary.initiativeStatus, to)),
  title: ({ from }, { words, say }) => words.changes.titleChanged(isolated(say(from as object))),
  owner: ({ from, to }, { words, entity }) => words.changes.owner(entity(String(from)), entity(String(to))),
  started: ({ to }, { words, formats }) =>
    isDay(to) ? words.changes.started(formats.day(to)) : words.changes.notStarted,
  'milestone-added': (change, speaker) =>
    speaker.words.changes.milestoneAdded(named(change, speaker), targetWords(change.to, speaker)),
  'milestone-status': (change, speaker) =>
    speaker.words.changes.milestoneStatus(
      named(change, speaker),
      wordIn(speaker.words.vocabulary.milestoneStatus, change.to),
    ),
  target: dated('target'),
  forecast: dated('forecast'),
  actual: dated('actual'),
  slip: ({ from, to }, { words, formats }) => {
    const [before, after] = [from, to].map((slip) => (slip as { readonly days: number } | null)?.days);
    if (after === undefined) return words.changes.noSlip;
    return words.changes.slip(formats.signed(after), before === undefined ? undefined : formats.signed(before));
  },
  missed: ({ from, to }, { words }) => words.changes.missed(countIn(from), countIn(to)),
  next: ({ to }, speaker) => {
    const target = (to as { readonly target?: unknown } | null)?.target;
    return target === undefined
      ? speaker.words.changes.noNext
      : speaker.words.changes.next(targetWords(target, speaker));
  },
  'wait-began': ({ to }, { words, party }) => words.changes.waitBegan(party(String(to))),
  'wait-ended': ({ from }, { words, party }) => words.changes.waitEnded(party(String(from))),
  'wait-stale': (_change, { words }) => words.changes.waitStale,
  'pause-lapsed': ({ to }, { words, formats }) => words.changes.pauseLapsed(isDay(to) ? formats.day(to) : ''),
  stalled: ({ to }, { words }) => (to === null ? words.changes.movesAgain : words.changes.stalled),
  contested: ({ to }, { words: { changes, vocabulary } }) =>
    countIn(to) > 0 ? changes.contested(vocabulary.days(countIn(to))) : changes.contestDecided,
  corrections: ({ to }, { words }) => words.changes.corrections(countIn(to)),
  confidence: ({ from, to }, speaker) => ratingsWords(from, to, speaker),
};

/** One change in one sentence of the reader's language. A change this page does not know yet reads as its code. */
export const changeWords: Telling = (change, speaker) => tellings[change.change]?.(change, speaker) ?? change.change;

export type ChangeTone = 'bad' | 'good' | 'plain';
/** Whether the reader should worry, by what the change itself says. */
export const toneOf = ({ change, from, to }: ToldChange): ChangeTone => {
  if (change === 'stalled') return to === null ? 'good' : 'bad';
  if (change === 'missed') return countIn(to) > countIn(from) ? 'bad' : 'good';
  if (change === 'milestone-status')
    return to === 'missed' ? 'bad' : to === 'reached' || to === 'confirmed' ? 'good' : 'plain';
  return change === 'status' && to === 'complete' ? 'good' : 'plain';
};
