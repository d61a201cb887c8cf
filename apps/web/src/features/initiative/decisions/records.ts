import { useQuery } from '@tanstack/react-query';
import type { InboxItem } from '@masar/contracts';
import { api, bodyOf } from '../../../api/client.js';
import { of, type Address } from '../reading.js';

/** What waits for this reader on this initiative: the server knows the rights, so what it lists is what is offered. */
export const useDecisions = ({ kind, id }: Address, isOff: boolean) =>
  useQuery({
    queryKey: ['inbox', 'all'],
    queryFn: () => bodyOf(api.GET('/api/inbox', { params: { query: { limit: 500 } } })),
    select: ({ items }): readonly InboxItem[] =>
      (items as readonly InboxItem[]).filter(({ initiative }) => initiative.kind === kind && initiative.id === id),
    enabled: !isOff,
  });

const many = { limit: 500 } as const;
/** Contests with their days and reasons, which the ledger does not repeat. */
export const useContests = (at: Address, isWanted: boolean) =>
  useQuery({
    queryKey: ['initiative', at.kind, at.id, 'contests'],
    queryFn: () => bodyOf(api.GET(of(at, '/contests'), { params: { path: { id: at.id }, query: many } })),
    enabled: isWanted,
  });
export const usePauses = (at: Address, isWanted: boolean) =>
  useQuery({
    queryKey: ['initiative', at.kind, at.id, 'pauses'],
    queryFn: () => bodyOf(api.GET(of(at, '/pauses'), { params: { path: { id: at.id }, query: many } })),
    enabled: isWanted,
  });
export const useCorrections = (at: Address, isWanted: boolean) =>
  useQuery({
    queryKey: ['initiative', at.kind, at.id, 'corrections'],
    queryFn: () => bodyOf(api.GET(of(at, '/corrections'), { params: { path: { id: at.id }, query: many } })),
    enabled: isWanted,
  });
