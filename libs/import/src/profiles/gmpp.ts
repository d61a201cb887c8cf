import type { InitiativeRowsProfile } from './profile.js';

/**
 * UK Government Major Projects Portfolio: yearly snapshots since 2013. Layouts changed over the years (a column per project,
 * commas, semicolons, three ways to write a date); the project number stands there from 2020 on.
 */
export const gmpp: InitiativeRowsProfile = {
  name: 'gmpp',
  title: { ar: 'محفظة المشروعات الحكومية الكبرى (المملكة المتحدة)', en: 'Government Major Projects Portfolio (UK)' },
  system: 'gmpp',
  kind: 'projects',
  shape: 'initiative-rows',
  tells: 'snapshot',
  completeList: true,
  bodies: { prefix: 'gmpp', jurisdiction: 'GB', zone: 'Europe/London', calendar: 'any' },
  dates: {
    order: 'dmy',
    pivot: 80,
    words: [
      { text: 'exempt*', absent: 'withheld' },
      { text: 'data exempt*', absent: 'withheld' },
      { text: 'not provided', absent: 'not-provided' },
      { text: 'data not provided', absent: 'not-provided' },
      { text: '#n/a', absent: 'not-provided' },
      { text: 'no end date', absent: 'not-provided' },
      { text: 'not applicable', absent: 'not-provided' },
      { text: 'the project is not in a position*', absent: 'not-provided' },
      { text: 'tbd*', absent: 'not-yet-planned' },
      { text: 'reset', absent: 'not-yet-planned' },
      { text: 'early planning*', absent: 'not-yet-planned' },
      { text: 'the project is still at the planning stage*', absent: 'not-yet-planned' },
    ],
  },
  columns: {
    id: { headers: ['project_number'] },
    name: { headers: ['project_name', 'Project name'], required: true },
    department: { headers: ['department'], required: true },
    start: { headers: ['start_date', 'Project - Start Date (Latest approved start date)'], required: true },
    end: { headers: ['end_date', 'Project - End Date (Latest approved end date)'], required: true },
    category: { headers: ['report_category'] },
    colour: { headers: ['colour_rating'] },
  },
  id: 'id',
  otherwiseBy: ['name', 'department'],
  titleFrom: 'name',
  owner: { column: 'department' },
  startedOn: 'start',
  type: 'category',
  milestones: [{ id: 'end', title: { ar: 'نهاية المشروع', en: 'End of the project' }, key: true, target: 'end' }],
};
