import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, bodyOf } from '../../../api/client.js';
import { useSession } from '../../../app/session.js';
import { useMembers } from '../../editing/use-initiative.js';
import { usePauses } from '../decisions/records.js';
import { of, useLawPath } from '../reading.js';
import { useShown } from '../shown.js';
import type { Known } from './choices.js';

const many = { limit: 500 } as const;

const useWaits = () => {
  const { at } = useShown();
  return useQuery({
    queryKey: ['initiative', at.kind, at.id, 'waits'],
    queryFn: () => bodyOf(api.GET(of(at, '/waits'), { params: { path: { id: at.id }, query: many } })),
  }).data?.items;
};

/** Roles of the account, and the one that a membership of this initiative gives. */
export const useRolesHere = (): { readonly roles: readonly string[]; readonly onlyAccount: boolean } => {
  const { at } = useShown();
  const { user, roles, onlyAccount } = useSession();
  const membership = useMembers(at.kind, at.id)?.find((one) => one.user === user)?.role;
  return useMemo(
    () => ({ roles: membership === undefined ? roles : [...roles, membership], onlyAccount }),
    [roles, membership, onlyAccount],
  );
};

/** What is known of the initiative that something can be done to. */
export const useKnown = () => {
  const { at, timeline, initiative } = useShown();
  const { roles, onlyAccount } = useRolesHere();
  const waits = useWaits();
  const pauses = usePauses(at, true).data?.items;
  const path = useLawPath(initiative.path).data;
  return useMemo(() => {
    const maySkip = onlyAccount || roles.includes('reviewer');
    return { timeline, waits: waits ?? [], pauses: pauses ?? [], path, maySkip } satisfies Known;
  }, [timeline, waits, pauses, path, roles, onlyAccount]);
};
export type KnownHere = ReturnType<typeof useKnown>;
