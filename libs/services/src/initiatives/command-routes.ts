import type { InitiativeCommandType } from '@masar/domain';
import type { InitiativeKind } from '@masar/contracts';
import {
  AddMemberBody,
  AddNoteBody,
  BeginWaitBody,
  ChangeOwnerBody,
  CommandBody,
  ConfirmMilestoneBody,
  ContestBody,
  CorrectionBody,
  DecisionBody,
  DescribeInitiativeBody,
  DescribeMilestoneBody,
  EnterStageBody,
  ExemptEntityBody,
  ForecastBody,
  GiveRatingBody,
  MoveTargetBody,
  PlanMilestoneBody,
  RaiseBlockerBody,
  ReachMilestoneBody,
  ReasonedBody,
  RecordApplicationBody,
  RecordOutcomeBody,
  RegisterInitiativeBody,
  RenewPauseBody,
  RequestPauseBody,
  RequestTargetChangeBody,
  ResolveBlockerBody,
  RuleBody,
  SetDependenciesBody,
  SetScopeBody,
  SetTargetBody,
} from '@masar/contracts/bodies';

type BodyClass = abstract new () => object;

/** A command's address below `/api/{kind}`, its body and the domain's name for it. `:id` is the initiative; other parameters are fields of the command. */
export interface CommandRoute {
  readonly path: string;
  readonly command: InitiativeCommandType;
  readonly body: BodyClass;
  /** Something is made: answered 201 with its address below this collection. */
  readonly made?: true;
  /** Body fields that the domain calls otherwise. */
  readonly renamed?: Readonly<Record<string, string>>;
  readonly kinds?: readonly InitiativeKind[];
  readonly ar: string;
  readonly en: string;
}

const row = (
  path: string,
  command: InitiativeCommandType,
  body: BodyClass,
  ar: string,
  en: string,
  more: Partial<CommandRoute> = {},
): CommandRoute => ({ path, command, body, ar, en, ...more });
const making = { made: true } as const;
const laws = { kinds: ['laws'] } as const;
const policies = { kinds: ['policies'] } as const;

const initiative = [
  row('', 'RegisterInitiative', RegisterInitiativeBody, 'تسجيل ملف', 'Register an initiative', {
    ...making,
    renamed: { type: 'initiativeType' },
  }),
  row(':id/publish', 'PublishInitiative', CommandBody, 'نشر الملف', 'Publish a draft'),
  row(':id/describe', 'DescribeInitiative', DescribeInitiativeBody, 'تعديل وصف الملف', 'Describe an initiative', {
    renamed: { type: 'initiativeType' },
  }),
  row(':id/owner', 'ChangeOwner', ChangeOwnerBody, 'تغيير الجهة المسؤولة', 'Change the owner'),
  row(':id/members', 'AddMember', AddMemberBody, 'إضافة عضو', 'Add a member', making),
  row(':id/members/:user/remove', 'RemoveMember', CommandBody, 'إخراج عضو', 'Remove a member'),
  row(':id/complete', 'CompleteInitiative', CommandBody, 'إكمال الملف', 'Complete an initiative'),
  row(':id/cancel', 'CancelInitiative', ReasonedBody, 'إلغاء الملف', 'Cancel an initiative'),
];

const ofMilestone = ':id/milestones/:milestone';
const milestones = [
  row(':id/milestones', 'PlanMilestone', PlanMilestoneBody, 'إضافة محطة', 'Plan a milestone', {
    ...making,
    renamed: { id: 'milestone', type: 'milestoneType' },
  }),
  row(`${ofMilestone}/start`, 'StartMilestone', CommandBody, 'بدء محطة', 'Start a milestone'),
  row(`${ofMilestone}/forecast`, 'ForecastMilestone', ForecastBody, 'تسجيل موعد متوقع', 'Forecast a milestone'),
  row(`${ofMilestone}/reach`, 'ReachMilestone', ReachMilestoneBody, 'تسجيل إنجاز', 'Reach a milestone'),
  row(`${ofMilestone}/confirm`, 'ConfirmMilestone', ConfirmMilestoneBody, 'اعتماد إنجاز', 'Confirm a milestone'),
  row(`${ofMilestone}/reopen`, 'ReopenMilestone', ReasonedBody, 'إعادة فتح محطة', 'Reopen a milestone'),
  row(`${ofMilestone}/cancel`, 'CancelMilestone', ReasonedBody, 'إلغاء محطة', 'Cancel a milestone'),
  row(
    `${ofMilestone}/set-target`,
    'SetTarget',
    SetTargetBody,
    'تحديد موعد محطة',
    'Set the first target of a milestone',
  ),
  row(
    `${ofMilestone}/move`,
    'MoveTarget',
    MoveTargetBody,
    'ترحيل موعد محطة',
    "Move a milestone's target within the lead's allowance",
  ),
  row(`${ofMilestone}/describe`, 'DescribeMilestone', DescribeMilestoneBody, 'تعديل وصف محطة', 'Describe a milestone', {
    renamed: { type: 'milestoneType' },
  }),
  row(
    `${ofMilestone}/dependencies`,
    'SetDependencies',
    SetDependenciesBody,
    'تحديد ما تعتمد عليه محطة',
    'Set what a milestone depends on',
  ),
  row(
    `${ofMilestone}/target-changes`,
    'RequestTargetChange',
    RequestTargetChangeBody,
    'طلب تغيير موعد',
    'Ask for another target',
    { ...making, renamed: { id: 'change' } },
  ),
  row(
    `${ofMilestone}/target-changes/:change/approve`,
    'ApproveTargetChange',
    DecisionBody,
    'قبول تغيير موعد',
    'Approve a target change',
  ),
  row(
    `${ofMilestone}/target-changes/:change/reject`,
    'RejectTargetChange',
    DecisionBody,
    'رفض تغيير موعد',
    'Reject a target change',
  ),
  row(
    `${ofMilestone}/target-changes/:change/return`,
    'ReturnTargetChange',
    DecisionBody,
    'إعادة طلب تغيير موعد',
    'Return a target change',
  ),
  row(
    `${ofMilestone}/target-changes/:change/withdraw`,
    'WithdrawTargetChange',
    DecisionBody,
    'سحب طلب تغيير موعد',
    'Withdraw a target change',
  ),
];

const ledger = [
  row(':id/waits', 'BeginWait', BeginWaitBody, 'تسجيل انتظار', 'Record a wait', { ...making, renamed: { id: 'wait' } }),
  row(':id/waits/:wait/affirm', 'AffirmWait', CommandBody, 'تأكيد استمرار انتظار', 'Affirm that a wait goes on'),
  row(':id/waits/:wait/end', 'EndWait', CommandBody, 'إنهاء انتظار', 'End a wait'),
  row(':id/contests', 'ContestEntry', ContestBody, 'تقديم اعتراض', 'Contest days booked to a party', {
    ...making,
    renamed: { id: 'contest' },
  }),
  row(':id/contests/:contest/dismiss', 'DismissContest', ReasonedBody, 'رد اعتراض', 'Dismiss a contest'),
  row(':id/contests/:contest/rule', 'RuleOnContest', RuleBody, 'قرار إعادة القيد', 'Rule on a contest'),
  row(':id/pauses', 'RequestPause', RequestPauseBody, 'طلب تعليق', 'Ask for a pause', {
    ...making,
    renamed: { id: 'pause' },
  }),
  row(':id/pauses/:pause/grant', 'GrantPause', DecisionBody, 'منح تعليق', 'Grant a pause'),
  row(':id/pauses/:pause/refuse', 'RefusePause', DecisionBody, 'رفض تعليق', 'Refuse a pause'),
  row(':id/pauses/:pause/renew', 'RenewPause', RenewPauseBody, 'تمديد تعليق', 'Renew a pause'),
  row(':id/pauses/:pause/end', 'EndPause', CommandBody, 'إنهاء تعليق', 'End a pause'),
  row(':id/corrections', 'RequestCorrection', CorrectionBody, 'طلب تصحيح بيانات', 'Ask for a correction', {
    ...making,
    renamed: { id: 'correction' },
  }),
  row(':id/corrections/:correction/approve', 'ApproveCorrection', DecisionBody, 'اعتماد تصحيح', 'Approve a correction'),
  row(':id/corrections/:correction/reject', 'RejectCorrection', DecisionBody, 'رفض تصحيح', 'Reject a correction'),
  row(':id/blockers', 'RaiseBlocker', RaiseBlockerBody, 'تسجيل معوّق', 'Raise a blocker', {
    ...making,
    renamed: { id: 'blocker' },
  }),
  row(':id/blockers/:blocker/resolve', 'ResolveBlocker', ResolveBlockerBody, 'معالجة معوّق', 'Resolve a blocker'),
  row(':id/ratings', 'GiveRating', GiveRatingBody, 'تقدير الثقة في الإنجاز', 'Rate delivery confidence', {
    ...making,
    renamed: { id: 'rating' },
  }),
  row(':id/notes', 'AddNote', AddNoteBody, 'إضافة ملاحظة', 'Add a note', { ...making, renamed: { id: 'note' } }),
];

const ofOneKind = [
  row(':id/stages', 'EnterStage', EnterStageBody, 'دخول مرحلة تشريعية', 'Enter a stage', { ...making, ...laws }),
  row(':id/outcome', 'RecordOutcome', RecordOutcomeBody, 'قيد مآل القانون', 'Record the outcome of a law', laws),
  row(':id/scope', 'SetScope', SetScopeBody, 'تحديد نطاق السياسة', 'State the whole scope of a policy', policies),
  row(
    ':id/applications',
    'RecordApplication',
    RecordApplicationBody,
    'قيد حالة تطبيق',
    'Record how far an entity applies a policy',
    { ...making, ...policies },
  ),
  row(
    ':id/applications/:entity/verify',
    'VerifyApplication',
    CommandBody,
    'التحقق من تطبيق',
    'Verify an application',
    policies,
  ),
  row(
    ':id/applications/:entity/return',
    'ReturnApplication',
    ReasonedBody,
    'إعادة تطبيق',
    'Return an application',
    policies,
  ),
  row(':id/exempt', 'ExemptEntity', ExemptEntityBody, 'استثناء جهة', 'Exempt an entity', policies),
];

const all: readonly CommandRoute[] = [...initiative, ...milestones, ...ledger, ...ofOneKind];

/** The command routes of a kind. */
export const commandRoutes = (kind: InitiativeKind): readonly CommandRoute[] =>
  all.filter(({ kinds }) => kinds === undefined || kinds.includes(kind));
