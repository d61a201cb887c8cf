import type { PlanRowsProfile } from './profile.js';

const guidance = 'open-data-plan-guidance';

/**
 * The 2020 action plan of the (US) Federal Data Strategy: 20 actions, 65 milestones. Targets count from the plan's day, or
 * from an event of another body, or are no dates. The event another body owes is an initiative of that body.
 */
export const federalDataStrategy: PlanRowsProfile = {
  name: 'federal-data-strategy',
  title: {
    ar: 'خطة عمل استراتيجية البيانات الاتحادية 2020 (الولايات المتحدة)',
    en: 'Federal Data Strategy, 2020 action plan (US)',
  },
  system: 'federal-data-strategy',
  kind: 'policies',
  shape: 'plan-rows',
  tells: 'history',
  completeList: false,
  bodies: {
    prefix: 'us',
    jurisdiction: 'US',
    zone: 'America/New_York',
    calendar: 'any',
    known: { OMB: { ar: 'مكتب الإدارة والموازنة', en: 'Office of Management and Budget' } },
  },
  dates: { monthsEndOnLastDay: true },
  columns: {
    action: { headers: ['action'], required: true },
    actionTitle: { headers: ['action_title'] },
    id: { headers: ['milestone_no'], required: true },
    title: { headers: ['milestone'], required: true },
    target: { headers: ['target_date_raw'], required: true },
    party: { headers: ['responsible_party'], required: true },
  },
  plan: {
    id: '2020-action-plan',
    title: { ar: 'استراتيجية البيانات الاتحادية: خطة عمل 2020', en: 'Federal Data Strategy: 2020 action plan' },
    owner: 'OMB',
    startedOn: '2019-12-23',
  },
  id: 'id',
  titleFrom: 'title',
  group: { column: 'action', prefix: 'action' },
  party: 'party',
  target: 'target',
  targetRules: [
    { pattern: '^(\\d+) months?$', after: 'start', months: '$1' },
    { pattern: '^After OMB Open Data Plan Guidance is issued', after: `${guidance}#issued`, days: 0, keep: true },
    { pattern: '^See timeline on', absent: 'depends-on-another' },
    { pattern: '^\\(See Above\\)', absent: 'not-yet-planned' },
    { pattern: '^(\\d+ activity|Minimally every|Ongoing every)', absent: 'not-yet-planned' },
  ],
  anchors: [
    {
      id: guidance,
      title: { ar: 'إرشادات خطط البيانات المفتوحة', en: 'Open Data Plan Guidance' },
      owner: 'OMB',
      milestone: { id: 'issued', title: { ar: 'صدور الإرشادات', en: 'Guidance is issued' } },
    },
  ],
};
