import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import { whenNothingIsShown } from '../../app/query-client.js';

const pageSize = 50;

const page = (what: string | undefined, cursor: string | undefined) =>
  bodyOf(
    api.GET('/api/inbox', {
      params: {
        query: {
          limit: pageSize,
          ...(what === undefined ? {} : { what }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      },
    }),
  );
export type Item = Awaited<ReturnType<typeof page>>['items'][number];

/** What waits for the reader, oldest first, of one kind or of all. */
export const useInbox = (what: string | undefined) =>
  useInfiniteQuery({
    queryKey: ['inbox', 'list', what ?? 'all'],
    queryFn: ({ pageParam }) => page(what, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
    throwOnError: whenNothingIsShown,
  });

/**
 * The record something waits on, at the address the inbox gives: a request, a pause, a contest, a milestone. Their answers
 * differ; the pane shows the fields it knows.
 */
export type Recorded = Readonly<Record<string, unknown>>;
export const useRecord = (address: string | undefined): Recorded | undefined =>
  useQuery({
    queryKey: ['inbox', 'record', address],
    queryFn: async () => (await bodyOf(api.GET(address as '/api/session', {}))) as unknown as Recorded,
    enabled: address !== undefined,
  }).data;

const partnerPage = (cursor: string | undefined) =>
  bodyOf(
    api.GET('/api/partner/inbox', {
      params: { query: { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) } },
    }),
  );

/** What commitments ask of the reader's partner, oldest first. */
export const usePartnerInbox = () =>
  useInfiniteQuery({
    queryKey: ['inbox', 'partner'],
    queryFn: ({ pageParam }) => partnerPage(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    throwOnError: whenNothingIsShown,
  });
