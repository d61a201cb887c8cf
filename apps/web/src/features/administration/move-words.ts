import type { Said } from '../../i18n/languages.js';

type Text = { readonly ar?: string; readonly en?: string };
/** One figure and what it would be, as the interface tells it. */
export interface ToldMove {
  readonly what: string;
  readonly milestoneTitle?: Text;
  readonly stage?: string;
  readonly stageName?: Text;
  readonly from: string | number | null;
  readonly to: string | number | null;
}
interface Speaker {
  readonly words: Pick<Said, 'calendarChange' | 'vocabulary'>;
  readonly say: (text: Text | undefined) => string;
}

const isolated = (text: string) => `\u2068${text}\u2069`;
const dateIn = (value: ToldMove['from']): string | null => (typeof value === 'string' ? value : null);
const countIn = (value: ToldMove['from']): number | null => (typeof value === 'number' ? value : null);
const has = <Words extends object>(words: Words, what: string): what is keyof Words & string =>
  Object.hasOwn(words, what);

/** One move in one sentence of the reader's language. A figure this page does not know yet reads as its code. */
export const moveWords = (
  { what, milestoneTitle, stage, stageName, from, to }: ToldMove,
  { words: { calendarChange: words, vocabulary }, say }: Speaker,
): string => {
  const of = isolated(say(milestoneTitle ?? stageName) || (stage ?? ''));
  if (has(words.dated, what)) return words.dated[what](of, dateIn(from), dateIn(to));
  if (has(words.counted, what)) return words.counted[what](of, countIn(from), countIn(to));
  if (has(words.summed, what)) return words.summed[what](countIn(from) ?? 0, countIn(to) ?? 0);
  if (what !== 'status') return what;
  const status = (code: ToldMove['from']) =>
    (vocabulary.milestoneStatus as Readonly<Record<string, string>>)[String(code)] ?? String(code);
  return words.status(of, status(from), status(to));
};
