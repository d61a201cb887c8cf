import { entityOfParty } from '@masar/contracts';
import type { InitiativeFacts } from '@masar/timeline';

/** Entities that act in an initiative: parties of its milestones. */
export const entitiesIn = (facts: InitiativeFacts): string[] =>
  facts.milestones.flatMap(({ planned }) => entityOfParty(planned.party) ?? []);

/** Entities that something is booked to: waited on, or in the scope of a policy. */
export const bookedIn = (facts: InitiativeFacts): string[] => [
  ...facts.waits.flatMap(({ party }) => entityOfParty(party) ?? []),
  ...facts.scopes.flatMap(({ entities }) => entities.map(({ entity }) => entity)),
];

/**
 * Whether an initiative's dates may show in another one that leans on it: whoever reads that one is not asked, so one that
 * leaves officials out lends its dates only where one of its own team owns what leans on it. Elsewhere it is as if nothing
 * had happened there yet.
 */
export const lendsDates = (lender: InitiativeFacts, lenderOwner: string, borrowerOwner: string): boolean =>
  lender.audience === 'portfolio' || lenderOwner === borrowerOwner || entitiesIn(lender).includes(borrowerOwner);
