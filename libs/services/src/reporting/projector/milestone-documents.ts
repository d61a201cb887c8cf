import {
  sameValue,
  type LocalDate,
  type MilestoneItem,
  type MilestoneListItem,
  type StreamName,
} from '@masar/contracts';
import type { FieldValue } from '@masar/read-models';
import { dateOfTarget } from '@masar/timeline';
import type { Generation } from './generation.js';
import type { PortfolioRow } from './row.js';
import type { WriteBatch } from './write-batch.js';

/** A milestone of a row with its initiative, as the list of milestones shows it. */
export const listItem = (row: PortfolioRow, milestone: MilestoneItem): MilestoneListItem => ({
  ...milestone,
  initiative: { kind: row.kind, id: row.id, title: row.title, owner: row.owner },
});

/** The date by which a milestone is due: promised, else provisional; null where there is none. */
export const dueOf = ({ currentTarget }: MilestoneItem): LocalDate | null => dateOfTarget(currentTarget);

export const milestoneId = (stream: StreamName, milestone: string): string => `${stream}/milestones/${milestone}`;

const fieldsOf = (row: PortfolioRow, milestone: MilestoneItem): Readonly<Record<string, FieldValue>> => ({
  stream: row.stream,
  kind: row.kind,
  owner: row.owner,
  status: milestone.status,
  party: milestone.party,
  due: dueOf(milestone),
});

/** Writes the milestones of a row that read otherwise than the stored ones. */
export const milestoneWrites = (
  batch: WriteBatch,
  generation: Generation,
  stream: StreamName,
  stored: PortfolioRow | undefined,
  now: PortfolioRow | undefined,
): void => {
  const collection = generation.of('portfolio-milestones');
  const known = new Map(stored?.milestones.map((milestone) => [milestone.id, milestone]));
  const sameInitiative = stored && now && sameValue(stored.title, now.title) && stored.owner === now.owner;
  for (const milestone of now?.milestones ?? []) {
    const isSame = sameInitiative && sameValue(known.get(milestone.id), milestone);
    known.delete(milestone.id);
    if (isSame) continue;
    batch.put(collection, milestoneId(stream, milestone.id), fieldsOf(now!, milestone), listItem(now!, milestone));
  }
  for (const gone of known.keys()) batch.delete(collection, milestoneId(stream, gone));
};
