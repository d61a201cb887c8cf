import type { Story } from '../story.js';

/** Registration of real estate: the whole way, from the ministry to its entry into force. */
const realEstate: Story = {
  stream: 'laws/real-estate-registration',
  calendar: 'EG',
  lines: [
    [
      -360,
      'hossam.badawi',
      'RegisterInitiative',
      {
        title: {
          ar: 'مشروع قانون السجل العيني والتسجيل العقاري',
          en: 'Bill on the land register and real estate registration',
        },
        owner: 'justice',
        startedOn: '@-360',
        jurisdiction: 'EG',
        instrument: 'law',
        initiativeType: 'primary-law',
      },
    ],
    [-360, 'hossam.badawi', 'EnterStage', { stage: 'ministry-draft' }],
    [
      -360,
      'hossam.badawi',
      'PlanMilestone',
      {
        milestone: 'm-1',
        title: { ar: 'إحالة المشروع لمجلس النواب', en: 'Bill sent to the House' },
        target: '@-270',
        key: true,
        stage: 'committee',
      },
    ],
    [
      -360,
      'hossam.badawi',
      'PlanMilestone',
      {
        milestone: 'm-2',
        title: { ar: 'النشر في الجريدة الرسمية', en: 'Published in the Official Gazette' },
        target: '@-90',
        key: true,
        stage: 'published',
      },
    ],
    [-310, 'hossam.badawi', 'EnterStage', { stage: 'council-of-ministers', on: '@-311' }],
    [-276, 'hossam.badawi', 'EnterStage', { stage: 'committee' }],
    [-222, 'hossam.badawi', 'EnterStage', { stage: 'state-council', on: '@-223' }],
    [-190, 'hossam.badawi', 'EnterStage', { stage: 'plenary' }],
    [-160, 'hossam.badawi', 'EnterStage', { stage: 'committee', returned: { reason: 'إعادة مداولة مادتين' } }],
    [-139, 'hossam.badawi', 'EnterStage', { stage: 'plenary' }],
    [-120, 'hossam.badawi', 'EnterStage', { stage: 'final-vote', on: '@-121' }],
    [-112, 'hossam.badawi', 'EnterStage', { stage: 'promulgation' }],
    [
      -95,
      'hossam.badawi',
      'RequestTargetChange',
      { milestone: 'm-2', change: 'c-1', to: '@-65', reason: 'إعادة المداولة في مادتين' },
    ],
    [-91, 'hala.mansour', 'ApproveTargetChange', { milestone: 'm-2', change: 'c-1' }],
    [-84, 'hossam.badawi', 'EnterStage', { stage: 'gazette', on: '@-85' }],
    [-71, 'hossam.badawi', 'EnterStage', { stage: 'published', on: '@-72', issue: '37 مكرر', number: '14' }],
    [-28, 'hossam.badawi', 'EnterStage', { stage: 'in-force', on: '@-30' }],
    [-27, 'hossam.badawi', 'RecordOutcome', { outcome: 'in-force', on: '@-30' }],
    [-22, 'hossam.badawi', 'EnterStage', { stage: 'executive-regulations' }],
  ],
};

/** Labour: waits for the committee's session; nothing else may be typed for it. */
const labourLaw: Story = {
  stream: 'laws/labour-platforms',
  calendar: 'EG',
  lines: [
    [
      -230,
      'ehab.samir',
      'RegisterInitiative',
      {
        title: { ar: 'مشروع قانون تنظيم العمل عبر المنصات الرقمية', en: 'Bill on work through digital platforms' },
        owner: 'labour',
        startedOn: '@-230',
        jurisdiction: 'EG',
        instrument: 'law',
        initiativeType: 'primary-law',
      },
    ],
    [-230, 'ehab.samir', 'EnterStage', { stage: 'ministry-draft' }],
    [
      -230,
      'ehab.samir',
      'PlanMilestone',
      { milestone: 'm-1', title: { ar: 'الحوار المجتمعي', en: 'Public consultation' }, target: '@-180' },
    ],
    [
      -230,
      'ehab.samir',
      'PlanMilestone',
      {
        milestone: 'm-2',
        title: { ar: 'التصويت النهائي', en: 'Final vote' },
        target: '@-20',
        key: true,
        stage: 'final-vote',
      },
    ],
    [-225, 'ehab.samir', 'StartMilestone', { milestone: 'm-1' }],
    [
      -176,
      'ehab.samir',
      'ReachMilestone',
      {
        milestone: 'm-1',
        on: '@-178',
        evidence: [{ title: 'تقرير الحوار', url: 'https://evidence.example.org/labour/consultation' }],
      },
    ],
    [-150, 'ehab.samir', 'EnterStage', { stage: 'council-of-ministers' }],
    [-101, 'ehab.samir', 'EnterStage', { stage: 'committee', on: '@-102' }],
    [-70, 'ehab.samir', 'EnterStage', { stage: 'plenary' }],
    [-45, 'ehab.samir', 'EnterStage', { stage: 'committee', returned: { reason: 'تعارض مع قانون التأمينات' } }],
  ],
};

/** Waste: at the State Council, longer than anybody planned. */
const wasteLaw: Story = {
  stream: 'laws/waste-producers',
  calendar: 'EG',
  lines: [
    [
      -335,
      'aya.mostafa',
      'RegisterInitiative',
      {
        title: {
          ar: 'مشروع قانون المسؤولية الممتدة للمنتج عن المخلفات',
          en: 'Bill on extended producer responsibility for waste',
        },
        owner: 'environment',
        startedOn: '@-335',
        jurisdiction: 'EG',
        instrument: 'law',
        initiativeType: 'primary-law',
      },
    ],
    [-335, 'aya.mostafa', 'EnterStage', { stage: 'ministry-draft' }],
    [
      -335,
      'aya.mostafa',
      'PlanMilestone',
      { milestone: 'm-1', title: { ar: 'النشر', en: 'Published' }, target: '@-40', key: true, stage: 'published' },
    ],
    [-300, 'aya.mostafa', 'EnterStage', { stage: 'council-of-ministers', on: '@-301' }],
    [-290, 'aya.mostafa', 'EnterStage', { stage: 'committee' }],
    [-284, 'aya.mostafa', 'EnterStage', { stage: 'state-council', on: '@-285' }],
    [-200, 'aya.mostafa', 'AddNote', { note: 'n-1', text: 'طلب قسم التشريع مذكرة عن الرسوم', about: 'state-council' }],
    [-50, 'aya.mostafa', 'ForecastMilestone', { milestone: 'm-1', date: '@90', reason: 'لم يرد رأي قسم التشريع' }],
  ],
};

/** Consumers: still a draft, outside the portfolio. */
const consumerDraft: Story = {
  stream: 'laws/digital-consumers',
  calendar: 'EG',
  lines: [
    [
      -26,
      'ehab.samir',
      'RegisterInitiative',
      {
        title: { ar: 'مشروع قانون حماية المستهلك الرقمي', en: 'Bill on the protection of digital consumers' },
        owner: 'labour',
        jurisdiction: 'EG',
        instrument: 'law',
        draft: true,
      },
    ],
    [
      -26,
      'ehab.samir',
      'PlanMilestone',
      { milestone: 'm-1', title: { ar: 'المسودة الأولى', en: 'First draft' }, target: '@40' },
    ],
    [-12, 'ehab.samir', 'SetTarget', { milestone: 'm-1', to: '@55' }],
  ],
};

export const egyptianLaws: readonly Story[] = [realEstate, labourLaw, wasteLaw, consumerDraft];
