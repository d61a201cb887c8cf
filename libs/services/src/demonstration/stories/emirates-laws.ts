import type { Story } from '../story.js';

/** Public health: published and in force. */
const publicHealth: Story = {
  stream: 'laws/ae-public-health',
  calendar: 'AE',
  lines: [
    [
      -330,
      'amna.alnuaimi',
      'RegisterInitiative',
      {
        title: { ar: 'مشروع قانون اتحادي في شأن الصحة العامة', en: 'Federal bill on public health' },
        owner: 'ae-health',
        startedOn: '@-330',
        jurisdiction: 'AE',
        instrument: 'federal-law',
        initiativeType: 'primary-law',
      },
    ],
    [-330, 'amna.alnuaimi', 'EnterStage', { stage: 'cabinet-draft' }],
    [
      -330,
      'amna.alnuaimi',
      'PlanMilestone',
      {
        milestone: 'm-1',
        title: { ar: 'النشر في الجريدة الرسمية', en: 'Published in the Official Gazette' },
        target: '@-110',
        key: true,
        stage: 'published',
      },
    ],
    [-250, 'amna.alnuaimi', 'EnterStage', { stage: 'fnc', on: '@-251' }],
    [-205, 'amna.alnuaimi', 'EnterStage', { stage: 'cabinet-review' }],
    [-182, 'amna.alnuaimi', 'EnterStage', { stage: 'president-approval', on: '@-183' }],
    [-160, 'amna.alnuaimi', 'EnterStage', { stage: 'supreme-council' }],
    [-140, 'amna.alnuaimi', 'EnterStage', { stage: 'signature' }],
    [-129, 'amna.alnuaimi', 'EnterStage', { stage: 'gazette' }],
    [-118, 'amna.alnuaimi', 'EnterStage', { stage: 'published', on: '@-119', issue: '782', number: '9' }],
    [-74, 'amna.alnuaimi', 'EnterStage', { stage: 'in-force', on: '@-76' }],
    [-73, 'amna.alnuaimi', 'RecordOutcome', { outcome: 'in-force', on: '@-76' }],
  ],
};

/** Digital trade: back from the Cabinet to the Council; a stage date corrected by a reviewer's leave. */
const digitalTrade: Story = {
  stream: 'laws/ae-digital-trade',
  calendar: 'AE',
  lines: [
    [
      -220,
      'saeed.aldhaheri',
      'RegisterInitiative',
      {
        title: { ar: 'مشروع قانون اتحادي بشأن التجارة الرقمية', en: 'Federal bill on digital trade' },
        owner: 'ae-economy',
        startedOn: '@-220',
        jurisdiction: 'AE',
        instrument: 'federal-law',
        initiativeType: 'primary-law',
      },
    ],
    [-220, 'saeed.aldhaheri', 'EnterStage', { stage: 'cabinet-draft' }],
    [
      -220,
      'saeed.aldhaheri',
      'PlanMilestone',
      {
        milestone: 'm-1',
        title: { ar: 'موافقة المجلس الوطني الاتحادي', en: 'Federal National Council consents' },
        target: '@-60',
        key: true,
        stage: 'cabinet-review',
      },
    ],
    [-150, 'saeed.aldhaheri', 'EnterStage', { stage: 'fnc', on: '@-150' }, 'council'],
    [
      -140,
      'saeed.aldhaheri',
      'RequestCorrection',
      { correction: 'k-1', version: '#council', field: 'on', to: '@-164', reason: 'تاريخ الإحالة في الكتاب الرسمي' },
    ],
    [-133, 'noura.alketbi', 'ApproveCorrection', { correction: 'k-1' }],
    [-92, 'saeed.aldhaheri', 'EnterStage', { stage: 'cabinet-review' }],
    [-62, 'saeed.aldhaheri', 'EnterStage', { stage: 'fnc', returned: { reason: 'تعديل أحكام الدفع' } }],
    [
      -30,
      'saeed.aldhaheri',
      'RequestCorrection',
      { correction: 'k-2', version: '#council', field: 'on', to: '@-176', reason: 'مراجعة سجل الصادر' },
    ],
    [-24, 'noura.alketbi', 'RejectCorrection', { correction: 'k-2', reason: 'السجل يؤيد التاريخ المصحح' }],
  ],
};

export const emiratesLaws: readonly Story[] = [publicHealth, digitalTrade];
