/** What one item of evidence is while it is written: a link, or a file on its way or there. */
export type Draft =
  | { readonly key: string; readonly sort: 'link'; readonly title: string; readonly url: string }
  | {
      readonly key: string;
      readonly sort: 'file';
      readonly title: string;
      readonly size: number;
      /** Known once the server has it. */
      readonly sha256?: string;
      /** Why the server has it not. */
      readonly refused?: string;
    };

export type Fault = 'title-missing' | 'link-not-secure' | 'still-uploading' | 'not-uploaded';

/** What is wrong with an item as it stands; nothing when it can be sent. */
export const faultOf = (draft: Draft): Fault | undefined => {
  if (draft.title.trim() === '') return 'title-missing';
  if (draft.sort === 'link') return /^https:\/\/\S+$/.test(draft.url.trim()) ? undefined : 'link-not-secure';
  if (draft.sha256 !== undefined) return undefined;
  return draft.refused === undefined ? 'still-uploading' : 'not-uploaded';
};

/** What a file is first called: its name without its ending. */
export const titleOf = (fileName: string): string => fileName.replace(/\.[A-Za-z0-9]{1,8}$/, '');

interface Item {
  readonly title: string;
  readonly url?: string;
  readonly file?: string;
}

/** As the interface takes them; of items without a fault. */
export const itemsOf = (drafts: readonly Draft[]): Item[] =>
  drafts.map((draft) => {
    const title = draft.title.trim();
    return draft.sort === 'link' ? { title, url: draft.url.trim() } : { title, file: draft.sha256! };
  });
