import { useQueries, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import { whenNothingIsShown } from '../../app/query-client.js';

const mostAtOnce = 500;

const page = (initiative: string | undefined, cursor: string | undefined) =>
  bodyOf(
    api.GET('/api/commitments', {
      params: {
        query: {
          limit: mostAtOnce,
          ...(initiative === undefined ? {} : { initiative }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      },
    }),
  );
export type Listed = Awaited<ReturnType<typeof page>>['items'][number];

const everyPage = async (initiative: string | undefined): Promise<Listed[]> => {
  const found: Listed[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const { items, next } = await page(initiative, cursor);
    found.push(...items);
    cursor = next ?? undefined;
  }
  return found;
};

/** Every commitment the reader sees, or those for one initiative (`projects/P-1`). */
export const useCommitments = (initiative?: string) =>
  useQuery({
    queryKey: ['commitments', 'list', initiative ?? 'all'],
    queryFn: () => everyPage(initiative),
    throwOnError: whenNothingIsShown,
  });

const whole = (id: string) => bodyOf(api.GET('/api/commitments/{id}', { params: { path: { id } } }));
export type Whole = Awaited<ReturnType<typeof whole>>;
const wholeQuery = (id: string) => ({ queryKey: ['commitments', 'whole', id], queryFn: () => whole(id) });

/** One commitment, with what its partner may see of the initiative. */
export const useCommitment = (id: string) => useQuery(wholeQuery(id));

/** Several of them; those that have come. */
export const useWholes = (ids: readonly string[]): readonly Whole[] =>
  useQueries({
    queries: ids.map(wholeQuery),
    combine: (answers) => answers.flatMap(({ data }) => (data === undefined ? [] : [data])),
  });

const dueChanges = (id: string) =>
  bodyOf(api.GET('/api/commitments/{id}/due-changes', { params: { path: { id }, query: { limit: mostAtOnce } } }));
export type DueChange = Awaited<ReturnType<typeof dueChanges>>['items'][number];

/** Due dates that were proposed for it, in their order. */
export const useDueChanges = (id: string): readonly DueChange[] =>
  useQuery({ queryKey: ['commitments', 'due-changes', id], queryFn: () => dueChanges(id) }).data?.items ?? [];

/** Initiatives have their addresses by kind; what they answer about title and owner is the same. */
const initiative = async (stream: string) => {
  const [kind, id] = stream.split('/') as [string, string];
  const path = `/api/${kind}/{id}` as '/api/projects/{id}';
  const { title, owner } = await bodyOf(api.GET(path, { params: { path: { id } } }));
  return { title, owner };
};

/** What an initiative is called and whose it is; asked only for officials, for partners it does not exist. */
export const useInitiative = (stream: string, isAsked: boolean) =>
  useQuery({
    queryKey: ['initiative', 'named', stream],
    queryFn: () => initiative(stream),
    enabled: isAsked,
  }).data;

const inboxKinds = 'commitment-answer,commitment-delivery,commitment-decision,due-change';

/** What of commitments waits for this official, as `<commitment> <kind>`. */
export const useAwaited = (isAsked: boolean): ReadonlySet<string> => {
  const { data } = useQuery({
    queryKey: ['inbox', 'commitments'],
    queryFn: () => bodyOf(api.GET('/api/inbox', { params: { query: { limit: mostAtOnce, what: inboxKinds } } })),
    enabled: isAsked,
  });
  return new Set((data?.items ?? []).map(({ commitment, what }) => `${commitment} ${what}`));
};

const milestonesOf = (stream: string) => {
  const [kind, id] = stream.split('/') as [string, string];
  const path = `/api/${kind}/{id}/milestones` as '/api/projects/{id}/milestones';
  return bodyOf(api.GET(path, { params: { path: { id }, query: { limit: mostAtOnce } } }));
};

/** Milestones of an initiative that a commitment can feed: those still open. */
export const useOpenMilestones = (stream: string | undefined) =>
  useQuery({
    queryKey: ['initiative', 'open-milestones', stream],
    queryFn: () => milestonesOf(stream!),
    enabled: stream !== undefined,
  }).data?.items.filter(({ status }) => !['reached', 'confirmed', 'cancelled'].includes(status)) ?? [];

/** Initiatives of an entity for which something can be offered: begun or planned, and not over. */
export const useOwnInitiatives = (owner: string | undefined) =>
  useQuery({
    queryKey: ['portfolio', 'offering', owner ?? 'all'],
    queryFn: () =>
      bodyOf(
        api.GET('/api/portfolio', {
          params: { query: { limit: mostAtOnce, ...(owner === undefined ? {} : { owner }) } },
        }),
      ),
  }).data?.items.filter(({ status }) => !['complete', 'cancelled', 'draft'].includes(status)) ?? [];
