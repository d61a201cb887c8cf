interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** What a page is asked with: the largest there is, after the one before. */
export interface PageAsked {
  readonly limit: number;
  readonly cursor?: string;
}
const pageSize = 500;

/** All pages of a list that is small by nature, or has to be there as a whole: one after the other. */
export const everyPage = async <Item>(page: (asked: PageAsked) => Promise<Page<Item>>): Promise<Item[]> => {
  const found: Item[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await page({ limit: pageSize, ...(cursor === undefined ? {} : { cursor }) });
    found.push(...items);
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return found;
};
