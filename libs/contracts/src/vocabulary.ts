/** The closed word lists of the published language (api.md). Each is data: screens, rules and schemas read the same list. */

/** What a user picks for a wait, and the cause that follows (five causes after Lashkevich et al., process mining of waiting times; `statutory` is ours). */
export const waitReasonCauses = {
  'documents-missing': 'extraneous',
  'session-date': 'batching',
  busy: 'contention',
  deprioritised: 'prioritisation',
  absent: 'unavailability',
  funding: 'extraneous',
  tender: 'extraneous',
  'legal-opinion': 'extraneous',
  statutory: 'statutory',
  outside: 'extraneous',
} as const;
export type WaitReason = keyof typeof waitReasonCauses;
export const waitReasons = Object.keys(waitReasonCauses) as WaitReason[];

export const waitCauses = [
  'batching',
  'contention',
  'prioritisation',
  'unavailability',
  'extraneous',
  'statutory',
  'unstated',
] as const;
export type WaitCause = (typeof waitCauses)[number];

export const absentTargets = ['not-yet-planned', 'depends-on-another', 'withheld', 'not-provided'] as const;
export type AbsentTarget = (typeof absentTargets)[number];

export const audiences = ['portfolio', 'reviewers', 'team'] as const;
export type Audience = (typeof audiences)[number];

export const roles = [
  'member',
  'lead',
  'focal-point',
  'reviewer',
  'independent',
  'partner',
  'administrator',
  'integrator',
  'auditor',
] as const;
export type Role = (typeof roles)[number];
/** Roles a program may have: it reports and reads, and decides nothing. */
export const serviceRoles = ['integrator', 'auditor', 'member'] as const satisfies readonly Role[];
export type ServiceRole = (typeof serviceRoles)[number];
/** Roles a membership may give, for one initiative alone. */
export const membershipRoles = [
  'member',
  'lead',
  'focal-point',
  'reviewer',
  'independent',
] as const satisfies readonly Role[];
export type MembershipRole = (typeof membershipRoles)[number];

export const milestoneStatuses = [
  'planned',
  'in-progress',
  'waiting',
  'missed',
  'reached',
  'confirmed',
  'reopened',
  'cancelled',
] as const;
export type MilestoneStatus = (typeof milestoneStatuses)[number];

export const initiativeStatuses = ['draft', 'planned', 'active', 'paused', 'complete', 'cancelled'] as const;
export type InitiativeStatus = (typeof initiativeStatuses)[number];

export const lawOutcomes = ['in-force', 'rejected', 'withdrawn', 'lapsed', 'merged', 'split'] as const;
export type LawOutcome = (typeof lawOutcomes)[number];

export const applicationStates = ['begun', 'partly', 'applied', 'not-applied'] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** Who owes a commitment to whom. */
export const commitmentDirections = ['partner-to-government', 'government-to-partner'] as const;
export type CommitmentDirection = (typeof commitmentDirections)[number];

export const commitmentSides = ['government', 'partner'] as const;
export type CommitmentSide = (typeof commitmentSides)[number];

export const commitmentStatuses = [
  'offered',
  'accepted',
  'declined',
  'reported',
  'returned',
  'confirmed',
  'withdrawn',
] as const;
export type CommitmentStatus = (typeof commitmentStatuses)[number];

export const confidenceColours = ['green', 'amber', 'red'] as const;
export type ConfidenceColour = (typeof confidenceColours)[number];
/** Whose judgement a rating is: three that stand side by side and are never averaged. */
export const ratingVoices = ['team', 'reviewer', 'independent'] as const;
export type RatingVoice = (typeof ratingVoices)[number];

/** What `entry.corrected` may change; the name is the one in the command (api.md). */
export const correctionFields = [
  'on',
  'since',
  'party',
  'reason',
  'target',
  'startedOn',
  'stage',
  'title',
  'dueOn',
] as const;
export type CorrectionField = (typeof correctionFields)[number];

/** Languages a person is written to in. */
export const languages = ['ar', 'en'] as const;
export type Language = (typeof languages)[number];

/** What a person wants mail about: what is put to him at once and a digest each working day, the digest alone, or nothing. */
export const reminderWishes = ['all', 'daily', 'none'] as const;
export type ReminderWish = (typeof reminderWishes)[number];
