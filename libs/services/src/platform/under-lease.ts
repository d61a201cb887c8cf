import type { Leases } from '@masar/event-store';

export interface WantedLease {
  readonly name: string;
  readonly holder: string;
  readonly forMs: number;
}

/**
 * Works while it holds a lease, which is renewed as long as the work takes; undefined while somebody else holds it. The work
 * asks `isLost` before whatever only one may do: a lease that could not be renewed in time is somebody else's by then. It is
 * not given back at the end. Without leases the store is this process's own, and nothing is ever lost.
 */
export const underLease = async <T>(
  leases: Leases | undefined,
  { name, holder, forMs }: WantedLease,
  work: (isLost: () => boolean) => Promise<T>,
): Promise<T | undefined> => {
  if (!leases) return work(() => false);
  let heldUntil = -Infinity;
  let isRefused = false;
  const take = async () => {
    const askedAt = performance.now();
    if (await leases.take(name, holder, forMs)) heldUntil = askedAt + forMs;
    else isRefused = true;
    return !isRefused;
  };
  if (!(await take())) return undefined;
  // A renewal that fails is tried again; what runs out meanwhile is lost.
  const renewing = setInterval(() => void take().catch(() => undefined), forMs / 3);
  try {
    return await work(() => isRefused || performance.now() >= heldUntil);
  } finally {
    clearInterval(renewing);
  }
};
