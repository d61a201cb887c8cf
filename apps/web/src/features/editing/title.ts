/** A title as it is typed, in one language or both. */
export interface TitleDraft {
  readonly ar: string;
  readonly en: string;
}
export interface Title {
  readonly ar?: string;
  readonly en?: string;
}

/** As the interface takes it; nothing where neither was typed. */
export const bilingual = ({ ar, en }: TitleDraft): Title | undefined => {
  const said = { ...(ar.trim() !== '' && { ar: ar.trim() }), ...(en.trim() !== '' && { en: en.trim() }) };
  return Object.keys(said).length === 0 ? undefined : said;
};

export const titleDraft = ({ ar = '', en = '' }: Title): TitleDraft => ({ ar, en });
