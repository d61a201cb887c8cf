import type { InitiativeRowsProfile } from './profile.js';

/**
 * Melbourne Water's capital projects through their approval gates. From the business case (PBC) to its approval (BCA) a project
 * waits on its approval body. Three ways to write a date, day first; dates after the snapshot's day are plans, of a file
 * without one those after 2024-10-28, when the published one was drawn.
 */
export const melbourneWater: InitiativeRowsProfile = {
  name: 'melbourne-water',
  title: { ar: 'المشروعات الرأسمالية لهيئة مياه ملبورن', en: 'Melbourne Water capital projects' },
  system: 'melbourne-water',
  kind: 'projects',
  shape: 'initiative-rows',
  tells: 'history',
  factsUntil: '2024-10-28',
  completeList: true,
  bodies: { prefix: 'melbourne-water', jurisdiction: 'AU', zone: 'Australia/Melbourne', calendar: 'any' },
  dates: { order: 'dmy' },
  columns: {
    id: { headers: ['ID'], required: true },
    program: { headers: ['Delivery Program'] },
    group: { headers: ['Owner Group'], required: true },
    body: { headers: ['Approval body'], required: true },
    bni: { headers: ['BNI'], required: true },
    pbc: { headers: ['PBC'], required: true },
    tender: { headers: ['Tender Closed'], required: true },
    bca: { headers: ['BCA'], required: true },
    stage1: { headers: ['Stage1', 'Stage 1'], required: true },
    stage2: { headers: ['Stage2', 'Stage 2'], required: true },
    stage3: { headers: ['Stage3', 'Stage 3'], required: true },
  },
  id: 'id',
  titleFrom: 'id',
  titlePrefix: 'Capital project',
  owner: { column: 'group' },
  startedOn: 'bni',
  type: 'program',
  milestones: [
    { id: 'pbc', title: { ar: 'تقديم دراسة الجدوى', en: 'Business case submitted (PBC)' }, date: 'pbc' },
    { id: 'tender-closed', title: { ar: 'إغلاق المناقصة', en: 'Tender closed' }, date: 'tender' },
    { id: 'bca', title: { ar: 'اعتماد دراسة الجدوى', en: 'Business case approved (BCA)' }, date: 'bca' },
    {
      id: 'stage-1',
      title: { ar: 'الإنجاز العملي، المرحلة الأولى', en: 'Practical completion, stage 1' },
      date: 'stage1',
    },
    {
      id: 'stage-2',
      title: { ar: 'الإنجاز العملي، المرحلة الثانية', en: 'Practical completion, stage 2' },
      date: 'stage2',
    },
    {
      id: 'stage-3',
      title: { ar: 'انتهاء فترة الضمان', en: 'End of the defects period, stage 3' },
      key: true,
      date: 'stage3',
    },
  ],
  waits: [{ id: 'approval', since: 'pbc', until: 'bca', party: 'body', reason: 'session-date', milestone: 'bca' }],
  completedBy: 'stage-3',
};
