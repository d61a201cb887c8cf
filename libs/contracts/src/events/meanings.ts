import type { EventType } from './catalogue.js';
import { initiativeKinds } from '../scalars.js';

/** What an event says, in the two languages, whose streams hold it and which service records it. */
export interface EventMeaning {
  readonly ar: string;
  readonly en: string;
  /** Collections: `projects` for the streams `projects/P-1`. */
  readonly streams: readonly string[];
  /** Services, as in `source` without the slash. */
  readonly recordedBy: readonly string[];
}

type Place = Pick<EventMeaning, 'streams' | 'recordedBy'>;
const entities: Place = { streams: ['entities'], recordedBy: ['registry'] };
const calendars: Place = { streams: ['calendars'], recordedBy: ['registry'] };
const lawPaths: Place = { streams: ['law-paths'], recordedBy: ['registry'] };
const initiatives: Place = { streams: initiativeKinds, recordedBy: initiativeKinds };
const laws: Place = { streams: ['laws'], recordedBy: ['laws'] };
const policies: Place = { streams: ['policies'], recordedBy: ['policies'] };
const partners: Place = { streams: ['partners'], recordedBy: ['partners'] };
const commitments: Place = { streams: ['commitments'], recordedBy: ['partners'] };
const imports: Place = { streams: ['imports'], recordedBy: ['imports'] };
const looks: Place = { streams: ['looks'], recordedBy: ['reporting'] };

const of = (place: Place, ar: string, en: string): EventMeaning => ({ ar, en, ...place });

/** One line for every type of the catalogue: a type added there does not compile until it is said here what it means. */
export const eventMeanings: { readonly [T in EventType]: EventMeaning } = {
  'entity.registered.v1': of(entities, 'سُجّلت جهة', 'A government entity was registered'),
  'entity.succeeded.v1': of(entities, 'حلّت جهة محل أخرى', 'Another entity took over from this one'),
  'calendar.day-set.v1': of(calendars, 'حُدّد يوم عملًا أو عطلة', 'A day was set as worked or off'),
  'calendar.year-confirmed.v1': of(
    calendars,
    'اعتُمدت قائمة عطلات سنة',
    'The announced holidays of a year were confirmed',
  ),
  'path.published.v1': of(lawPaths, 'نُشر مسار تشريعي', 'A version of a law path was published'),

  'initiative.registered.v1': of(initiatives, 'سُجّل ملف', 'An initiative was registered: the first event of its stream'),
  'initiative.published.v1': of(
    initiatives,
    'نُشر ملف كان مسودة',
    'A draft was published: its targets are promises now',
  ),
  'initiative.described.v1': of(initiatives, 'عُدّل وصف الملف', 'Title, type, audience or an unset start was described'),
  'initiative.owner-changed.v1': of(initiatives, 'انتقل الملف إلى جهة أخرى', 'Another entity became the owner'),
  'initiative.member-added.v1': of(initiatives, 'أُضيف عضو', 'A person joined the team in a role'),
  'initiative.member-removed.v1': of(initiatives, 'خرج عضو', 'A person left the team'),
  'initiative.completed.v1': of(initiatives, 'اكتمل الملف', 'The initiative was completed'),
  'initiative.cancelled.v1': of(initiatives, 'أُلغي الملف', 'The initiative was cancelled'),

  'milestone.planned.v1': of(initiatives, 'أُضيفت محطة بموعدها', 'A milestone was planned with its first promise'),
  'milestone.described.v1': of(initiatives, 'عُدّل وصف محطة', 'Title, type or weight of a milestone was described'),
  'milestone.dependencies-set.v1': of(initiatives, 'حُدّد ما تعتمد عليه محطة', 'What a milestone depends on was set'),
  'milestone.target-set.v1': of(
    initiatives,
    'حُدّد موعد محطة لم يكن لها موعد',
    'A milestone without date, or of a draft, was given its target',
  ),
  'milestone.target-moved.v1': of(
    initiatives,
    'رحّل القائد موعد محطة ضمن صلاحيته',
    'The lead moved a target within the allowance, or a source had moved it',
  ),
  'milestone.target-change-requested.v1': of(initiatives, 'طُلب تغيير موعد', 'Another target was asked for'),
  'milestone.target-change-decided.v1': of(
    initiatives,
    'بُتّ في طلب تغيير موعد',
    'A reviewer approved, rejected or returned a target change',
  ),
  'milestone.target-change-withdrawn.v1': of(initiatives, 'سُحب طلب تغيير موعد', 'A target change was withdrawn'),
  'milestone.started.v1': of(initiatives, 'بدأ العمل على محطة', 'Work on a milestone started'),
  'milestone.forecast.v1': of(
    initiatives,
    'سجّل الفريق موعدًا متوقعًا',
    'The team said when it expects to reach a milestone',
  ),
  'milestone.reached.v1': of(initiatives, 'أُنجزت محطة', 'A milestone was reached'),
  'milestone.confirmed.v1': of(initiatives, 'اعتمد طرف ثانٍ الإنجاز', 'A second party accepted that it was reached'),
  'milestone.reopened.v1': of(initiatives, 'أُعيد فتح محطة', 'A reached milestone was reopened'),
  'milestone.cancelled.v1': of(initiatives, 'أُلغيت محطة', 'A milestone was cancelled'),

  'wait.began.v1': of(initiatives, 'بدأ انتظار طرف', 'A wait on a party began; happenedOn is its since'),
  'wait.affirmed.v1': of(initiatives, 'تأكّد استمرار انتظار', 'A wait was affirmed to go on'),
  'wait.ended.v1': of(initiatives, 'انتهى انتظار', 'A wait ended'),
  'pause.requested.v1': of(initiatives, 'طُلب تعليق الملف', 'A pause was asked for'),
  'pause.decided.v1': of(initiatives, 'بُتّ في طلب تعليق', 'A pause was granted or refused'),
  'pause.renewed.v1': of(initiatives, 'مُدّد تعليق', 'A pause was renewed to a later last day'),
  'pause.ended.v1': of(initiatives, 'انتهى تعليق', 'A pause ended; happenedOn is the first day no longer paused'),
  'ledger.contested.v1': of(initiatives, 'اعترض طرف على أيام قُيّدت عليه', 'A party contested days booked to it'),
  'ledger.contest-decided.v1': of(initiatives, 'بُتّ في اعتراض', 'A contest was dismissed, or days were ruled to others'),
  'correction.requested.v1': of(initiatives, 'طُلب تصحيح بيانات', 'A correction of a recorded fact was asked for'),
  'correction.decided.v1': of(initiatives, 'بُتّ في طلب تصحيح بيانات', 'A correction was approved or rejected'),
  'entry.corrected.v1': of(initiatives, 'صُحّحت بيانات قيد', 'A recorded fact was corrected; both values stay visible'),
  'blocker.raised.v1': of(initiatives, 'سُجّل معوّق', 'A blocker was raised, with who decides it and by when'),
  'blocker.resolved.v1': of(initiatives, 'عولج معوّق', 'A blocker was resolved'),
  'note.added.v1': of(initiatives, 'أُضيفت ملاحظة', 'A note was added'),

  'law.stage-entered.v1': of(laws, 'دخل القانون مرحلة', 'A law entered a stage: a new visit of it'),
  'law.outcome-recorded.v1': of(laws, 'قُيّد مآل القانون', 'The outcome of a law was recorded: its end'),
  'policy.scope-set.v1': of(policies, 'حُدّد نطاق السياسة كله', 'The whole scope of a policy was stated from a day on'),
  'policy.application-recorded.v1': of(policies, 'أعلنت جهة حالة تطبيقها', 'An entity declared how far it applies'),
  'policy.application-verified.v1': of(policies, 'تحقق طرف ثانٍ من التطبيق', 'A second party verified a declaration'),
  'policy.application-returned.v1': of(policies, 'أُعيد إعلان التطبيق', 'A declaration was returned with a reason'),
  'policy.entity-exempted.v1': of(policies, 'استُثنيت جهة', 'An entity of the scope was exempted'),

  'partner.registered.v1': of(partners, 'سُجّل شريك', 'A private partner was registered'),
  'partner.suspended.v1': of(
    partners,
    'أُوقف شريك',
    'A partner was suspended: it reads and contests, and commits to nothing',
  ),
  'commitment.offered.v1': of(
    commitments,
    'عُرض التزام',
    'A commitment was offered: the first event of its stream; the other side answers',
  ),
  'commitment.accepted.v1': of(commitments, 'قُبل التزام', 'The other side accepted: its clock runs from this day'),
  'commitment.declined.v1': of(commitments, 'رُفض التزام', 'The other side declined what was offered'),
  'commitment.reported.v1': of(
    commitments,
    'أُعلن الوفاء بالتزام مع مستنداته',
    'Who owes it reported it done, with evidence: the receiver decides',
  ),
  'commitment.returned.v1': of(commitments, 'أُعيد التزام', 'The receiver returned what was reported, with a reason'),
  'commitment.confirmed.v1': of(
    commitments,
    'اعتُمد الوفاء بالتزام',
    'The receiver confirmed it: the milestone it feeds is reached on this day',
  ),
  'commitment.withdrawn.v1': of(commitments, 'سُحب التزام', 'A commitment was withdrawn'),
  'commitment.due-change-proposed.v1': of(
    commitments,
    'اقتُرح موعد آخر لالتزام',
    'One side proposed another due date; the other decides',
  ),
  'commitment.due-change-decided.v1': of(
    commitments,
    'بُتّ في موعد مقترح لالتزام',
    'The other side agreed to a due date, or refused it',
  ),
  'commitment.milestone-fed.v1': of(
    commitments,
    'بُلّغ الملف بأن محطته أُنجزت بالتزام',
    'The initiative was told that the commitment reached its milestone, and what it answered',
  ),

  'import.started.v1': of(imports, 'بدأ استيراد بيانات', 'An import was accepted; its plan follows'),
  'import.commands-planned.v1': of(imports, 'دُوّنت صفحة من خطة الاستيراد', 'A page of the plan was written down'),
  'import.completed.v1': of(imports, 'اكتمل استيراد', 'Every command of the plan was given'),
  'import.failed.v1': of(
    imports,
    'تعذّر إتمام استيراد',
    'An import failed; what it had done stays, and it may be started again',
  ),
  'rating.given.v1': of(
    initiatives,
    'قُدّر مستوى الثقة في الإنجاز',
    'The team, a reviewer or an independent assessor said how likely success is',
  ),
  'look.taken.v1': of(looks, 'اطّلع قارئ على المحفظة', 'A reader looked at the portfolio'),
};
