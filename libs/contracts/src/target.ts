import { Type, type Static } from 'typebox';
import { absentTargets } from './vocabulary.js';
import { DateText, OneOf, Words } from './scalars.js';

/** `m-2` (same initiative), `projects/P-1/milestones/m-2`, `laws/L-7/stages/gazette` or `commitments/c-9`. */
export const referencePattern =
  '^([A-Za-z0-9._-]{1,64}|[a-z]+/[A-Za-z0-9._-]{1,64}/(milestones|stages)/[A-Za-z0-9._-]{1,64}|commitments/[A-Za-z0-9._-]{1,64})$';
export const Reference = Type.String({ pattern: referencePattern });

/** How far after its anchor a promise can lie. */
export const longestRule = { days: 20_000, months: 600 } as const;

/** A promise that is a rule: so many days (working days when `working`) or months after its anchor's actual (months keep the day, clamped to month end). */
export const RelativeTarget = Type.Object({
  after: Reference,
  days: Type.Optional(Type.Integer({ minimum: 0, maximum: longestRule.days })),
  months: Type.Optional(Type.Integer({ minimum: 0, maximum: longestRule.months })),
  working: Type.Optional(Type.Boolean()),
});
export type RelativeTarget = Static<typeof RelativeTarget>;

/** No date, and why. */
export const NoTarget = Type.Object({ absent: OneOf(absentTargets), ground: Type.Optional(Words) });
export type NoTarget = Static<typeof NoTarget>;

/** A target as it is promised: a date, a rule, or its absence with the kind of absence. */
export const TargetPromise = Type.Union([DateText, RelativeTarget, NoTarget]);
export type TargetPromise = Static<typeof TargetPromise>;

export const isDateTarget = (target: TargetPromise): target is string => typeof target === 'string';
export const isRelativeTarget = (target: TargetPromise): target is RelativeTarget =>
  typeof target === 'object' && 'after' in target;
export const isAbsentTarget = (target: TargetPromise): target is NoTarget =>
  typeof target === 'object' && 'absent' in target;
