import { toEpochDay } from '@masar/calendar';
import type { BlockerView } from '@masar/contracts';
import type { BlockerFact } from '../collect/facts.js';
import type { Reading } from './reading-shapes.js';
import { hasHappened } from './reading.js';
import type { ShowParty } from './sovereign.js';

const blockerView = (reading: Reading, fact: BlockerFact, show: ShowParty): BlockerView => {
  const resolved = fact.resolved && hasHappened(reading, fact.resolved) ? fact.resolved : undefined;
  const until = resolved ? toEpochDay(resolved.on) : Math.min(reading.on, reading.end);
  return {
    id: fact.id,
    title: fact.title,
    decider: show(fact.decider),
    raisedOn: fact.on,
    dueOn: fact.dueOn,
    resolvedOn: resolved?.on ?? null,
    outcome: resolved?.outcome ?? null,
    days: Math.max(0, until - toEpochDay(fact.on)),
    ...(fact.wait !== undefined && { wait: fact.wait }),
  };
};

/** Blockers raised by the reading day, in order of recording. */
export const blockerViews = (reading: Reading, show: ShowParty): BlockerView[] =>
  reading.facts.blockers.filter((fact) => hasHappened(reading, fact)).map((fact) => blockerView(reading, fact, show));
