import type { Story } from '../story.js';

const paper = (title: string, name: string) => [{ title, url: `https://evidence.example.org/${name}` }];
const due = (entity: string, dueOn: string, ...obligations: string[]) => ({
  entity,
  dueOn,
  ...(obligations.length > 0 ? { obligations } : {}),
});

/** Open data: declared by many, verified for some, one exempt, one sent back. */
const openData: Story = {
  stream: 'policies/open-government-data',
  calendar: 'EG',
  lines: [
    [
      -280,
      'sara.hosny',
      'RegisterInitiative',
      {
        title: { ar: 'سياسة إتاحة البيانات الحكومية المفتوحة', en: 'Policy on open government data' },
        owner: 'communications',
        startedOn: '@-280',
        initiativeType: 'policy',
      },
    ],
    [
      -280,
      'sara.hosny',
      'PlanMilestone',
      {
        milestone: 'm-1',
        title: { ar: 'تطبيق السياسة في تسعين في المئة من الجهات', en: 'Applied by nine bodies out of ten' },
        target: '@45',
        key: true,
      },
    ],
    [
      -278,
      'sara.hosny',
      'SetScope',
      {
        entities: [
          due('health', '@-120', 'نشر فهرس البيانات', 'تعيين مسؤول بيانات'),
          due('education', '@-120', 'نشر فهرس البيانات'),
          due('finance', '@-90'),
          due('transport', '@-90'),
          due('justice', '@-60'),
          due('electricity', '@-60'),
        ],
      },
    ],
    [-200, 'amr.elsherif', 'RecordApplication', { entity: 'health', state: 'begun' }],
    [
      -130,
      'amr.elsherif',
      'RecordApplication',
      { entity: 'health', state: 'applied', evidence: paper('فهرس البيانات', 'data/health') },
    ],
    [-124, 'hala.mansour', 'VerifyApplication', { entity: 'health' }],
    [
      -126,
      'mona.saleh',
      'RecordApplication',
      { entity: 'education', state: 'applied', on: '@-128', evidence: paper('فهرس البيانات', 'data/education') },
    ],
    [-119, 'hala.mansour', 'ReturnApplication', { entity: 'education', reason: 'الفهرس بلا بيانات وصفية' }],
    [
      -88,
      'mona.saleh',
      'RecordApplication',
      { entity: 'education', state: 'applied', evidence: paper('فهرس محدث', 'data/education-2') },
    ],
    [-80, 'hala.mansour', 'VerifyApplication', { entity: 'education' }],
    [-95, 'yasser.galal', 'RecordApplication', { entity: 'finance', state: 'partly' }],
    [
      -85,
      'tarek.nabil',
      'RecordApplication',
      { entity: 'transport', state: 'applied', evidence: paper('فهرس البيانات', 'data/transport') },
    ],
    [-70, 'hala.mansour', 'ExemptEntity', { entity: 'justice', ground: 'سرية بيانات التقاضي بنص القانون' }],
    [
      -60,
      'sara.hosny',
      'SetScope',
      {
        entities: [
          due('health', '@-120'),
          due('education', '@-120'),
          due('finance', '@-20'),
          due('transport', '@-90'),
          due('justice', '@-60'),
          due('electricity', '@-15'),
          due('housing', '@60'),
        ],
      },
    ],
    [-40, 'sara.hosny', 'StartMilestone', { milestone: 'm-1' }],
  ],
};

/** Green buying: begun late and hardly applied. */
const greenBuying: Story = {
  stream: 'policies/green-procurement',
  calendar: 'EG',
  lines: [
    [
      -240,
      'aya.mostafa',
      'RegisterInitiative',
      {
        title: { ar: 'سياسة المشتريات الحكومية الخضراء', en: 'Policy on green public procurement' },
        owner: 'environment',
        startedOn: '@-240',
        initiativeType: 'policy',
      },
    ],
    [
      -240,
      'aya.mostafa',
      'PlanMilestone',
      {
        milestone: 'm-1',
        title: { ar: 'إصدار قوائم المواصفات', en: 'Lists of specifications issued' },
        target: '@-170',
        key: true,
        party: 'entity:procurement',
      },
    ],
    [
      -238,
      'aya.mostafa',
      'SetScope',
      {
        entities: [
          due('procurement', '@-100'),
          due('housing', '@-60'),
          due('health', '@-60'),
          due('local-development', '@-30'),
        ],
      },
    ],
    [-230, 'aya.mostafa', 'StartMilestone', { milestone: 'm-1' }],
    [-141, 'hany.shaker', 'RecordApplication', { entity: 'procurement', state: 'begun' }],
    [
      -140,
      'aya.mostafa',
      'ReachMilestone',
      { milestone: 'm-1', on: '@-144', evidence: paper('القوائم', 'green/lists') },
    ],
    [
      -110,
      'hany.shaker',
      'RecordApplication',
      { entity: 'procurement', state: 'applied', evidence: paper('كتاب دوري', 'green/circular') },
    ],
    [-75, 'fouad.hegazy', 'RecordApplication', { entity: 'local-development', state: 'not-applied' }],
    [-55, 'karim.fathy', 'RecordApplication', { entity: 'housing', state: 'partly' }],
  ],
};

/** Paying electronically: applied everywhere, verified everywhere, complete. */
const paidElectronically: Story = {
  stream: 'policies/electronic-payments',
  calendar: 'EG',
  lines: [
    [
      -350,
      'yasser.galal',
      'RegisterInitiative',
      {
        title: {
          ar: 'سياسة تحصيل المستحقات الحكومية إلكترونيًا',
          en: 'Policy on electronic collection of government dues',
        },
        owner: 'finance',
        startedOn: '@-350',
        initiativeType: 'policy',
      },
    ],
    [
      -349,
      'yasser.galal',
      'SetScope',
      { entities: [due('customs', '@-220'), due('land-registry', '@-200'), due('transport', '@-200')] },
    ],
    [
      -231,
      'adel.morsi',
      'RecordApplication',
      { entity: 'customs', state: 'applied', evidence: paper('تقرير التحصيل', 'pay/customs') },
    ],
    [-224, 'hala.mansour', 'VerifyApplication', { entity: 'customs' }],
    [
      -206,
      'nader.wahba',
      'RecordApplication',
      { entity: 'land-registry', state: 'applied', evidence: paper('تقرير التحصيل', 'pay/registry') },
    ],
    [-196, 'noura.alketbi', 'VerifyApplication', { entity: 'land-registry' }],
    [-190, 'tarek.nabil', 'RecordApplication', { entity: 'transport', state: 'applied', on: '@-193' }],
    [-181, 'noura.alketbi', 'VerifyApplication', { entity: 'transport' }],
    [-175, 'yasser.galal', 'CompleteInitiative', {}],
  ],
};

/** Services for persons with disabilities: on its way. */
const accessibility: Story = {
  stream: 'policies/accessible-services',
  calendar: 'EG',
  lines: [
    [
      -150,
      'iman.zaki',
      'RegisterInitiative',
      {
        title: {
          ar: 'سياسة إتاحة الخدمات الحكومية للأشخاص ذوي الإعاقة',
          en: 'Policy on services accessible to persons with disabilities',
        },
        owner: 'social-solidarity',
        startedOn: '@-150',
        initiativeType: 'policy',
      },
    ],
    [
      -150,
      'iman.zaki',
      'PlanMilestone',
      { milestone: 'm-1', title: { ar: 'دليل الإتاحة', en: 'Guide to accessibility' }, target: '@-95' },
    ],
    [
      -150,
      'iman.zaki',
      'PlanMilestone',
      {
        milestone: 'm-2',
        title: { ar: 'تهيئة مئتي مركز خدمة', en: 'Two hundred service centres fitted' },
        target: { after: 'm-1', months: 6 },
        key: true,
        party: 'entity:local-development',
      },
    ],
    [
      -148,
      'iman.zaki',
      'SetScope',
      { entities: [due('local-development', '@90'), due('health', '@60'), due('education', '@120')] },
    ],
    [-145, 'iman.zaki', 'StartMilestone', { milestone: 'm-1' }],
    [-93, 'iman.zaki', 'ReachMilestone', { milestone: 'm-1', on: '@-94', evidence: paper('الدليل', 'access/guide') }],
    [-89, 'iman.zaki', 'StartMilestone', { milestone: 'm-2' }],
    [-38, 'amr.elsherif', 'RecordApplication', { entity: 'health', state: 'begun' }],
  ],
};

/** Remote work in the Emirates: another scope, another week. */
const remoteWork: Story = {
  stream: 'policies/ae-remote-work',
  calendar: 'AE',
  lines: [
    [
      -190,
      'khalid.alshamsi',
      'RegisterInitiative',
      {
        title: { ar: 'سياسة العمل عن بُعد في الجهات الاتحادية', en: 'Policy on remote work in federal entities' },
        owner: 'ae-mohre',
        startedOn: '@-190',
        initiativeType: 'policy',
      },
    ],
    [
      -188,
      'khalid.alshamsi',
      'SetScope',
      {
        entities: [
          due('ae-digital', '@-100'),
          due('ae-energy', '@-80'),
          due('ae-health', '@-60'),
          due('ae-climate', '@-60'),
        ],
      },
    ],
    [
      -110,
      'ahmed.almazrouei',
      'RecordApplication',
      { entity: 'ae-digital', state: 'applied', evidence: paper('اللائحة', 'ae/remote-digital') },
    ],
    [-104, 'noura.alketbi', 'VerifyApplication', { entity: 'ae-digital' }],
    [
      -81,
      'maryam.alhosani',
      'RecordApplication',
      { entity: 'ae-energy', state: 'applied', evidence: paper('اللائحة', 'ae/remote-energy') },
    ],
    [-66, 'noura.alketbi', 'ExemptEntity', { entity: 'ae-health', ground: 'طبيعة العمل في المنشآت الصحية' }],
    [-50, 'hamad.almarri', 'RecordApplication', { entity: 'ae-climate', state: 'partly', on: '@-58' }],
  ],
};

export const policies: readonly Story[] = [openData, greenBuying, paidElectronically, accessibility, remoteWork];
