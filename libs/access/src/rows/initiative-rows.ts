import { decision, leadWork, officialsAll, officialsSeeing, teamWork, type Row } from '../row.js';

/** Initiatives, their teams and milestones. */
export const initiativeRows = {
  'initiative.read': {
    reach: officialsSeeing,
    ar: 'يطّلع على الملف من يشمله نطاق الاطلاع، وغيره كأن الملف غير موجود',
    en: 'Whoever the audience includes reads an initiative; for anybody else it does not exist',
  },
  'initiative.read-events': {
    reach: officialsSeeing,
    ar: 'لمن يطّلع على الملف أن يرجع بكل رقم إلى أحداثه',
    en: 'Whoever sees an initiative may follow each figure down to its events',
  },
  'initiative.register': {
    reach: leadWork,
    ar: 'يسجّل القائد ملفات جهته',
    en: 'A lead registers initiatives of the own entity',
  },
  'initiative.publish': { reach: leadWork, ar: 'الوعد المنشور وعد الجهة المسؤولة', en: 'A promise is the owner’s' },
  'initiative.describe': { reach: leadWork, ar: 'وصف الملف على الجهة المسؤولة', en: 'The owner describes it' },
  'initiative.change-owner': {
    reach: decision,
    ar: 'لا تتخلى جهة عن ملف ولا تأخذه بنفسها',
    en: 'No entity gives an initiative away by itself',
  },
  'initiative.set-members': {
    reach: { ...leadWork, ...decision },
    ar: 'يختار القائد فريقه، ويضم المراجع من يتابع الملف',
    en: 'A lead chooses the team; a reviewer adds who follows it',
  },
  'initiative.appoint': {
    reach: decision,
    ar: 'لا يعيّن فريق مراجعه ولا مقيّمه المستقل',
    en: 'No team appoints its own reviewer or independent assessor',
  },
  'initiative.complete': { reach: leadWork, ar: 'الإكمال على الجهة المسؤولة', en: 'Completing is the owner’s' },
  'initiative.cancel': { reach: leadWork, ar: 'الإلغاء على الجهة المسؤولة', en: 'Cancelling is the owner’s' },
  'initiative.batch': {
    reach: officialsAll,
    ar: 'لكل أمر في الدفعة صلاحيته كما لو ورد وحده',
    en: 'Each command of a batch needs the right it needs alone',
  },

  'milestone.plan': { reach: leadWork, ar: 'التخطيط على الجهة المسؤولة', en: 'Planning is the owner’s' },
  'milestone.describe': { reach: leadWork, ar: 'التخطيط على الجهة المسؤولة', en: 'Planning is the owner’s' },
  'milestone.set-dependencies': { reach: leadWork, ar: 'التخطيط على الجهة المسؤولة', en: 'Planning is the owner’s' },
  'milestone.set-target': {
    reach: leadWork,
    ar: 'الموعد الأول وعد الجهة المسؤولة',
    en: 'The first target is the owner’s promise',
  },
  'milestone.move-target': {
    reach: leadWork,
    ar: 'للقائد عشرة أيام عمل في محطات العمل، وما زاد طلب',
    en: 'A lead has ten working days on working milestones; everything more is a request',
  },
  'milestone.start': { reach: teamWork, ar: 'يقيّد العمل من يعمل', en: 'Those who work report the work' },
  'milestone.forecast': { reach: teamWork, ar: 'يتوقع الموعد من يعمل', en: 'Those who work say what they expect' },
  'milestone.reach': { reach: teamWork, ar: 'يقيّد الإنجاز من يعمل', en: 'Those who work report that it is done' },
  'milestone.confirm': {
    reach: { member: 'team', lead: 'team', 'focal-point': 'team', reviewer: 'others' },
    eyes: { asker: 'milestone/same-reporter', party: 'access/four-eyes' },
    ar: 'يعتمد الإنجاز من لم يقيّده ولا ينتمي إلى طرف المحطة',
    en: 'Confirmed by somebody who neither reported it nor belongs to the milestone’s party',
  },
  'milestone.reopen': {
    reach: { ...leadWork, ...decision },
    ar: 'تعيد الفتح الجهة المسؤولة أو المراجع',
    en: 'The owner reopens, or a reviewer',
  },
  'milestone.cancel': { reach: leadWork, ar: 'التخطيط على الجهة المسؤولة', en: 'Planning is the owner’s' },

  'target-change.request': {
    reach: teamWork,
    ar: 'لكل من يعمل أن يطلب موعدًا آخر',
    en: 'Anybody who works there may ask for another date',
  },
  'target-change.withdraw': {
    reach: teamWork,
    ar: 'يسحب الطلب صاحبه',
    en: 'A request is withdrawn by whoever made it',
  },
  'target-change.decide': {
    reach: decision,
    eyes: { asker: 'target-change/own-request' },
    ar: 'يبتّ المراجع في المواعيد، لا في طلبه ولا في ملف جهته',
    en: 'A reviewer decides dates: never the own request, never for the own entity',
  },

  'law.enter-stage': {
    reach: { ...teamWork, ...decision },
    ar: 'يقيّد المراحل من يعمل، وللمراجع أن يتجاوز مرحلة بسبب',
    en: 'Those who work report stages; a reviewer may skip one with a reason',
  },
  'law.record-outcome': {
    reach: { ...leadWork, ...decision },
    ar: 'يقيّد المآل صاحب القانون أو المراجع',
    en: 'The owner records the outcome, or a reviewer',
  },
  'policy.set-scope': { reach: leadWork, ar: 'النطاق على صاحب السياسة', en: 'The scope is the owner’s' },
  'policy.record-application': {
    reach: { ...teamWork, 'focal-point': 'concerned' },
    ar: 'يصرّح بالتطبيق من يعمل، ومنسق الجهة عن جهته',
    en: 'Those who work declare an application, a focal point that of the own entity',
  },
  'policy.verify-application': {
    reach: decision,
    eyes: { asker: 'access/four-eyes', party: 'access/four-eyes' },
    ar: 'لا يتحقق أحد مما صرّح به ولا من تطبيق جهته',
    en: 'Nobody verifies what he declared, nor what the own entity did',
  },
  'policy.exempt': { reach: decision, ar: 'الاستثناء قرار مراجع', en: 'An exemption is a reviewer’s decision' },
} as const satisfies Record<string, Row>;
