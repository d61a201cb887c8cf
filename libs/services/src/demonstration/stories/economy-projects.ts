import type { Story } from '../story.js';

const paper = (title: string, name: string) => [{ title, url: `https://evidence.example.org/${name}` }];

/** Digital titles: waits for the law to be published; its dates follow the law. */
const digitalTitles: Story = {
  stream: 'projects/digital-land-titles',
  calendar: 'EG',
  lines: [
    [
      -255,
      'hossam.badawi',
      'RegisterInitiative',
      {
        title: { ar: 'ميكنة مأموريات الشهر العقاري', en: 'Digital offices of real estate registration' },
        owner: 'justice',
        startedOn: '@-255',
        initiativeType: 'digital-service',
      },
    ],
    [
      -255,
      'hossam.badawi',
      'PlanMilestone',
      {
        milestone: 'm-1',
        title: { ar: 'رقمنة أرشيف خمسين مأمورية', en: 'Archives of fifty offices digitised' },
        target: '@-90',
        key: true,
        party: 'entity:land-registry',
      },
    ],
    [
      -255,
      'hossam.badawi',
      'PlanMilestone',
      {
        milestone: 'm-2',
        title: { ar: 'قبول طلبات التسجيل إلكترونيًا', en: 'Electronic applications accepted' },
        target: { after: 'laws/real-estate-registration/stages/published', days: 60 },
        key: true,
        dependsOn: ['laws/real-estate-registration/stages/published'],
      },
    ],
    [
      -255,
      'hossam.badawi',
      'PlanMilestone',
      {
        milestone: 'm-3',
        title: { ar: 'إصدار أول سند رقمي', en: 'First digital title issued' },
        target: { after: 'm-2', months: 2 },
        key: true,
      },
    ],
    [-250, 'nader.wahba', 'AddNote', { note: 'n-1', text: 'بدأ حصر المأموريات', about: 'm-1' }],
    [-249, 'hossam.badawi', 'StartMilestone', { milestone: 'm-1' }],
    [
      -100,
      'hossam.badawi',
      'ReachMilestone',
      { milestone: 'm-1', on: '@-102', evidence: paper('بيان الأرشيف المرقمن', 'titles/archives') },
    ],
    [-94, 'hala.mansour', 'ConfirmMilestone', { milestone: 'm-1' }],
    [-48, 'hossam.badawi', 'StartMilestone', { milestone: 'm-2' }],
    [
      -25,
      'hossam.badawi',
      'BeginWait',
      {
        wait: 'w-opinion',
        party: 'judiciary',
        reason: 'legal-opinion',
        since: '@-28',
        milestone: 'm-2',
        note: 'فتوى في حجية التوقيع الإلكتروني',
      },
    ],
  ],
};

/** One licence for investors: a blocker that nobody has decided. */
const investmentLicence: Story = {
  stream: 'projects/single-investment-licence',
  calendar: 'EG',
  lines: [
    [
      -200,
      'laila.ismail',
      'RegisterInitiative',
      {
        title: {
          ar: 'الرخصة الذهبية: موافقة واحدة للمشروعات الاستثمارية',
          en: 'Golden licence: one approval for investment projects',
        },
        owner: 'investment',
        startedOn: '@-200',
        initiativeType: 'procedure',
        partnerTitle: { ar: 'الرخصة الذهبية', en: 'Golden licence' },
      },
    ],
    [
      -200,
      'laila.ismail',
      'PlanMilestone',
      {
        milestone: 'm-1',
        title: { ar: 'توحيد متطلبات إحدى عشرة جهة', en: 'Requirements of eleven bodies unified' },
        target: '@-120',
        key: true,
      },
    ],
    [
      -200,
      'laila.ismail',
      'PlanMilestone',
      {
        milestone: 'm-2',
        title: { ar: 'منح أول عشر رخص', en: 'First ten licences granted' },
        target: '@-30',
        key: true,
        weight: 3,
      },
    ],
    [
      -200,
      'laila.ismail',
      'PlanMilestone',
      {
        milestone: 'm-3',
        title: { ar: 'زمن المنح أقل من عشرين يوم عمل', en: 'Granted in under twenty working days' },
        target: '@60',
        key: true,
      },
    ],
    [-195, 'laila.ismail', 'StartMilestone', { milestone: 'm-1' }],
    [-122, 'laila.ismail', 'ReachMilestone', { milestone: 'm-1', evidence: paper('الدليل الموحد', 'licence/guide') }],
    [-118, 'noura.alketbi', 'ConfirmMilestone', { milestone: 'm-1' }],
    [-117, 'laila.ismail', 'StartMilestone', { milestone: 'm-2' }],
    [
      -40,
      'laila.ismail',
      'ReachMilestone',
      { milestone: 'm-2', on: '@-42', evidence: paper('قرارات المنح', 'licence/ten') },
    ],
    [-35, 'laila.ismail', 'StartMilestone', { milestone: 'm-3' }],
    [
      -28,
      'laila.ismail',
      'RaiseBlocker',
      {
        blocker: 'b-1',
        title: { ar: 'تفويض الجهات لممثليها بالتوقيع', en: 'Bodies to empower their representatives to sign' },
        decider: 'cabinet',
        dueOn: '@-14',
      },
    ],
  ],
};

/** Solar pumps: given up, with its reason. */
const solarPumps: Story = {
  stream: 'projects/solar-irrigation-pumps',
  calendar: 'EG',
  lines: [
    [
      -290,
      'sameh.ragab',
      'RegisterInitiative',
      {
        title: { ar: 'إحلال طلمبات الري بالطاقة الشمسية', en: 'Irrigation pumps on solar power' },
        owner: 'agriculture',
        startedOn: '@-290',
        initiativeType: 'infrastructure',
      },
    ],
    [
      -290,
      'sameh.ragab',
      'PlanMilestone',
      {
        milestone: 'm-1',
        title: { ar: 'تجربة مئتي طلمبة بالوادي الجديد', en: 'Two hundred pumps tried in the New Valley' },
        target: '@-150',
        key: true,
      },
    ],
    [
      -290,
      'sameh.ragab',
      'PlanMilestone',
      { milestone: 'm-2', title: { ar: 'قرض ميسر للمزارعين', en: 'Soft loan for farmers' }, target: '@-100' },
    ],
    [-285, 'sameh.ragab', 'StartMilestone', { milestone: 'm-1' }],
    [
      -210,
      'sameh.ragab',
      'RequestPause',
      { pause: 'p-1', on: '@-210', until: '@-180', reason: 'مراجعة المواصفات', steps: 'لجنة فنية' },
    ],
    [-205, 'hala.mansour', 'RefusePause', { pause: 'p-1', reason: 'المراجعة لا توقف التجربة' }],
    [-130, 'sameh.ragab', 'CancelMilestone', { milestone: 'm-2', reason: 'أُدرج القرض في مبادرة أخرى' }],
    [-110, 'sameh.ragab', 'CancelInitiative', { reason: 'ضُمَّت إلى البرنامج القومي للري الحديث' }],
  ],
};

export const economyProjects: readonly Story[] = [digitalTitles, investmentLicence, solarPumps];
