import { useInfiniteQuery } from '@tanstack/react-query';
import { whenNothingIsShown } from './query-client.js';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly total?: number | string;
}
export const rowsAtOnce = 100;

/** The rows of a list that comes in pages: what was fetched so far, and how to fetch more. */
export const usePagedList = <Item>(
  key: readonly unknown[],
  page: (query: { limit: number; cursor?: string }) => Promise<Page<Item>>,
) => {
  const asked = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => page({ limit: rowsAtOnce, ...(pageParam === undefined ? {} : { cursor: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    throwOnError: whenNothingIsShown,
  });
  return {
    isPending: asked.data === undefined,
    rows: asked.data?.pages.flatMap(({ items }) => items) ?? [],
    total: asked.data?.pages[0]?.total,
    more: asked.hasNextPage ? () => void asked.fetchNextPage() : undefined,
  };
};
