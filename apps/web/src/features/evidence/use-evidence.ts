import { useEffect, useRef, useState } from 'react';
import { newKey } from '../../api/new-key.js';
import { Refused } from '../../api/problem.js';
import { uploadFile } from '../../api/upload.js';
import { useWords } from '../../app/reader.js';
import { titleOf, type Draft } from './draft.js';

export interface Evidence {
  readonly drafts: readonly Draft[];
  /** How much of each file is there, by the key of its item; of files that were chosen since the form was opened. */
  readonly parts: Readonly<Record<string, number>>;
  addLink(): void;
  addFiles(files: readonly File[]): void;
  change(key: string, change: { readonly title?: string; readonly url?: string }): void;
  again(key: string): void;
  remove(key: string): void;
}

/**
 * Items of evidence of one form, which keeps them, with their files on the way to the server. Leaving the form stops what is
 * on its way; a file that had not arrived has to be chosen again.
 */
export const useEvidence = (drafts: readonly Draft[], keep: (drafts: readonly Draft[]) => void): Evidence => {
  const { evidence } = useWords();
  const [parts, setParts] = useState<Readonly<Record<string, number>>>({});
  const files = useRef(new Map<string, File>());
  const stops = useRef(new Map<string, AbortController>());
  // Files arrive when they do: each changes what is there then.
  const latest = useRef({ drafts, keep });
  useEffect(() => {
    latest.current = { drafts, keep };
  });
  const setDrafts = (change: (known: readonly Draft[]) => readonly Draft[]) => {
    const { drafts: known, keep: keeping } = latest.current;
    latest.current = { drafts: change(known), keep: keeping };
    keeping(latest.current.drafts);
  };
  const put = (key: string, change: object) =>
    setDrafts((known) => known.map((draft) => (draft.key === key ? ({ ...draft, ...change } as Draft) : draft)));
  useEffect(() => {
    const running = stops.current;
    return () => running.forEach((stop) => stop.abort());
  }, []);
  const upload = async (key: string, file: File) => {
    const stop = new AbortController();
    stops.current.set(key, stop);
    setParts((known) => ({ ...known, [key]: 0 }));
    try {
      const progress = (part: number) => setParts((known) => ({ ...known, [key]: part }));
      const { sha256 } = await uploadFile(file, progress, stop.signal);
      put(key, { sha256, refused: undefined });
    } catch (fault) {
      if (stop.signal.aborted) return;
      put(key, { refused: fault instanceof Refused ? (fault.problem.detail ?? fault.problem.title) : evidence.away });
    }
  };
  return {
    drafts,
    parts,
    addLink: () => setDrafts((known) => [...known, { key: newKey(), sort: 'link', title: '', url: '' }]),
    addFiles: (chosen) => {
      for (const file of chosen) {
        const key = newKey();
        files.current.set(key, file);
        setDrafts((known) => [...known, { key, sort: 'file', title: titleOf(file.name), size: file.size }]);
        void upload(key, file);
      }
    },
    change: put,
    again: (key) => {
      const file = files.current.get(key);
      if (!file) return;
      put(key, { refused: undefined });
      void upload(key, file);
    },
    remove: (key) => {
      stops.current.get(key)?.abort();
      files.current.delete(key);
      setDrafts((known) => known.filter((draft) => draft.key !== key));
    },
  };
};
