import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, bodyOf } from '../../api/client.js';
import { everyPage } from '../../api/every-page.js';
import { Refused } from '../../api/problem.js';
import type { TrailEvent } from './trail/events.js';

export const kinds = ['projects', 'laws', 'policies'] as const;
export type Kind = (typeof kinds)[number];
export interface Address {
  readonly kind: Kind;
  readonly id: string;
}

/** Of the three kinds the collections answer alike: one of them stands for all in the types. */
export const of = <Tail extends string>({ kind }: Address, tail: Tail): `/api/projects/{id}${Tail}` =>
  `/api/${kind}/{id}${tail}` as `/api/projects/{id}${Tail}`;

export const askTimeline = ({ kind, id }: Address, knownOn?: string, atLeast?: string) =>
  bodyOf(
    api.GET('/api/timelines/{kind}/{id}', {
      params: {
        path: { kind, id },
        query: {
          ...(knownOn === undefined ? {} : { knownOn }),
          ...(atLeast === undefined ? {} : { atLeast, waitMs: 5_000 }),
        },
      },
    }),
  );
export type Timeline = Awaited<ReturnType<typeof askTimeline>>;
export type Milestone = Timeline['milestones'][number];
export type Stage = Timeline['stages'][number];
export type Ledger = NonNullable<Timeline['ledger']>;
export type Entry = Ledger['entries'][number];

export const askInitiative = (at: Address) => bodyOf(api.GET(of(at, ''), { params: { path: { id: at.id } } }));
export type Initiative = Awaited<ReturnType<typeof askInitiative>>;

export const addressOf = (kind: string | undefined, id: string | undefined): Address | undefined =>
  kinds.includes(kind as Kind) && id !== undefined ? { kind: kind as Kind, id } : undefined;
export const useAddress = (): Address | undefined => {
  const { kind, id } = useParams();
  return addressOf(kind, id);
};

/** Whether a refusal says that there is nothing here, or nothing for this reader. */
export const isNotThere = (fault: unknown): boolean => fault instanceof Refused && fault.problem.status === 404;
/** Nothing being there is an answer, which the page says in its own words; anything else goes to the boundary. */
const isNoAnswer = (fault: unknown): boolean => !isNotThere(fault);

export const timelineKey = ({ kind, id }: Address, knownOn?: string) =>
  ['timeline', kind, id, knownOn ?? null] as const;

/** The timeline as it is now, or as it was known on a day; while another day is read, the one before stays shown. */
export const useTimeline = (at: Address, knownOn?: string) =>
  useQuery({
    queryKey: timelineKey(at, knownOn),
    queryFn: () => askTimeline(at, knownOn),
    placeholderData: keepPreviousData,
    throwOnError: isNoAnswer,
  });

export const useInitiative = (at: Address) =>
  useQuery({ queryKey: ['initiative', at.kind, at.id], queryFn: () => askInitiative(at), throwOnError: isNoAnswer });

/** All events of the initiative, oldest first; what is known on a day is the part up to the timeline's own position. */
export const useEvents = (at: Address) =>
  useQuery<readonly TrailEvent[]>({
    queryKey: ['initiative', at.kind, at.id, 'events'],
    // The description says of their data that it is an object; what is in it the catalogue says.
    queryFn: async () =>
      (await everyPage<unknown>((query) =>
        bodyOf(api.GET(of(at, '/events'), { params: { path: { id: at.id }, query } })),
      )) as readonly TrailEvent[],
    throwOnError: isNoAnswer,
  });

/** The path of a law, for the names of its stages. */
export const useLawPath = (path: Initiative['path'] | undefined) =>
  useQuery({
    queryKey: ['law-paths'],
    queryFn: () => bodyOf(api.GET('/api/law-paths', { params: { query: { limit: 500 } } })),
    staleTime: 600_000,
    enabled: path !== undefined,
    select: ({ items }) =>
      items.find(
        (one) =>
          one.jurisdiction === path?.jurisdiction && one.instrument === path.instrument && one.version === path.version,
      ),
  });
