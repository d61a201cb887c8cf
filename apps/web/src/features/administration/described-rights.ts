interface Operation {
  readonly summary?: string;
  readonly 'x-summary-ar'?: string;
  readonly 'x-permission'?: string;
}
export interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** The rights that operations of an interface ask for, each with the words of the first that asks. */
export const rightsOf = ({ paths }: Described, language: 'ar' | 'en'): { id: string; name: string }[] => {
  const found = new Map<string, string>();
  for (const operations of Object.values(paths))
    for (const operation of Object.values(operations)) {
      const right = operation['x-permission'];
      const words = (language === 'ar' ? operation['x-summary-ar'] : undefined) ?? operation.summary;
      if (right !== undefined && /^[a-z-]+\.[a-z-]+$/.test(right) && !found.has(right))
        found.set(right, words ?? right);
    }
  return [...found].map(([id, words]) => ({ id, name: `${words} (${id})` })).sort((a, b) => (a.id < b.id ? -1 : 1));
};
