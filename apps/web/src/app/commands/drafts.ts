/** Forms that are open or were left open, by person and form. Small text, kept at once: a crash loses no keystroke. */
const place = 'masar.drafts';
const mostDrafts = 50;
const longestDraft = 50_000;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
type Drafts = Readonly<Record<string, unknown>>;

const placeOf = (user: string): string => `${place}.${user}`;

const read = (store: Store, user: string): Drafts => {
  try {
    return (JSON.parse(store.getItem(placeOf(user)) ?? '{}') ?? {}) as Drafts;
  } catch {
    // Not ours, or cut short.
    return {};
  }
};

export const draftOf = (store: Store, user: string, form: string): unknown => read(store, user)[form];

/** `undefined` throws the draft away. The oldest give way: what is typed now counts most. */
export const keepDraft = (store: Store, user: string, form: string, draft: unknown): void => {
  const { [form]: _, ...others } = read(store, user);
  const kept = Object.entries(others).slice(1 - mostDrafts);
  if (draft !== undefined && JSON.stringify(draft).length <= longestDraft) kept.push([form, draft]);
  try {
    if (kept.length === 0) store.removeItem(placeOf(user));
    else store.setItem(placeOf(user), JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // The device is full: the form goes on without a draft.
  }
};
