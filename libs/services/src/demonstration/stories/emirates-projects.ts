import type { Story } from '../story.js';

const paper = (title: string, name: string) => [{ title, url: `https://evidence.example.org/${name}` }];

/** Identity of firms: delivered as promised. */
const firmIdentity: Story = {
  stream: 'projects/ae-digital-identity-firms',
  calendar: 'AE',
  lines: [
    [
      -300,
      'ahmed.almazrouei',
      'RegisterInitiative',
      {
        title: { ar: 'الهوية الرقمية للمنشآت', en: 'Digital identity of firms' },
        owner: 'ae-digital',
        startedOn: '@-300',
        initiativeType: 'digital-service',
      },
    ],
    [
      -300,
      'ahmed.almazrouei',
      'PlanMilestone',
      {
        milestone: 'm-1',
        title: { ar: 'ربط السجلات التجارية السبعة', en: 'Seven commercial registers connected' },
        target: '@-200',
        key: true,
        party: 'entity:ae-economy',
      },
    ],
    [
      -300,
      'ahmed.almazrouei',
      'PlanMilestone',
      {
        milestone: 'm-2',
        title: { ar: 'إطلاق الهوية لمئة ألف منشأة', en: 'Identity open to a hundred thousand firms' },
        target: { after: 'm-1', months: 4 },
        key: true,
      },
    ],
    [-295, 'saeed.aldhaheri', 'StartMilestone', { milestone: 'm-1' }],
    [-203, 'saeed.aldhaheri', 'ReachMilestone', { milestone: 'm-1', evidence: paper('شهادة الربط', 'ae/registers') }],
    [-200, 'noura.alketbi', 'ConfirmMilestone', { milestone: 'm-1' }],
    [-198, 'ahmed.almazrouei', 'StartMilestone', { milestone: 'm-2' }],
    [
      -90,
      'ahmed.almazrouei',
      'ReachMilestone',
      { milestone: 'm-2', on: '@-91', evidence: paper('تقرير الإطلاق', 'ae/identity') },
    ],
    [-86, 'noura.alketbi', 'ConfirmMilestone', { milestone: 'm-2' }],
    [-85, 'ahmed.almazrouei', 'CompleteInitiative', {}],
  ],
};

/** Housing without papers: a pause renewed, a milestone moved by its lead, a late report. */
const housingService: Story = {
  stream: 'projects/ae-housing-zero-bureaucracy',
  calendar: 'AE',
  lines: [
    [
      -260,
      'maryam.alhosani',
      'RegisterInitiative',
      {
        title: { ar: 'تصفير البيروقراطية في خدمات الإسكان', en: 'Zero bureaucracy in housing services' },
        owner: 'ae-energy',
        startedOn: '@-260',
        initiativeType: 'procedure',
      },
    ],
    [
      -260,
      'maryam.alhosani',
      'PlanMilestone',
      {
        milestone: 'm-1',
        title: { ar: 'اختصار المستندات من اثني عشر إلى اثنين', en: 'Twelve documents cut to two' },
        target: '@-190',
        key: true,
      },
    ],
    [
      -260,
      'maryam.alhosani',
      'PlanMilestone',
      { milestone: 'm-2', title: { ar: 'الموافقة الفورية على القروض', en: 'Loans approved at once' }, target: '@-80' },
    ],
    [
      -260,
      'maryam.alhosani',
      'PlanMilestone',
      {
        milestone: 'm-3',
        title: { ar: 'قياس رضا المتعاملين', en: 'Satisfaction measured' },
        target: { after: 'm-2', months: 3 },
      },
    ],
    [-255, 'maryam.alhosani', 'StartMilestone', { milestone: 'm-1' }],
    [
      -191,
      'maryam.alhosani',
      'ReachMilestone',
      { milestone: 'm-1', evidence: paper('دليل الخدمة', 'ae/housing-guide') },
    ],
    [-186, 'noura.alketbi', 'ConfirmMilestone', { milestone: 'm-1' }],
    [-185, 'maryam.alhosani', 'StartMilestone', { milestone: 'm-2' }],
    [
      -150,
      'maryam.alhosani',
      'RequestPause',
      { pause: 'p-1', on: '@-150', until: '@-125', reason: 'نقل البيانات بين نظامين', steps: 'نقل ثم مطابقة' },
    ],
    [-148, 'noura.alketbi', 'GrantPause', { pause: 'p-1' }],
    [-128, 'noura.alketbi', 'RenewPause', { pause: 'p-1', until: '@-112', reason: 'المطابقة لم تكتمل' }],
    [-100, 'maryam.alhosani', 'MoveTarget', { milestone: 'm-2', to: '@-70', reason: 'إجازة رسمية' }],
    [
      -88,
      'maryam.alhosani',
      'BeginWait',
      {
        wait: 'w-bank',
        party: 'entity:ae-finance',
        reason: 'session-date',
        since: '@-112',
        milestone: 'm-2',
        note: 'قُيّد متأخرًا',
      },
    ],
    [-70, 'maryam.alhosani', 'EndWait', { wait: 'w-bank', on: '@-72' }],
    [
      -64,
      'maryam.alhosani',
      'ReachMilestone',
      { milestone: 'm-2', on: '@-66', evidence: paper('أول موافقة فورية', 'ae/loan') },
    ],
    [-60, 'noura.alketbi', 'ConfirmMilestone', { milestone: 'm-2' }],
    [-58, 'maryam.alhosani', 'StartMilestone', { milestone: 'm-3' }],
  ],
};

export const emiratesProjects: readonly Story[] = [firmIdentity, housingService];
