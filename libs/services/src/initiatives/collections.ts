import type { InitiativeKind } from '@masar/contracts';
import type { Initiative } from '@masar/domain';
import type { TSchema } from 'typebox';
import { memberViews } from './views/initiative-view.js';
import { applicationViews, exemptionViews, outcomeViews, scopeViews, stageViews } from './views/kind-views.js';
import { applicationSchema, exemptionSchema, outcomeSchema, scopeSchema, stageSchema } from './views/kind-schemas.js';
import {
  blockerSchema,
  contestSchema,
  correctionSchema,
  memberSchema,
  noteSchema,
  pauseSchema,
  ratingSchema,
  waitSchema,
} from './views/ledger-schemas.js';
import {
  blockerViews,
  contestViews,
  correctionViews,
  noteViews,
  pauseViews,
  ratingViews,
  waitViews,
} from './views/ledger-views.js';
import { milestoneSchema, targetChangeSchema } from './views/milestone-schema.js';
import { milestoneViews, targetChangeViews } from './views/milestone-view.js';

export interface Item {
  readonly id: string;
}

/** A list inside an initiative and each of its items: every POST collection has one. `parent` names the item of another collection it hangs under. */
export interface Collection {
  readonly name: string;
  /** Below `/api/{kind}/:id/`. */
  readonly path: string;
  readonly items: (initiative: Initiative, parameters: Readonly<Record<string, string>>) => readonly Item[];
  /** What an item is answered as. */
  readonly schema: TSchema;
  readonly kinds?: readonly InitiativeKind[];
  readonly ar: string;
  readonly en: string;
}

const all: readonly Collection[] = [
  {
    name: 'members',
    path: 'members',
    items: memberViews,
    schema: memberSchema,
    ar: 'أعضاء الملف',
    en: 'Members of an initiative',
  },
  {
    name: 'milestones',
    path: 'milestones',
    items: milestoneViews,
    schema: milestoneSchema,
    ar: 'محطات الملف',
    en: 'Milestones of an initiative',
  },
  {
    name: 'milestoneTargetChanges',
    path: 'milestones/:milestone/target-changes',
    items: (initiative, { milestone }) => targetChangeViews(initiative, milestone),
    schema: targetChangeSchema,
    ar: 'طلبات تغيير موعد محطة',
    en: 'Target changes of a milestone',
  },
  {
    name: 'targetChanges',
    path: 'target-changes',
    items: (initiative) => targetChangeViews(initiative),
    schema: targetChangeSchema,
    ar: 'طلبات تغيير المواعيد',
    en: 'Target changes of an initiative',
  },
  {
    name: 'waits',
    path: 'waits',
    items: waitViews,
    schema: waitSchema,
    ar: 'فترات الانتظار',
    en: 'Waits of an initiative',
  },
  {
    name: 'pauses',
    path: 'pauses',
    items: pauseViews,
    schema: pauseSchema,
    ar: 'فترات التعليق',
    en: 'Pauses of an initiative',
  },
  {
    name: 'contests',
    path: 'contests',
    items: contestViews,
    schema: contestSchema,
    ar: 'الاعتراضات',
    en: 'Contests of an initiative',
  },
  {
    name: 'corrections',
    path: 'corrections',
    items: correctionViews,
    schema: correctionSchema,
    ar: 'تصحيحات البيانات',
    en: 'Corrections of an initiative',
  },
  {
    name: 'blockers',
    path: 'blockers',
    items: blockerViews,
    schema: blockerSchema,
    ar: 'المعوّقات',
    en: 'Blockers of an initiative',
  },
  {
    name: 'ratings',
    path: 'ratings',
    items: ratingViews,
    schema: ratingSchema,
    ar: 'تقديرات الثقة في الإنجاز',
    en: 'Ratings of delivery confidence',
  },
  { name: 'notes', path: 'notes', items: noteViews, schema: noteSchema, ar: 'الملاحظات', en: 'Notes of an initiative' },
  {
    name: 'stages',
    path: 'stages',
    items: stageViews,
    schema: stageSchema,
    kinds: ['laws'],
    ar: 'مراحل القانون',
    en: 'Stages a law has entered',
  },
  {
    name: 'outcomes',
    path: 'outcome',
    items: outcomeViews,
    schema: outcomeSchema,
    kinds: ['laws'],
    ar: 'مآل القانون',
    en: 'The outcome of a law',
  },
  {
    name: 'scopes',
    path: 'scope',
    items: scopeViews,
    schema: scopeSchema,
    kinds: ['policies'],
    ar: 'نطاق السياسة',
    en: 'The scope of a policy, as stated over time',
  },
  {
    name: 'applications',
    path: 'applications',
    items: applicationViews,
    schema: applicationSchema,
    kinds: ['policies'],
    ar: 'تطبيق السياسة',
    en: 'How far entities apply a policy',
  },
  {
    name: 'exemptions',
    path: 'exempt',
    items: exemptionViews,
    schema: exemptionSchema,
    kinds: ['policies'],
    ar: 'الجهات المستثناة',
    en: 'Entities exempt from a policy',
  },
];

export const collectionsOf = (kind: InitiativeKind): readonly Collection[] =>
  all.filter(({ kinds }) => kinds === undefined || kinds.includes(kind));
