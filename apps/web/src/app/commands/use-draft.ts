import { useCallback, useRef, useState } from 'react';
import { useSession } from '../session.js';
import { draftOf, keepDraft } from './drafts.js';

interface Drafting<T> {
  readonly draft: T;
  /** True when what is shown was left here earlier. */
  readonly isResumed: boolean;
  change(part: Partial<T>): void;
  /** It was sent: what is shown stays, and is not there when the form is opened again. */
  forget(): void;
  /** On purpose: the form is empty again. */
  discard(): void;
}

/** What is typed into a form, kept on this device until it is sent or discarded. `form` names it: `register`, `forecast m-2`. */
export const useDraft = <T extends object>(form: string, empty: T): Drafting<T> => {
  const { user } = useSession();
  const [left] = useState(() => draftOf(localStorage, user, form) as Partial<T> | undefined);
  const [first] = useState(empty);
  const [draft, setDraft] = useState<T>({ ...first, ...left });
  const latest = useRef(draft);
  const change = useCallback(
    (part: Partial<T>) => {
      latest.current = { ...latest.current, ...part };
      keepDraft(localStorage, user, form, latest.current);
      setDraft(latest.current);
    },
    [user, form],
  );
  const forget = useCallback(() => keepDraft(localStorage, user, form, undefined), [user, form]);
  const discard = useCallback(() => {
    latest.current = first;
    keepDraft(localStorage, user, form, undefined);
    setDraft(first);
  }, [user, form, first]);
  return { draft, isResumed: left !== undefined, change, forget, discard };
};
