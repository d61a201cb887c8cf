import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import type { Kind } from './initiative-draft.js';

const most = 500;
/** The kinds have the same addresses and answers here: one stands for all. */
const as = (kind: Kind) => kind as 'projects';

const initiativeOf = (kind: Kind, id: string) => bodyOf(api.GET(`/api/${as(kind)}/{id}`, { params: { path: { id } } }));
const milestonesOf = (kind: Kind, id: string) =>
  bodyOf(api.GET(`/api/${as(kind)}/{id}/milestones`, { params: { path: { id }, query: { limit: most } } }));
const membersOf = (kind: Kind, id: string) =>
  bodyOf(api.GET(`/api/${as(kind)}/{id}/members`, { params: { path: { id }, query: { limit: most } } }));

export type Initiative = Awaited<ReturnType<typeof initiativeOf>>;
export type Milestone = Awaited<ReturnType<typeof milestonesOf>>['items'][number];

/** The initiative, or a milestone, as it can be asked for anew. */
export const initiativeQuery = (kind: Kind, id: string) => ({
  queryKey: ['initiative', kind, id, 'itself'],
  queryFn: () => initiativeOf(kind, id),
});
const etag = /\d+/;
/** One milestone with the version of its initiative it was read at: both of one moment. */
export const milestoneQuery = (kind: Kind, id: string, milestone: string) => ({
  queryKey: ['initiative', kind, id, 'milestone', milestone],
  queryFn: async () => {
    const path = { id, item: milestone };
    const { data, response } = await api.GET(`/api/${as(kind)}/{id}/milestones/{item}`, { params: { path } });
    return { milestone: data!, version: Number(etag.exec(response.headers.get('etag') ?? '')?.[0]) };
  },
});

/** What is edited is read where it is decided, not where it is reported: with its version, and never behind. */
export const useInitiative = (kind: Kind, id: string) =>
  useQuery({ ...initiativeQuery(kind, id), throwOnError: (_, { state }) => state.data === undefined }).data;
export const useMilestone = (kind: Kind, id: string, milestone: string) =>
  useQuery({ ...milestoneQuery(kind, id, milestone), throwOnError: (_, { state }) => state.data === undefined }).data;
export const useMilestones = (kind: Kind, id: string) =>
  useQuery({ queryKey: ['initiative', kind, id, 'milestones'], queryFn: () => milestonesOf(kind, id) }).data?.items;
export const useMembers = (kind: Kind, id: string) =>
  useQuery({ queryKey: ['initiative', kind, id, 'members'], queryFn: () => membersOf(kind, id) }).data?.items;
