import { fromEpochDay } from '@masar/calendar';
import type { LocalDate, StageView } from '@masar/contracts';
import { inForceOn } from '@masar/directory';
import type { Reading } from './reading-shapes.js';
import { dateOrNull, hasHappened, ownerParty, positionIn } from './reading.js';
import { stageVisits, visitEnd, type StageVisit } from './stage-visits.js';
import type { ShowParty } from './sovereign.js';

/**
 * When a publication puts the law into force: as it says, else by the path's rule. A day that only followed from the rule
 * follows the publication when its date is corrected.
 */
const entryIntoForce = (
  { path }: Reading,
  { fact, stage }: Pick<StageVisit, 'fact' | 'stage'>,
): LocalDate | undefined => {
  if (!path || stage?.publication !== true) return fact.inForceOn;
  const stated = fact.stated?.['on']?.value;
  const byRule = fact.inForceOn === undefined || fact.inForceOn === inForceOn(path, (stated as LocalDate) ?? fact.on);
  return byRule ? inForceOn(path, fact.on) : fact.inForceOn;
};

const publication = (
  reading: Reading,
  { fact, stage }: StageVisit,
): Pick<StageView, 'issue' | 'number' | 'inForceOn'> => {
  const { issue, number } = fact;
  const inForce = entryIntoForce(reading, { fact, stage });
  return {
    ...(issue !== undefined && { issue }),
    ...(number !== undefined && { number }),
    ...(inForce !== undefined && { inForceOn: inForce }),
  };
};

const stageView = (reading: Reading, visit: StageVisit, show: ShowParty): StageView => {
  const { fact, stage, party, from, legalUntil } = visit;
  const end = visitEnd(reading, visit);
  const { returned, skipped } = fact;
  return {
    stage: fact.stage,
    visit: fact.visit,
    from: fact.on,
    to: end <= reading.on ? dateOrNull(end) : null,
    days: Math.max(0, Math.min(end, reading.on) - from),
    party: show(party ?? ownerParty(reading, from)),
    ...(legalUntil !== undefined && { legalUntil: fromEpochDay(legalUntil) }),
    ...(stage?.clock?.article !== undefined && { article: stage.clock.article }),
    ...publication(reading, visit),
    ...(returned !== undefined && { returned }),
    ...(skipped && { skipped: skipped.map((step) => ({ ...step })) }),
    because: positionIn(reading, fact.version),
  };
};

/** The stages entered by the reading day, each visit apart, in order. */
export const stageViews = (reading: Reading, show: ShowParty): StageView[] =>
  stageVisits(reading)
    .filter((visit) => hasHappened(reading, visit.fact))
    .map((visit) => stageView(reading, visit, show));
