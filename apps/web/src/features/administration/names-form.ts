/** A name in one language or both, as the interface takes it: what is empty is left out. */
export const bilingualOf = (ar: string, en: string): { ar?: string; en?: string } => ({
  ...(ar.trim() === '' ? {} : { ar: ar.trim() }),
  ...(en.trim() === '' ? {} : { en: en.trim() }),
});

/** The fields of a body that were filled in. */
export const filled = <T extends Record<string, string>>(fields: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([name, text]) => [name, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  ) as Partial<T>;

/** Whether a row answers to what is searched: letters alike in Arabic count as one. */
export const answersTo = (searched: string, ...texts: readonly (string | undefined)[]): boolean => {
  const alike = (text: string) =>
    text
      .toLowerCase()
      .replace(/[\u064b-\u0652\u0640]/g, '')
      .replace(/[أإآ]/g, 'ا')
      .replace(/ى/g, 'ي')
      .replace(/ة/g, 'ه');
  const wanted = alike(searched.trim());
  return wanted === '' || texts.some((text) => text !== undefined && alike(text).includes(wanted));
};
