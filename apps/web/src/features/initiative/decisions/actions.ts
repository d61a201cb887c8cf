import type { InboxItem } from '@masar/contracts';

/** What an answer has to bring. Where nothing is needed the press itself is the answer. */
export type Needs = 'nothing' | 'reason' | 'reason-optional' | 'spans' | 'outcome' | 'answer' | 'forecast';

export interface Action {
  /** The last part of the address: `approve`, `dismiss`, … */
  readonly name: string;
  readonly path: string;
  readonly needs: Needs;
  /** Says yes to what was asked: the one that stands out. */
  readonly isYes: boolean;
}

const yes: ReadonlySet<string> = new Set(['approve', 'grant', 'confirm', 'verify', 'agree', 'accept']);
const needsOf: Readonly<Record<string, Needs>> = {
  reject: 'reason-optional',
  refuse: 'reason-optional',
  decline: 'reason-optional',
  return: 'reason',
  dismiss: 'reason',
  rule: 'spans',
  resolve: 'outcome',
  notes: 'answer',
  forecast: 'forecast',
};
/** What is done on a screen of its own: it takes evidence or files. */
const elsewhere: ReadonlySet<string> = new Set(['report']);

/** The answers this page can send, in the order the server names them. */
export const actionsOf = ({ commands }: Pick<InboxItem, 'commands'>): readonly Action[] =>
  commands.flatMap((path) => {
    const name = path.split('/').at(-1)!;
    if (elsewhere.has(name)) return [];
    return [
      { name, path, needs: yes.has(name) ? 'nothing' : (needsOf[name] ?? 'reason-optional'), isYes: yes.has(name) },
    ];
  });

/** What has been typed for an answer. */
export interface Typed {
  readonly words: string;
  readonly date: string;
  readonly spans: readonly {
    readonly from: string;
    readonly to: string;
    readonly party: string;
    readonly cause?: string;
  }[];
}

const wordsAs = (field: string, words: string) => (words.trim() === '' ? {} : { [field]: words.trim() });

/** The body of the command; `record` is the question that is answered. */
export const bodyFor = (needs: Needs, typed: Typed, record?: string): Readonly<Record<string, unknown>> => {
  switch (needs) {
    case 'nothing':
      return {};
    case 'outcome':
      return wordsAs('outcome', typed.words);
    case 'answer':
      return { ...wordsAs('text', typed.words), ...(record === undefined ? {} : { about: record }) };
    case 'forecast':
      return { date: typed.date, ...wordsAs('reason', typed.words) };
    case 'spans':
      return { spans: typed.spans, ...wordsAs('reason', typed.words) };
    default:
      return wordsAs('reason', typed.words);
  }
};

/** No day is given to two. */
const areApart = (spans: Typed['spans']): boolean => {
  const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.every(({ to }, at) => at === sorted.length - 1 || to <= sorted[at + 1]!.from);
};

/** One span more: it begins where the last one ends, which the reader then moves. */
export const withAnother = (spans: Typed['spans']): Typed['spans'] => {
  const end = spans.at(-1)?.to ?? '';
  return [...spans, { from: end, to: end, party: '' }];
};

/** Whether enough has been typed to be sent; what else is wrong the server says. */
export const isAnswered = (needs: Needs, { words, date, spans }: Typed): boolean => {
  const isWritten = words.trim() !== '';
  if (needs === 'nothing' || needs === 'reason-optional') return true;
  if (needs === 'forecast') return date !== '' && isWritten;
  if (needs === 'spans')
    return (
      isWritten &&
      spans.length > 0 &&
      spans.every(({ from, to, party }) => from < to && party !== '') &&
      areApart(spans)
    );
  return isWritten;
};
