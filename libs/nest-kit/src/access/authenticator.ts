import type { Actor } from '@masar/access';

/** What a request carries to say who sends it. */
export interface Credentials {
  readonly token: string;
  /** From the cookie a browser holds: such commands must come from our own pages. */
  readonly fromCookie: boolean;
}

/** Turns a token into a person; supplied by the sessions service. Answers nothing for a token that is not (or no longer) good. */
export interface Authenticator {
  authenticate(token: string): Actor | undefined | Promise<Actor | undefined>;
}

/** Names the person in whose name a request is made; without it everybody reads as himself. */
export const nameHeader = 'on-behalf-of';

export const sessionCookie = 'masar_session';
