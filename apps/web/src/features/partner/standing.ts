import { useSession } from '../../app/session.js';
import { useAwaited } from './asked.js';
import { settles, type Act } from './acts.js';
import type { Side } from './sides.js';

/** Where the reader stands towards commitments. */
export interface Standing {
  /** Whose eyes the page is for. */
  readonly side: Side;
  /** For whom he may act. */
  readonly sides: readonly Side[];
  /**
   * Whether an act is worth offering: what waits for him, and what whoever leads may always do with what his entity
   * owns. The server decides.
   */
  offers(commitment: string, act: Act, owner: string | undefined): boolean;
}

export const useStanding = (): Standing => {
  const { partner, onlyAccount, roles, entity } = useSession();
  const speaksFreely = partner !== undefined || onlyAccount === true;
  const awaited = useAwaited(!speaksFreely);
  return {
    side: partner === undefined ? 'government' : 'partner',
    sides: onlyAccount ? ['government', 'partner'] : [partner === undefined ? 'government' : 'partner'],
    offers: (commitment, act, owner) => {
      if (speaksFreely) return true;
      const what = settles[act];
      return what === undefined
        ? roles.includes('lead') && entity !== undefined && entity === owner
        : awaited.has(`${commitment} ${what}`);
    },
  };
};
