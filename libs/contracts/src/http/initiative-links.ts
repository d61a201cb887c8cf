import { Type, type Static } from 'typebox';
import { BilingualText, DateText, Id, OneOf } from '../scalars.js';
import { initiativeStatuses } from '../vocabulary.js';

/** What `GET /api/timelines/{kind}/{id}/links` answers: what an initiative leans on, and what leans on it, one step far. */

/** A dependency, a date that counts from another, or a commitment that is to reach a milestone. */
export const linkSorts = ['depends', 'counts-from', 'feeds'] as const;

/** A milestone, a stage or a commitment. Of what does not exist for the reader nothing is said but the reference that was written here. */
export const LinkEnd = Type.Object({
  /** In full: `projects/P-1/milestones/m-2`, `laws/L-7/stages/gazette`, `commitments/c-9`; of a commitment that feeds no milestone its initiative. */
  reference: Type.String(),
  title: Type.Optional(BilingualText),
  /** Of a commitment. */
  partner: Type.Optional(Id),
  /** When it happened. */
  settledOn: Type.Union([DateText, Type.Null()]),
  /** Where it has not: when it is promised, or agreed. */
  dueOn: Type.Union([DateText, Type.Null()]),
});
export type LinkEnd = Static<typeof LinkEnd>;

/** `to` leans on `from`: while `from` has not happened, `to` is held. */
export const InitiativeLink = Type.Object({ from: LinkEnd, to: LinkEnd, sorts: Type.Array(OneOf(linkSorts)) });
export type InitiativeLink = Static<typeof InitiativeLink>;

export const LinkedInitiative = Type.Object({
  kind: Id,
  id: Id,
  title: BilingualText,
  owner: Id,
  status: OneOf(initiativeStatuses),
});
export const InitiativeLinks = Type.Object({
  /** It itself first, then the others by name. */
  initiatives: Type.Array(LinkedInitiative),
  links: Type.Array(InitiativeLink),
  /** More lean on it than are listed. */
  isCut: Type.Boolean(),
});
export type InitiativeLinks = Static<typeof InitiativeLinks>;
