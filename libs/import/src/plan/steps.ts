import type { LocalDate } from '@masar/contracts';
import type { ImportedInitiative, ImportedMilestone, ImportedWait, Place } from '../model/imported.js';

/** One command of a plan: type, business date and the fields of that command, and where in the file it comes from. */
export interface Step {
  readonly command: { readonly type: string; readonly on: LocalDate; readonly [field: string]: unknown };
  readonly place: Place;
  /** Fields of the command that stand in cells of their own. */
  readonly fields?: Readonly<Partial<Record<string, Place>>>;
}

/** The cell a refused field came from; the step's own where the refusal names none. */
export const placeOfField = ({ place, fields }: Step, field: string | undefined): Place =>
  (field === undefined ? undefined : fields?.[field]) ?? place;

/** What planning one row leans on. */
export interface Planning {
  /** The day statements without a date of their own count for: the snapshot's, else today. */
  readonly day: LocalDate;
  /** Of our own files: commands of a person, with requests in place of decisions. */
  readonly byPerson: boolean;
}

export const step = (
  type: string,
  on: LocalDate,
  place: Place,
  fields: Readonly<Record<string, unknown>> = {},
  places: Step['fields'] = {},
): Step => ({
  command: { type, on, ...fields },
  place,
  ...(Object.keys(places).length > 0 ? { fields: places } : {}),
});

export const wholeRow = (imported: ImportedInitiative): Place => ({ row: imported.row, column: '', value: '' });

const given = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** The first command of an initiative nobody knows yet. */
export const registering = (imported: ImportedInitiative, planning: Planning): Step => {
  const { title, owner, otherwise, startedOn, type, path, source, places } = imported;
  const on = imported.statedOn && imported.statedOn < planning.day ? imported.statedOn : planning.day;
  const fields = {
    title: title ?? otherwise.title,
    owner: owner ?? otherwise.owner,
    ...given({ startedOn, initiativeType: type, ...path }),
    ...(planning.byPerson ? {} : { source }),
  };
  return step('RegisterInitiative', on, places.owner ?? places.title ?? wholeRow(imported), fields, places);
};

/** A milestone nobody has planned yet. */
export const planningOf = (milestone: ImportedMilestone, on: LocalDate): Step => {
  const { id, title, type, party, target, key, dependsOn, place, places } = milestone;
  const fields = {
    milestone: id,
    title: title ?? { en: id },
    key,
    target: target ?? { absent: 'not-yet-planned' },
    ...given({ milestoneType: type, party, dependsOn }),
  };
  return step('PlanMilestone', milestone.statedOn ?? on, place, fields, places);
};

export const beginning = (wait: ImportedWait): Step =>
  step('BeginWait', wait.since, wait.place, {
    wait: wait.id,
    party: wait.party,
    reason: wait.reason,
    since: wait.since,
    ...given({ milestone: wait.milestone, note: wait.note }),
  });
