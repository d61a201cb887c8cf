import type { InitiativeKind } from '@masar/contracts';
import type { Initiative } from '@masar/domain';
import { memberViews } from './views/initiative-view.js';
import { applicationViews, exemptionViews, outcomeViews, scopeViews, stageViews } from './views/kind-views.js';
import { blockerViews, contestViews, correctionViews, noteViews, pauseViews, waitViews } from './views/ledger-views.js';
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
  readonly kinds?: readonly InitiativeKind[];
  readonly ar: string;
  readonly en: string;
}

const all: readonly Collection[] = [
  { name: 'members', path: 'members', items: memberViews, ar: 'أعضاء الملف', en: 'Members of an initiative' },
  {
    name: 'milestones',
    path: 'milestones',
    items: milestoneViews,
    ar: 'محطات الملف',
    en: 'Milestones of an initiative',
  },
  {
    name: 'milestoneTargetChanges',
    path: 'milestones/:milestone/target-changes',
    items: (initiative, { milestone }) => targetChangeViews(initiative, milestone),
    ar: 'طلبات تغيير موعد محطة',
    en: 'Target changes of a milestone',
  },
  {
    name: 'targetChanges',
    path: 'target-changes',
    items: (initiative) => targetChangeViews(initiative),
    ar: 'طلبات تغيير المواعيد',
    en: 'Target changes of an initiative',
  },
  { name: 'waits', path: 'waits', items: waitViews, ar: 'فترات الانتظار', en: 'Waits of an initiative' },
  { name: 'pauses', path: 'pauses', items: pauseViews, ar: 'فترات التعليق', en: 'Pauses of an initiative' },
  { name: 'contests', path: 'contests', items: contestViews, ar: 'الاعتراضات', en: 'Contests of an initiative' },
  {
    name: 'corrections',
    path: 'corrections',
    items: correctionViews,
    ar: 'تصحيحات البيانات',
    en: 'Corrections of an initiative',
  },
  { name: 'blockers', path: 'blockers', items: blockerViews, ar: 'المعوّقات', en: 'Blockers of an initiative' },
  { name: 'notes', path: 'notes', items: noteViews, ar: 'الملاحظات', en: 'Notes of an initiative' },
  {
    name: 'stages',
    path: 'stages',
    items: stageViews,
    kinds: ['laws'],
    ar: 'مراحل القانون',
    en: 'Stages a law has entered',
  },
  {
    name: 'outcomes',
    path: 'outcome',
    items: outcomeViews,
    kinds: ['laws'],
    ar: 'مآل القانون',
    en: 'The outcome of a law',
  },
  {
    name: 'scopes',
    path: 'scope',
    items: scopeViews,
    kinds: ['policies'],
    ar: 'نطاق السياسة',
    en: 'The scope of a policy, as stated over time',
  },
  {
    name: 'applications',
    path: 'applications',
    items: applicationViews,
    kinds: ['policies'],
    ar: 'تطبيق السياسة',
    en: 'How far entities apply a policy',
  },
  {
    name: 'exemptions',
    path: 'exempt',
    items: exemptionViews,
    kinds: ['policies'],
    ar: 'الجهات المستثناة',
    en: 'Entities exempt from a policy',
  },
];

export const collectionsOf = (kind: InitiativeKind): readonly Collection[] =>
  all.filter(({ kinds }) => kinds === undefined || kinds.includes(kind));
