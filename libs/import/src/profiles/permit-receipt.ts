import type { InitiativeRowsProfile } from './profile.js';

/** The receipt phase of environmental permits of a Dutch municipality: an event log, one row an event, with planned, actual and legal end of each case. */
export const permitReceipt: InitiativeRowsProfile = {
  name: 'permit-receipt',
  title: { ar: 'استلام طلبات التراخيص (هولندا)', en: 'Receipt of permit applications (Netherlands)' },
  system: 'permit-receipt',
  kind: 'projects',
  shape: 'initiative-rows',
  tells: 'history',
  completeList: true,
  manyRows: true,
  bodies: { prefix: 'permit', jurisdiction: 'NL', zone: 'Europe/Amsterdam', calendar: 'any' },
  dates: { zone: 'Europe/Amsterdam' },
  columns: {
    id: { headers: ['case:concept:name'], required: true },
    department: { headers: ['case:department'], required: true },
    channel: { headers: ['case:channel'] },
    start: { headers: ['case:startdate'], required: true },
    end: { headers: ['case:enddate'], required: true },
    planned: { headers: ['case:enddate_planned'], required: true },
    deadline: { headers: ['case:deadline'], required: true },
  },
  id: 'id',
  titleFrom: 'id',
  titlePrefix: 'Permit application',
  owner: { column: 'department' },
  startedOn: 'start',
  type: 'channel',
  milestones: [
    {
      id: 'end',
      title: { ar: 'انتهاء الاستلام', en: 'End of the receipt phase' },
      key: true,
      target: 'planned',
      actual: 'end',
    },
    { id: 'legal-limit', title: { ar: 'الحد القانوني', en: 'Legal limit' }, target: 'deadline', actual: 'end' },
  ],
  completedBy: 'end',
};
