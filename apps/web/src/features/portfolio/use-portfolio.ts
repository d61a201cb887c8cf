import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { api, bodyOf } from '../../api/client.js';
import { queryOf, type Asked } from './asked.js';
import type { Row } from './rows.js';

const pageSize = 500;
const pageOf = (asked: Asked, cursor: string | undefined) =>
  bodyOf(
    api.GET('/api/portfolio', {
      params: { query: { limit: pageSize, ...queryOf(asked), ...(cursor === undefined ? {} : { cursor }) } },
    }),
  );

/** All rows that fit what is asked: page after page, the first shown as soon as it is here. What was shown stays meanwhile. */
export const usePortfolio = (asked: Asked) => {
  const query = queryOf(asked);
  const answer = useInfiniteQuery({
    queryKey: ['portfolio', query],
    queryFn: ({ pageParam }) => pageOf(asked, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = answer;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items as unknown as Row[]) ?? [], [data]);
  const first = data?.pages[0];
  return { ...answer, rows, totals: first?.totals, total: first?.total, isWhole: Boolean(data) && !hasNextPage };
};
export type Totals = NonNullable<ReturnType<typeof usePortfolio>['totals']>;
