import { useQueries, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import { everyPage } from '../../api/every-page.js';
import { behindOf, onceLevel, type Levelled } from '../../api/once-level.js';
import { useSession } from '../../app/session.js';
import { useShownDay } from '../../app/shown-day.js';
import { boardOf, initiativesOf, type Row } from './board.js';

const pageSize = 500;
/** Initiatives whose requests and blockers are read beside the rows. */
const mostInitiatives = 30;
type Query = { readonly owner?: string; readonly party?: string; readonly member?: boolean };

const milestonesOf = async (query: Query): Promise<Levelled<readonly Row[]>> => {
  let behind = 0;
  const answer = await everyPage(async (asked) => {
    const { data, response } = await api.GET('/api/milestones', { params: { query: { ...query, ...asked } } });
    behind = Math.max(behind, behindOf(response));
    return data!;
  });
  return { answer, behind };
};

interface Read {
  readonly joined: readonly Row[];
  readonly all: readonly Row[];
}
const readOf = async (queries: readonly Query[]): Promise<Levelled<Read>> => {
  const [joined, ...others] = await Promise.all([{ member: true }, ...queries].map(milestonesOf));
  const all = [...others, joined!].flatMap(({ answer }) => answer);
  return {
    answer: { joined: joined!.answer, all },
    behind: Math.max(...[joined!, ...others].map(({ behind }) => behind)),
  };
};

/** The entity somebody works for, with those whose place it has taken. */
export const useOwnEntities = (): readonly string[] => {
  const { entity, predecessors } = useSession();
  return entity === undefined ? [] : [entity, ...(predecessors ?? [])];
};

export interface Board {
  readonly rows: readonly Row[];
  /** Initiatives the reader works in by name, whoever owns them: `projects/P-1`. */
  readonly joined: ReadonlySet<string>;
}

/**
 * Milestones of what the own entity owns, those it acts in elsewhere, and of what one is a member of; without an entity, all
 * that may be seen. That there is nothing is believed of an answer to this very visit, not of an earlier one.
 */
export const useBoard = (): Board | undefined => {
  const entities = useOwnEntities();
  const { today } = useShownDay();
  const ofEntities: Query[] = entities.flatMap((entity) => [{ owner: entity }, { party: `entity:${entity}` }]);
  const asked: Query[] = ofEntities.length > 0 ? ofEntities : [{}];
  const isNothing = ({ all }: Read): boolean => boardOf(all, today).length === 0;
  const { data, isFetching, isFetchedAfterMount } = useQuery({
    queryKey: ['milestones', 'board', entities],
    queryFn: () => onceLevel(() => readOf(asked), isNothing),
    refetchOnMount: ({ state }) => (state.data !== undefined && isNothing(state.data) ? 'always' : true),
    // What was read stays shown while the server is away.
    throwOnError: (_, { state }) => state.data === undefined,
  });
  if (!data || (isNothing(data) && isFetching && !isFetchedAfterMount)) return undefined;
  return { rows: boardOf(data.all, today), joined: initiativesOf(data.joined) };
};

const timelineOf = (kind: string, id: string) =>
  bodyOf(api.GET('/api/timelines/{kind}/{id}', { params: { path: { kind, id } } }));
export type Timeline = Awaited<ReturnType<typeof timelineOf>>;

/** What stands beside the rows: requests nobody has decided and blockers, by initiative. */
export const useTimelines = (rows: readonly Row[]): ReadonlyMap<string, Timeline> => {
  const names = [...new Set(rows.map(({ initiative: { kind, id } }) => `${kind}/${id}`))].slice(0, mostInitiatives);
  const answers = useQueries({
    queries: names.map((name) => {
      const [kind, id] = name.split('/') as [string, string];
      return { queryKey: ['timeline', 'board', kind, id], queryFn: () => timelineOf(kind, id) };
    }),
  });
  return new Map(names.flatMap((name, at) => (answers[at]?.data ? [[name, answers[at].data]] : [])));
};

const waitsOf = (kind: string, id: string) =>
  bodyOf(api.GET(`/api/${kind as 'projects'}/{id}/waits`, { params: { path: { id }, query: { limit: pageSize } } }));
export type Wait = Awaited<ReturnType<typeof waitsOf>>['items'][number];

/** The open waits of one milestone, as they were recorded. */
export const useWaits = ({ initiative: { kind, id }, id: milestone, status }: Row): readonly Wait[] => {
  const { data } = useQuery({
    queryKey: ['initiative', kind, id, 'waits'],
    queryFn: () => waitsOf(kind, id),
    enabled: status === 'waiting',
  });
  if (status !== 'waiting') return [];
  return (data?.items ?? []).filter((wait) => wait.milestone === milestone && wait.status !== 'ended');
};
