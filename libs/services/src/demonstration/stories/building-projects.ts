import type { Story } from '../story.js';

const paper = (title: string, name: string) => [{ title, url: `https://evidence.example.org/${name}` }];

/** A hospital: many bodies, a pause that was granted and ended, a blocker resolved. */
const minyaHospital: Story = {
  stream: 'projects/minya-hospital',
  calendar: 'EG',
  lines: [
    [
      -350,
      'amr.elsherif',
      'RegisterInitiative',
      {
        title: { ar: 'مستشفى المنيا العام الجديد', en: 'New general hospital of Minya' },
        owner: 'health',
        startedOn: '@-350',
        initiativeType: 'infrastructure',
      },
    ],
    [
      -350,
      'amr.elsherif',
      'PlanMilestone',
      {
        milestone: 'm-1',
        title: { ar: 'تخصيص الأرض', en: 'Land allotted' },
        target: '@-300',
        party: 'entity:local-development',
        key: true,
      },
    ],
    [
      -350,
      'amr.elsherif',
      'PlanMilestone',
      { milestone: 'm-2', title: { ar: 'اعتماد التصميمات', en: 'Design approved' }, target: '@-220' },
    ],
    [
      -350,
      'amr.elsherif',
      'PlanMilestone',
      { milestone: 'm-3', title: { ar: 'أعمال الأساسات', en: 'Foundations' }, target: '@-70', key: true },
    ],
    [
      -350,
      'amr.elsherif',
      'PlanMilestone',
      { milestone: 'm-4', title: { ar: 'الافتتاح', en: 'Opening' }, target: '@320', key: true },
    ],
    [-347, 'amr.elsherif', 'StartMilestone', { milestone: 'm-1' }],
    [
      -310,
      'amr.elsherif',
      'BeginWait',
      {
        wait: 'w-session',
        party: 'entity:local-development',
        reason: 'session-date',
        since: '@-315',
        milestone: 'm-1',
        note: 'انتظار جلسة لجنة التخصيص',
      },
    ],
    [
      -289,
      'amr.elsherif',
      'ReachMilestone',
      { milestone: 'm-1', on: '@-290', evidence: paper('قرار التخصيص', 'minya/land') },
    ],
    [-283, 'hala.mansour', 'ConfirmMilestone', { milestone: 'm-1' }],
    [-280, 'amr.elsherif', 'StartMilestone', { milestone: 'm-2' }],
    [
      -240,
      'amr.elsherif',
      'MoveTarget',
      { milestone: 'm-2', to: '@-212', reason: 'ملاحظات الحماية المدنية على المخارج' },
    ],
    [-214, 'amr.elsherif', 'ReachMilestone', { milestone: 'm-2' }],
    [-205, 'amr.elsherif', 'StartMilestone', { milestone: 'm-3' }],
    [
      -178,
      'amr.elsherif',
      'RequestPause',
      {
        pause: 'p-1',
        on: '@-178',
        until: '@-140',
        reason: 'ظهور مياه جوفية بموقع الأساسات',
        steps: 'جسات إضافية ثم تعديل الأساسات',
        party: 'entity:housing',
      },
    ],
    [-175, 'hala.mansour', 'GrantPause', { pause: 'p-1', reason: 'تقرير الجسات مرفق' }],
    [-146, 'amr.elsherif', 'EndPause', { pause: 'p-1' }],
    [
      -120,
      'amr.elsherif',
      'RaiseBlocker',
      {
        blocker: 'b-1',
        title: { ar: 'سداد مستحقات المقاول', en: 'Contractor to be paid' },
        decider: 'entity:finance',
        dueOn: '@-105',
      },
    ],
    [-101, 'amr.elsherif', 'AddNote', { note: 'n-1', text: 'أُدرجت المستحقات في دفعة الشهر', about: 'b-1' }],
    [-98, 'hala.mansour', 'ResolveBlocker', { blocker: 'b-1', outcome: 'صُرفت المستحقات' }],
    [
      -66,
      'amr.elsherif',
      'ReachMilestone',
      { milestone: 'm-3', on: '@-67', evidence: paper('تقرير الاستشاري', 'minya/foundations') },
    ],
    [-60, 'amr.elsherif', 'StartMilestone', { milestone: 'm-4' }],
    [-30, 'amr.elsherif', 'ForecastMilestone', { milestone: 'm-4', date: '@330' }],
  ],
};

/** Schools in Giza: a working milestone missed, waits on land and on another file put first. */
const gizaSchools: Story = {
  stream: 'projects/giza-sixty-schools',
  calendar: 'EG',
  lines: [
    [
      -300,
      'mona.saleh',
      'RegisterInitiative',
      {
        title: { ar: 'إنشاء ستين مدرسة بمحافظة الجيزة', en: 'Sixty schools in Giza' },
        owner: 'education',
        startedOn: '@-300',
        initiativeType: 'infrastructure',
      },
    ],
    [
      -300,
      'mona.saleh',
      'PlanMilestone',
      {
        milestone: 'm-1',
        title: { ar: 'تسليم أراضي الدفعة الأولى', en: 'Land of the first lot handed over' },
        target: '@-240',
        key: true,
        party: 'entity:giza',
      },
    ],
    [
      -300,
      'mona.saleh',
      'PlanMilestone',
      { milestone: 'm-2', title: { ar: 'تشغيل عشرين مدرسة', en: 'Twenty schools open' }, target: '@-45', key: true },
    ],
    [
      -300,
      'mona.saleh',
      'PlanMilestone',
      {
        milestone: 'm-3',
        title: { ar: 'توصيل الكهرباء للدفعة الثانية', en: 'Second lot connected to the grid' },
        target: '@-18',
        party: 'entity:electricity',
      },
    ],
    [
      -300,
      'mona.saleh',
      'PlanMilestone',
      {
        milestone: 'm-4',
        title: { ar: 'تشغيل المدارس الستين', en: 'All sixty schools open' },
        target: '@300',
        key: true,
      },
    ],
    [-296, 'yara.hamdy', 'StartMilestone', { milestone: 'm-1' }],
    [
      -262,
      'yara.hamdy',
      'BeginWait',
      {
        wait: 'w-order',
        party: 'entity:giza',
        reason: 'deprioritised',
        since: '@-268',
        milestone: 'm-1',
        note: 'قُدِّم ملف آخر',
      },
    ],
    [-236, 'yara.hamdy', 'AffirmWait', { wait: 'w-order' }],
    [-221, 'yara.hamdy', 'EndWait', { wait: 'w-order', on: '@-222' }],
    [-211, 'yara.hamdy', 'ReachMilestone', { milestone: 'm-1', evidence: paper('محاضر التسليم', 'giza/land') }],
    [-206, 'hala.mansour', 'ConfirmMilestone', { milestone: 'm-1' }],
    [-204, 'mona.saleh', 'StartMilestone', { milestone: 'm-2' }],
    [
      -58,
      'mona.saleh',
      'RequestTargetChange',
      { milestone: 'm-2', change: 'c-1', to: '@-25', reason: 'تأخر توريد الأثاث' },
    ],
    [-55, 'mona.saleh', 'WithdrawTargetChange', { milestone: 'm-2', change: 'c-1', reason: 'ورد الأثاث' }],
    [
      -46,
      'yara.hamdy',
      'ReachMilestone',
      { milestone: 'm-2', on: '@-47', evidence: paper('قرار التشغيل', 'giza/twenty') },
    ],
    [-40, 'yara.hamdy', 'StartMilestone', { milestone: 'm-3' }],
    [
      -33,
      'yara.hamdy',
      'BeginWait',
      { wait: 'w-grid', party: 'entity:electricity', reason: 'busy', since: '@-36', milestone: 'm-3' },
    ],
    [
      -22,
      'heba.lotfy',
      'ContestEntry',
      {
        contest: 'x-1',
        party: 'entity:electricity',
        from: '@-36',
        to: '@-24',
        reason: 'رسوم التوصيل لم تُسدد حتى الآن',
      },
    ],
  ],
};

/** Aswan's water: a pause nobody renewed. */
const aswanWater: Story = {
  stream: 'projects/aswan-water-plant',
  calendar: 'EG',
  lines: [
    [
      -320,
      'karim.fathy',
      'RegisterInitiative',
      {
        title: { ar: 'محطة تنقية مياه الشرب بأسوان الجديدة', en: 'Drinking water plant of New Aswan' },
        owner: 'housing',
        startedOn: '@-320',
        initiativeType: 'infrastructure',
      },
    ],
    [
      -320,
      'karim.fathy',
      'PlanMilestone',
      {
        milestone: 'm-1',
        title: { ar: 'الموافقة البيئية', en: 'Environmental approval' },
        target: '@-270',
        party: 'entity:environment',
        key: true,
      },
    ],
    [
      -320,
      'karim.fathy',
      'PlanMilestone',
      { milestone: 'm-2', title: { ar: 'توريد وحدات الترشيح', en: 'Filter units delivered' }, target: '@-110' },
    ],
    [
      -320,
      'karim.fathy',
      'PlanMilestone',
      { milestone: 'm-3', title: { ar: 'ضخ المياه للشبكة', en: 'Water in the network' }, target: '@75', key: true },
    ],
    [-315, 'karim.fathy', 'StartMilestone', { milestone: 'm-1' }],
    [
      -267,
      'karim.fathy',
      'ReachMilestone',
      { milestone: 'm-1', on: '@-268', evidence: paper('الموافقة البيئية', 'aswan/approval') },
    ],
    [-260, 'hala.mansour', 'ConfirmMilestone', { milestone: 'm-1' }],
    [-258, 'karim.fathy', 'StartMilestone', { milestone: 'm-2' }],
    [
      -190,
      'karim.fathy',
      'BeginWait',
      {
        wait: 'w-outside',
        party: 'entity:customs',
        reason: 'outside',
        since: '@-195',
        milestone: 'm-2',
        note: 'تعطل الشحن البحري',
      },
    ],
    [-165, 'karim.fathy', 'AffirmWait', { wait: 'w-outside' }],
    [
      -160,
      'karim.fathy',
      'RequestPause',
      {
        pause: 'p-1',
        on: '@-160',
        until: '@-100',
        reason: 'تعطل الملاحة وتأخر الشحنة',
        steps: 'إعادة توجيه الشحنة لميناء سفاجا',
      },
    ],
    [-157, 'noura.alketbi', 'GrantPause', { pause: 'p-1', reason: 'سبب خارج عن الجميع' }],
    [-72, 'karim.fathy', 'EndWait', { wait: 'w-outside', on: '@-74' }],
    [
      -70,
      'karim.fathy',
      'ReachMilestone',
      { milestone: 'm-2', evidence: paper('محضر استلام الوحدات', 'aswan/filters') },
    ],
    [-65, 'karim.fathy', 'StartMilestone', { milestone: 'm-3' }],
    [
      -9,
      'karim.fathy',
      'RequestPause',
      { pause: 'p-2', on: '@-9', until: '@20', reason: 'ارتفاع منسوب النيل بموقع المأخذ', steps: 'تدعيم المأخذ' },
    ],
  ],
};

export const buildingProjects: readonly Story[] = [minyaHospital, gizaSchools, aswanWater];
