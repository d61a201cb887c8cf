import { fromEpochDay } from '@masar/calendar';
import type { StageView } from '@masar/contracts';
import { inForceOn } from '@masar/directory';
import { dateOrNull, hasHappened, ownerParty, positionIn, type Reading } from './reading.js';
import { stageVisits, visitEnd, type StageVisit } from './stage-visits.js';
import type { ShowParty } from './sovereign.js';

const publication = (
  reading: Reading,
  { fact, stage }: StageVisit,
): Pick<StageView, 'issue' | 'number' | 'inForceOn'> => {
  const { issue, number } = fact;
  const isPublication = stage?.publication === true && reading.path !== undefined;
  const inForce = fact.inForceOn ?? (isPublication && reading.path ? inForceOn(reading.path, fact.on) : undefined);
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
