import type { TargetPromise } from '@masar/contracts';

/** A target as a form holds it: all that was typed, of which the chosen sort counts. */
export interface TargetDraft {
  readonly sort: 'date' | 'after' | 'absent';
  readonly date: string;
  readonly after: string;
  readonly count: string;
  readonly unit: 'days' | 'working' | 'months';
  readonly absent: 'not-yet-planned' | 'depends-on-another' | 'withheld' | 'not-provided';
}
export const noTarget: TargetDraft = {
  sort: 'date',
  date: '',
  after: '',
  count: '30',
  unit: 'days',
  absent: 'not-yet-planned',
};

/** As the interface takes it; nothing while it is not complete. `count` comes with the machine's digits. */
export const promiseOf = (draft: TargetDraft): TargetPromise | undefined => {
  if (draft.sort === 'absent') return { absent: draft.absent };
  if (draft.sort === 'date') return draft.date === '' ? undefined : draft.date;
  if (draft.after === '' || !/^\d{1,5}$/.test(draft.count)) return undefined;
  const count = Number(draft.count);
  if (draft.unit === 'months') return { after: draft.after, months: count };
  return { after: draft.after, days: count, ...(draft.unit === 'working' && { working: true }) };
};

type Known =
  | { readonly date: string }
  | {
      readonly after: string;
      readonly days?: number | undefined;
      readonly months?: number | undefined;
      readonly working?: boolean | undefined;
    }
  | { readonly absent: TargetDraft['absent'] };

/** What the interface told, as a form holds it. */
export const draftOfTarget = (known: Known): TargetDraft => {
  if ('date' in known) return { ...noTarget, date: known.date };
  if ('absent' in known) return { ...noTarget, sort: 'absent', absent: known.absent };
  const { after, days, months, working } = known;
  const unit = months !== undefined ? 'months' : working === true ? 'working' : 'days';
  return { ...noTarget, sort: 'after', after, count: String(months ?? days ?? 0), unit };
};
