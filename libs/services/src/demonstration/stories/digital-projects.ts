import type { Story } from '../story.js';

const paper = (title: string, name: string) => [{ title, url: `https://evidence.example.org/${name}` }];

/** Certificates within a day: finished early, confirmed, complete. */
const birthCertificates: Story = {
  stream: 'projects/birth-certificates-one-day',
  calendar: 'EG',
  lines: [
    [
      -360,
      'sara.hosny',
      'RegisterInitiative',
      {
        title: { ar: 'استخراج شهادات الميلاد المميكنة خلال يوم', en: 'Birth certificates within one day' },
        owner: 'communications',
        startedOn: '@-360',
        initiativeType: 'digital-service',
      },
    ],
    [
      -360,
      'sara.hosny',
      'PlanMilestone',
      {
        milestone: 'm-1',
        title: { ar: 'ربط مكاتب الصحة بالسجل المدني', en: 'Health offices connected with the civil registry' },
        target: '@-290',
        key: true,
        party: 'entity:health',
      },
    ],
    [
      -360,
      'sara.hosny',
      'PlanMilestone',
      {
        milestone: 'm-2',
        title: { ar: 'إطلاق الخدمة في ثلاث محافظات', en: 'Service open in three governorates' },
        target: '@-230',
        key: true,
      },
    ],
    [
      -360,
      'sara.hosny',
      'PlanMilestone',
      {
        milestone: 'm-3',
        title: { ar: 'إتاحة الخدمة في جميع المحافظات', en: 'Service open in all governorates' },
        target: { after: 'm-2', months: 3 },
        key: true,
      },
    ],
    [-355, 'amr.elsherif', 'StartMilestone', { milestone: 'm-1' }],
    [
      -301,
      'amr.elsherif',
      'ReachMilestone',
      { milestone: 'm-1', on: '@-303', evidence: paper('بيان المكاتب المرتبطة', 'births/offices') },
    ],
    [-299, 'hala.mansour', 'ConfirmMilestone', { milestone: 'm-1' }],
    [-298, 'sara.hosny', 'StartMilestone', { milestone: 'm-2' }],
    [-238, 'omar.reda', 'ReachMilestone', { milestone: 'm-2', evidence: paper('تقرير الإطلاق', 'births/launch') }],
    [-236, 'hala.mansour', 'ConfirmMilestone', { milestone: 'm-2' }],
    [-231, 'sara.hosny', 'StartMilestone', { milestone: 'm-3' }],
    [
      -152,
      'omar.reda',
      'ReachMilestone',
      { milestone: 'm-3', on: '@-153', evidence: paper('مؤشر زمن الاستخراج', 'births/all') },
    ],
    [-147, 'hala.mansour', 'ConfirmMilestone', { milestone: 'm-3' }],
    [-146, 'sara.hosny', 'CompleteInitiative', {}],
  ],
};

/** Emergency calls: a milestone reopened after it was reached, a correction that a reviewer decides. */
const emergencyCalls: Story = {
  stream: 'projects/unified-emergency-calls',
  calendar: 'EG',
  lines: [
    [
      -310,
      'sara.hosny',
      'RegisterInitiative',
      {
        title: { ar: 'المنظومة الموحدة لبلاغات الطوارئ', en: 'Unified emergency call system' },
        owner: 'communications',
        startedOn: '@-312',
        initiativeType: 'digital-service',
      },
    ],
    [
      -310,
      'sara.hosny',
      'PlanMilestone',
      {
        milestone: 'm-1',
        title: { ar: 'غرفة العمليات الموحدة', en: 'Joint operations room' },
        target: '@-210',
        key: true,
      },
    ],
    [
      -310,
      'sara.hosny',
      'PlanMilestone',
      {
        milestone: 'm-2',
        title: { ar: 'دمج أرقام الطوارئ', en: 'Emergency numbers merged' },
        target: { after: 'm-1', days: 45, working: true },
        key: true,
      },
    ],
    [
      -310,
      'sara.hosny',
      'PlanMilestone',
      {
        milestone: 'm-3',
        title: { ar: 'تغطية الصعيد', en: 'Upper Egypt covered' },
        target: { absent: 'not-yet-planned' },
      },
    ],
    [-305, 'omar.reda', 'StartMilestone', { milestone: 'm-1' }],
    [
      -280,
      'sara.hosny',
      'BeginWait',
      {
        wait: 'w-specialist',
        party: 'entity:communications',
        reason: 'absent',
        since: '@-284',
        note: 'سفر مهندس الشبكات',
      },
    ],
    [-266, 'sara.hosny', 'EndWait', { wait: 'w-specialist' }],
    [
      -212,
      'omar.reda',
      'ReachMilestone',
      { milestone: 'm-1', evidence: paper('محضر استلام الغرفة', 'emergency/room') },
      'room',
    ],
    [-196, 'sara.hosny', 'ReopenMilestone', { milestone: 'm-1', reason: 'تعطل نظام التسجيل الصوتي بعد الاستلام' }],
    [
      -168,
      'omar.reda',
      'ReachMilestone',
      { milestone: 'm-1', on: '@-170', evidence: paper('محضر الاستلام النهائي', 'emergency/room-final') },
    ],
    [-160, 'hala.mansour', 'ConfirmMilestone', { milestone: 'm-1' }],
    [-158, 'sara.hosny', 'StartMilestone', { milestone: 'm-2' }],
    [
      -150,
      'sara.hosny',
      'RequestCorrection',
      {
        correction: 'k-1',
        version: 1,
        field: 'startedOn',
        to: '@-326',
        reason: 'قرار التكليف مؤرخ قبل التسجيل',
      },
    ],
    [-143, 'hala.mansour', 'ApproveCorrection', { correction: 'k-1', reason: 'اطُّلع على القرار' }],
    [
      -95,
      'sara.hosny',
      'RequestTargetChange',
      { milestone: 'm-2', change: 'c-1', to: '@-40', reason: 'اختبارات التحويل بين الشبكات' },
    ],
    [-90, 'noura.alketbi', 'ReturnTargetChange', { milestone: 'm-2', change: 'c-1', reason: 'يرفق بيان زمني تفصيلي' }],
    [-61, 'omar.reda', 'ReachMilestone', { milestone: 'm-2', on: '@-62' }],
    [-60, 'sara.hosny', 'SetTarget', { milestone: 'm-3', to: '@150' }],
    [-58, 'sara.hosny', 'StartMilestone', { milestone: 'm-3' }],
  ],
};

/** Invoices of small firms: the owner changed, then it was finished late. */
const smallInvoices: Story = {
  stream: 'projects/e-invoices-small-firms',
  calendar: 'EG',
  lines: [
    [
      -340,
      'nesma.kamel',
      'RegisterInitiative',
      {
        title: { ar: 'الفاتورة الإلكترونية للمنشآت الصغيرة', en: 'Electronic invoices for small firms' },
        owner: 'planning',
        startedOn: '@-340',
        initiativeType: 'digital-service',
      },
    ],
    [
      -340,
      'nesma.kamel',
      'PlanMilestone',
      {
        milestone: 'm-1',
        title: { ar: 'تطبيق مبسط للهاتف', en: 'Simple telephone application' },
        target: '@-230',
        key: true,
      },
    ],
    [
      -340,
      'nesma.kamel',
      'PlanMilestone',
      {
        milestone: 'm-2',
        title: { ar: 'تسجيل مئة ألف منشأة', en: 'A hundred thousand firms registered' },
        target: '@-130',
        key: true,
      },
    ],
    [-335, 'nesma.kamel', 'StartMilestone', { milestone: 'm-1' }],
    [-280, 'hala.mansour', 'ChangeOwner', { to: 'finance', reason: 'اختصاص مصلحة الضرائب' }],
    [
      -219,
      'yasser.galal',
      'ReachMilestone',
      { milestone: 'm-1', on: '@-220', evidence: paper('إصدار التطبيق', 'invoices/app') },
    ],
    [-212, 'noura.alketbi', 'ConfirmMilestone', { milestone: 'm-1' }],
    [-210, 'yasser.galal', 'StartMilestone', { milestone: 'm-2' }],
    [
      -125,
      'yasser.galal',
      'RequestTargetChange',
      { milestone: 'm-2', change: 'c-1', to: '@-85', reason: 'تدريب المحاسبين' },
    ],
    [-117, 'noura.alketbi', 'ApproveTargetChange', { milestone: 'm-2', change: 'c-1' }],
    [
      -79,
      'yasser.galal',
      'ReachMilestone',
      { milestone: 'm-2', on: '@-80', evidence: paper('بيان المسجلين', 'invoices/registered') },
    ],
    [-74, 'noura.alketbi', 'ConfirmMilestone', { milestone: 'm-2' }],
    [-73, 'yasser.galal', 'CompleteInitiative', {}],
  ],
};

export const digitalProjects: readonly Story[] = [birthCertificates, emergencyCalls, smallInvoices];
