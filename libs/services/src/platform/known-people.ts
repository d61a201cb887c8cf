import type { Speaker } from '@masar/access';
import type { Party } from '@masar/contracts';

/** In whose name it is asked: the session of whoever gives the command. */
export interface Asking {
  readonly token: string;
}

/**
 * The two things a decision has to know of accounts, which one service alone keeps. Whoever cannot answer rejects with
 * `storage/unavailable`: the command is not decided then, and may be sent again.
 */
export interface KnownPeople {
  /**
   * Roles and place of the people of an entity or a partner, each kind once and nobody by name: not disabled, no programs. Of
   * one `user` alone, where he is named: none where he is not of that party.
   */
  peopleOf(party: Party, asking: Asking, user?: string): Promise<readonly Speaker[]>;
  /** Whether a name may be a member's: nobody's yet, or that of an official who is not disabled. */
  mayJoin(user: string, asking: Asking): Promise<boolean>;
}
