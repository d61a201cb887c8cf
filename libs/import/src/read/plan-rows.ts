import { givenIdPattern, type Bilingual, type LocalDate, type TargetPromise } from '@masar/contracts';
import { parseDate } from '../dates/parse-date.js';
import type { ImportedInitiative, ImportedMilestone, ImportedNote } from '../model/imported.js';
import { digestOf, initiativeIdOf } from '../model/identifiers.js';
import type { AnchorInitiative, PlanRowsProfile, TargetRule } from '../profiles/profile.js';
import type { Cell, Columns } from '../table/columns.js';
import type { Table } from '../table/table.js';
import { blank, placeOf, titled, worded, type Reading } from './reading.js';

const givenId = new RegExp(givenIdPattern);

/** `guidance#issued` → the reference of that anchor's milestone; anything else stands for itself. */
const referenceOf = (profile: PlanRowsProfile, after: string): string => {
  const [anchor, milestone] = after.split('#');
  return milestone ? `${profile.kind}/${initiativeIdOf(profile.system, anchor!)}/milestones/${milestone}` : after;
};

const ruled = (profile: PlanRowsProfile, rule: TargetRule, match: RegExpExecArray, text: string): TargetPromise => {
  if ('absent' in rule) return { absent: rule.absent, ground: worded(text) };
  const after = referenceOf(profile, rule.after);
  return rule.months ? { after, months: Number(match[1]) } : { after, days: rule.days ?? 0 };
};

/** What the words of a target column promise: a rule of the profile, a date, or nothing (a fault). */
const promiseOf = (
  profile: PlanRowsProfile,
  cell: Cell,
  reading: Reading,
): { target: TargetPromise; keep: boolean } => {
  const text = cell.text;
  if (text === '') return { target: { absent: 'not-provided' }, keep: false };
  for (const rule of profile.targetRules) {
    const match = new RegExp(rule.pattern, 'i').exec(text);
    if (!match) continue;
    if ('absent' in rule) reading.add('date/absent', cell);
    return { target: ruled(profile, rule, match, text), keep: 'keep' in rule && rule.keep === true };
  }
  const read = parseDate(text, profile.dates);
  if ('date' in read) return { target: read.date, keep: true };
  reading.add('fault' in read ? read.fault : 'date/unreadable', cell);
  return { target: { absent: 'not-provided' }, keep: false };
};

const anchorOf = (profile: PlanRowsProfile, anchor: AnchorInitiative, reading: Reading): ImportedInitiative => {
  const owner = reading.body(anchor.owner);
  const place = { row: 0, column: '', value: '' };
  return blank({
    row: 0,
    kind: profile.kind,
    source: { system: profile.system, id: anchor.id },
    title: anchor.title,
    owner,
    otherwise: { title: anchor.title, owner },
    statedOn: profile.plan.startedOn,
    milestones: [{ ...anchor.milestone, key: true, target: { absent: 'not-yet-planned' }, place }],
  });
};

const noteOf = (on: LocalDate, about: string, cell: Cell): ImportedNote => ({
  id: `n-${digestOf(about, cell.text).slice(0, 16)}`,
  on,
  text: worded(cell.text),
  about,
  place: placeOf(cell),
});

/** Reads a plan of one row a milestone. Anchors come first, so that what depends on them finds them. */
export const readPlanRows = (
  profile: PlanRowsProfile,
  table: Table,
  columns: Columns,
  reading: Reading,
): ImportedInitiative[] => {
  const milestones: ImportedMilestone[] = [];
  const notes: ImportedNote[] = [];
  const seen = new Set<string>();
  for (const row of table.rows) {
    const id = columns.cell(row, profile.id);
    if (!givenId.test(id.text)) reading.add(id.text === '' ? 'value/missing' : 'value/not-an-id', id);
    if (seen.has(id.text)) reading.add('row/twice', id);
    seen.add(id.text);
    const cell = columns.cell(row, profile.target);
    const { target, keep } = promiseOf(profile, cell, reading);
    if (keep) notes.push(noteOf(profile.plan.startedOn, id.text, cell));
    const party = columns.cell(row, profile.party).text;
    const title: Bilingual = { en: titled(reading.text(columns.cell(row, profile.titleFrom))) || id.text };
    milestones.push({
      id: id.text,
      title,
      key: false,
      target,
      ...(profile.group ? { type: `${profile.group.prefix}-${columns.cell(row, profile.group.column).text}` } : {}),
      ...(party === '' ? {} : { party: `entity:${reading.body(party)}` }),
      place: placeOf(cell),
    });
  }
  const owner = reading.body(profile.plan.owner);
  const { title, startedOn } = profile.plan;
  const plan = blank({
    row: 2,
    kind: profile.kind,
    source: { system: profile.system, id: profile.plan.id },
    title,
    owner,
    otherwise: { title, owner },
    startedOn,
    statedOn: startedOn,
    milestones,
    notes,
  });
  return [...profile.anchors.map((anchor) => anchorOf(profile, anchor, reading)), plan];
};
