import type { EventData, LawOutcome, LawPath, LocalDate } from '@masar/contracts';
import { inForceOn } from '@masar/directory';
import type { Folds } from '../initiative/kind-rules.js';
import { ended } from '../initiative/fold-waits.js';
import type { Initiative } from '../initiative/state.js';

export interface StageVisit {
  readonly stage: string;
  /** Counts the entries of this stage from 1. */
  readonly visit: number;
  readonly from: LocalDate;
  readonly version: number;
  readonly skipped: readonly string[];
  /** Recorded for a source: whatever step it was, it stands. */
  readonly bySource: boolean;
  readonly inForceOn?: LocalDate;
}
export interface LawState {
  /** The log of stage events, the only truth of where the law stands (definitions §8). */
  readonly visits: readonly StageVisit[];
  readonly outcome?: LawOutcome;
}

export const emptyLaw: LawState = { visits: [] };
export const lawOf = ({ own }: Initiative): LawState => own as LawState;

/** How often the law entered a stage. */
export const visitsOf = (initiative: Initiative, stage: string): readonly StageVisit[] =>
  lawOf(initiative).visits.filter((visit) => visit.stage === stage);

/** The day a publication was first said to have happened: a correction of it is on record beside the corrected entry. */
const firstStated = ({ facts }: Initiative, { version, from }: StageVisit): LocalDate => {
  const correction = facts.find(
    (fact) => fact.type === 'entry.corrected.v1' && fact.data.corrects === version && fact.data.field === 'on',
  );
  return correction?.type === 'entry.corrected.v1' ? (correction.data.from as LocalDate) : from;
};

/**
 * When the law enters into force, by its latest publication that says so. A day that only followed from the path's rule
 * follows the publication's date when that is corrected; a day the law itself named stays.
 */
export const announcedInForce = (initiative: Initiative, path: LawPath): LocalDate | undefined => {
  const published = lawOf(initiative).visits.findLast((visit) => visit.inForceOn !== undefined);
  if (!published) return undefined;
  const byRule = published.inForceOn === inForceOn(path, firstStated(initiative, published));
  return byRule ? inForceOn(path, published.from) : published.inForceOn;
};

const visitOf = (data: EventData<'law.stage-entered.v1'>, version: number, bySource: boolean): StageVisit => ({
  stage: data.stage,
  visit: data.visit,
  from: data.happenedOn,
  version,
  skipped: (data.skipped ?? []).map(({ stage }) => stage),
  bySource,
  ...(data.inForceOn && { inForceOn: data.inForceOn }),
});

export const lawFolds: Folds = {
  'law.stage-entered.v1': (initiative, { data, version }) => {
    const law = lawOf(initiative);
    const bySource = data.skipped?.some(({ reason }) => reason === 'source') ?? false;
    return { ...initiative, own: { ...law, visits: [...law.visits, visitOf(data, version, bySource)] } };
  },
  'law.outcome-recorded.v1': (initiative, { data }) => {
    const closed = ended(initiative, 'complete', data.happenedOn);
    return { ...closed, own: { ...lawOf(initiative), outcome: data.outcome } };
  },
};
