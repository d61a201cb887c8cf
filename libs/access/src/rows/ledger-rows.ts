import { decision, leadWork, teamWork, type Row } from '../row.js';

/** Who days are booked to, and what is said about it. */
export const ledgerRows = {
  'wait.begin': { reach: teamWork, ar: 'يقيّد الانتظار من ينتظر', en: 'Those who wait report it' },
  'wait.affirm': { reach: teamWork, ar: 'يؤكد الانتظار من ينتظر', en: 'Those who wait say that it goes on' },
  'wait.end': { reach: teamWork, ar: 'ينهي الانتظار من ينتظر', en: 'Those who wait say that it is over' },
  'pause.request': { reach: leadWork, ar: 'يطلب التعليق القائد', en: 'The lead asks for a pause' },
  'pause.renew': {
    reach: decision,
    eyes: { asker: 'pause/own-request' },
    ar: 'تمديد التعليق منح جديد، فلا يمدده من طلبه',
    en: 'Renewing grants more, so never by who asked for it',
  },
  'pause.end': { reach: leadWork, ar: 'ينهي التعليق القائد', en: 'The lead ends a pause' },
  'pause.decide': {
    reach: decision,
    eyes: { asker: 'pause/own-request' },
    ar: 'يمنح التعليق مراجع، لا في طلبه ولا في ملف جهته',
    en: 'A reviewer grants a pause: never the own request, never for the own entity',
  },
  'contest.raise': {
    reach: { member: 'concerned', lead: 'concerned', 'focal-point': 'concerned', reviewer: 'any', partner: 'partner' },
    ar: 'يعترض الطرف على ما قُيّد عليه، والشريك في ملف له فيه التزام، ومجلس الوزراء عن جهة بلا حساب',
    en: 'A party contests what is booked to it, a partner where it has a commitment, the cabinet office for a body without account',
  },
  'contest.decide': {
    reach: decision,
    eyes: { asker: 'contest/own-party', party: 'contest/own-party' },
    ar: 'يبتّ في الاعتراض مراجع ليس من المعترض ولا من المعترض عليه',
    en: 'A reviewer decides who is neither of the contesting nor of the contested party',
  },
  'correction.request': {
    reach: { ...teamWork, 'focal-point': 'concerned', ...decision },
    ar: 'لكل من يعمل أو تخصه البيانات أن يطلب تصحيحها',
    en: 'Whoever works there or is concerned may ask for a correction',
  },
  'correction.decide': {
    reach: decision,
    eyes: { asker: 'correction/own-request' },
    ar: 'يعتمد التصحيح مراجع غير طالبه',
    en: 'A reviewer other than the asker approves a correction',
  },
  'blocker.raise': { reach: teamWork, ar: 'يقيّد المعوّق من يعمل', en: 'Those who work raise blockers' },
  'blocker.resolve': {
    reach: { ...teamWork, 'focal-point': 'concerned', ...decision },
    addressee: true,
    ar: 'يعالج المعوّق من يعمل أو من يقرر فيه',
    en: 'Those who work resolve a blocker, or its decider',
  },
  'note.add': {
    reach: { ...teamWork, 'focal-point': 'team', reviewer: 'seen', independent: 'seen' },
    addressee: true,
    ar: 'يعلّق من يعمل ومن يراجع، ويجيب من سُئل',
    en: 'Those who work and those who review add notes; whoever was asked answers',
  },
} as const satisfies Record<string, Row>;
