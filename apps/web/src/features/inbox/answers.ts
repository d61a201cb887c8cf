/** What an answer asks for beside the press: a field of the command, which may or must be filled in. */
export interface Asked {
  readonly field: 'reason' | 'outcome' | 'text' | 'date';
  readonly isNeeded: boolean;
}

/** How one address of the inbox settles a thing. */
export interface Answer {
  /** The last word of its address: `approve`, `return`, … */
  readonly verb: Verb;
  readonly path: string;
  readonly asks: readonly Asked[];
  /** What the command says beside what is written. */
  readonly fixed: Readonly<Record<string, string>>;
}

const free: Asked = { field: 'reason', isNeeded: false };
const needed: Asked = { field: 'reason', isNeeded: true };

/**
 * Of each verb, what it asks for. A reason belongs to every no; a yes may have one. A ruling names days and parties: it is
 * given on the page of the initiative, where they are seen.
 */
const verbs = {
  approve: [free],
  reject: [needed],
  return: [needed],
  grant: [],
  refuse: [needed],
  dismiss: [needed],
  rule: [],
  confirm: [free],
  forecast: [{ field: 'date', isNeeded: true }, free],
  resolve: [{ field: 'outcome', isNeeded: true }],
  verify: [],
  notes: [{ field: 'text', isNeeded: true }],
} as const satisfies Record<string, readonly Asked[]>;
export type Verb = keyof typeof verbs;

const isVerb = (word: string): word is Verb => Object.hasOwn(verbs, word);

interface Waiting {
  readonly commands: readonly string[];
  readonly record?: string | undefined;
}

/** The answers to a thing that waits, in the order the server gives them. */
export const answersTo = ({ commands, record }: Waiting): readonly Answer[] =>
  commands.flatMap((path) => {
    const verb = path.slice(path.lastIndexOf('/') + 1);
    if (!isVerb(verb)) return [];
    const about = verb === 'notes' && record !== undefined ? { about: record } : {};
    return [{ verb, path, asks: verbs[verb], fixed: about as Readonly<Record<string, string>> }];
  });

/** Where the record itself is read: below its answers. A question's words are in the inbox already. */
export const recordOf = ({ commands }: Waiting): string | undefined => {
  const first = commands[0];
  if (first === undefined || first.endsWith('/notes')) return undefined;
  return first.slice(0, first.lastIndexOf('/'));
};

export type Written = Readonly<Record<Asked['field'], string>>;

/** Fields that keep an answer from being sent. */
export const missingFor = ({ asks }: Answer, written: Written): readonly Asked['field'][] =>
  asks.filter(({ field, isNeeded }) => isNeeded && written[field].trim() === '').map(({ field }) => field);

/** The command of an answer: what was written for it, and nothing that was left empty. */
export const bodyOf = ({ asks, fixed }: Answer, written: Written): Record<string, string> => ({
  ...fixed,
  ...Object.fromEntries(
    asks.map(({ field }) => [field, written[field].trim()] as const).filter(([, words]) => words !== ''),
  ),
});

/** The fields to show for several answers at once, each once; needed where one of them needs it. */
export const fieldsOf = (answers: readonly Answer[]): readonly Asked[] => {
  const found = new Map<Asked['field'], boolean>();
  for (const { field, isNeeded } of answers.flatMap(({ asks }) => asks))
    found.set(field, (found.get(field) ?? true) && isNeeded);
  return [...found].map(([field, isNeeded]) => ({ field, isNeeded }));
};

/** When a reason is to be written: always, with a no among other answers, where no evidence was given, or if there is one. */
export const reasonOf = (answers: readonly Answer[]): 'always' | 'withNo' | 'withoutEvidence' | 'ifAny' => {
  const needs = answers.map(({ asks }) => asks.some(({ field, isNeeded }) => field === 'reason' && isNeeded));
  if (answers.length > 0 && needs.every(Boolean)) return 'always';
  if (needs.some(Boolean)) return 'withNo';
  return answers.some(({ verb }) => verb === 'confirm') ? 'withoutEvidence' : 'ifAny';
};
