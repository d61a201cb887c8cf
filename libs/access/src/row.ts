import type { RefusalCode, Role } from '@masar/contracts';
import type { Reach } from './reach.js';

/** What has to be somebody else's for a decision to stand: each names the refusal of the one who breaks it. */
export interface FourEyes {
  /** Who asked for it, or reported it, does not decide it. */
  readonly asker?: RefusalCode;
  /** Who belongs to the party it is about does not decide it. */
  readonly party?: RefusalCode;
}

/** One right: which role has it and how far, what else must hold, and why it is so. */
export interface Row {
  readonly reach: Readonly<Partial<Record<Role, Reach>>>;
  readonly eyes?: FourEyes;
  /** Besides those roles, any official it was put to: by name, as focal point of the entity, as reviewer for the cabinet. */
  readonly addressee?: true;
  readonly ar: string;
  readonly en: string;
}

/** Everybody of the programme; people of partners, who see their own commitments alone, are named where they are meant. */
const officials = [
  'member',
  'lead',
  'focal-point',
  'reviewer',
  'independent',
  'administrator',
  'integrator',
  'auditor',
] as const satisfies readonly Role[];

const forRoles = (roles: readonly Role[], reach: Reach): Row['reach'] =>
  Object.fromEntries(roles.map((role) => [role, reach]));

/** Whoever is signed in, partners too: what is about oneself. */
export const ofOneself = forRoles([...officials, 'partner'], 'self');
/** Every official. */
export const officialsAll = forRoles(officials, 'any');
/** Every official who is a person. */
export const officialPeople = forRoles(
  officials.filter((role) => role !== 'integrator'),
  'any',
);
/** Every official, as far as the audience of an initiative lets him see. */
export const officialsSeeing = forRoles(officials, 'seen');
/** Every official, as far as initiatives can be seen; a partner what is its own. */
export const officialsAndPartner = { ...officialsSeeing, partner: 'partner' } as const satisfies Row['reach'];
/** Configuration, which decides nothing. */
export const configuration = { administrator: 'any' } as const satisfies Row['reach'];
/** What teams report. */
export const teamWork = { member: 'team', lead: 'team' } as const satisfies Row['reach'];
/** What the lead of the owner answers for. */
export const leadWork = { lead: 'owner' } as const satisfies Row['reach'];
/** What the lead of the owner answers for towards a partner, and the partner on its side. */
export const eitherLead = { ...leadWork, partner: 'partner' } as const satisfies Row['reach'];
/** What is decided about others. */
export const decision = { reviewer: 'others' } as const satisfies Row['reach'];
