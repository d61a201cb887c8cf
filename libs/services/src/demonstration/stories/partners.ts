import type { Story } from '../story.js';

const paper = (title: string, name: string) => [{ title, url: `https://evidence.example.org/${name}` }];

const partner = (id: string, calendar: Story['calendar'], ar: string, en: string): Story => ({
  stream: `partners/${id}`,
  calendar,
  lines: [[-64, 'demonstration', 'RegisterPartner', { name: { ar, en } }]],
});

const partners: readonly Story[] = [
  partner('port-systems', 'EG', 'الشركة المصرية لمنظومات الموانئ', 'Egyptian Port Systems'),
  partner('delta-tunnels', 'EG', 'الدلتا لأعمال الأنفاق', 'Delta Tunnelling'),
  partner('raay-surveys', 'AE', 'رأي للاستطلاعات', 'Raay Surveys'),
];

/** Owed by the partner: reported late, returned, reported again, and waiting for the ministry's word. */
const portScanners: Story = {
  stream: 'commitments/port-scanners',
  calendar: 'EG',
  lines: [
    [
      -60,
      'tarek.nabil',
      'OfferCommitment',
      {
        partner: 'port-systems',
        direction: 'partner-to-government',
        title: { ar: 'توريد أجهزة الفحص لأربعة موانئ وتشغيلها', en: 'Scanners delivered and running at four ports' },
        initiative: 'projects/ports-single-window',
        milestone: 'm-5',
        dueOn: '@-30',
      },
    ],
    [-56, 'mostafa.elkady', 'AcceptCommitment', {}],
    [-24, 'mostafa.elkady', 'ReportCommitment', { evidence: paper('محاضر تسليم الأجهزة', 'ports/scanners-delivered') }],
    [-17, 'tarek.nabil', 'ReturnCommitment', { reason: 'جهاز ميناء دمياط لم يُشغَّل' }],
    [-8, 'mostafa.elkady', 'ReportCommitment', { evidence: paper('محضر تشغيل دمياط', 'ports/scanners-damietta') }],
  ],
};

/** Owed by government: delivered in time and confirmed by the partner. */
const portSites: Story = {
  stream: 'commitments/port-sites',
  calendar: 'EG',
  lines: [
    [
      -52,
      'mostafa.elkady',
      'OfferCommitment',
      {
        partner: 'port-systems',
        direction: 'government-to-partner',
        title: { ar: 'تسليم مواقع الأجهزة خالية من العوائق', en: 'Sites of the scanners handed over, clear' },
        initiative: 'projects/ports-single-window',
        dueOn: '@-40',
      },
    ],
    [-50, 'tarek.nabil', 'AcceptCommitment', {}],
    [-43, 'dina.farouk', 'ReportCommitment', { evidence: paper('محاضر تسليم المواقع', 'ports/sites') }],
    [-38, 'mostafa.elkady', 'ConfirmCommitment', {}],
  ],
};

/** Declined once, offered anew and not answered yet. */
const tunnelShifts: readonly Story[] = [
  {
    stream: 'commitments/tunnel-shifts',
    calendar: 'EG',
    lines: [
      [
        -45,
        'tarek.nabil',
        'OfferCommitment',
        {
          partner: 'delta-tunnels',
          direction: 'partner-to-government',
          title: { ar: 'العمل بثلاث ورديات في النفق الشرقي', en: 'Three shifts in the eastern tunnel' },
          initiative: 'projects/metro-line-4-stage-1',
          dueOn: '@20',
        },
      ],
      [-38, 'nourhan.samy', 'DeclineCommitment', { reason: 'لا تكفي ماكينة واحدة لثلاث ورديات' }],
    ],
  },
  {
    stream: 'commitments/second-machine',
    calendar: 'EG',
    lines: [
      [
        -9,
        'tarek.nabil',
        'OfferCommitment',
        {
          partner: 'delta-tunnels',
          direction: 'partner-to-government',
          title: { ar: 'ماكينة حفر ثانية في النفق الشرقي', en: 'A second boring machine in the eastern tunnel' },
          initiative: 'projects/metro-line-4-stage-1',
          dueOn: '@75',
        },
      ],
    ],
  },
];

/** Past its day, with another one proposed that nobody has decided. */
const satisfactionSurvey: Story = {
  stream: 'commitments/satisfaction-survey',
  calendar: 'AE',
  lines: [
    [
      -55,
      'maryam.alhosani',
      'OfferCommitment',
      {
        partner: 'raay-surveys',
        direction: 'partner-to-government',
        title: { ar: 'استطلاع رضا ألفي متعامل', en: 'Two thousand customers surveyed' },
        initiative: 'projects/ae-housing-zero-bureaucracy',
        milestone: 'm-3',
        dueOn: '@-15',
      },
    ],
    [-51, 'hessa.alraisi', 'AcceptCommitment', {}],
    [
      -18,
      'hessa.alraisi',
      'ProposeDueChange',
      { change: 'd-1', to: '@12', reason: 'تأخر تسلّم قوائم المتعاملين من الوزارة' },
    ],
  ],
};

/** Private partners, what they owe and what they are owed. */
export const partnerStories: readonly Story[] = [
  ...partners,
  portScanners,
  portSites,
  ...tunnelShifts,
  satisfactionSurvey,
];
