import { toEpochDay } from '@masar/calendar';
import type { InitiativeFacts, LifeFact, MilestoneFacts } from '../collect/facts.js';
import { byDay } from './by-day.js';
import { fedSteps, inOrderOfLife } from './fed-milestones.js';
import type { LifeState, MilestoneLife, Reading } from './reading-shapes.js';
import { hasHappened } from './reading.js';
import { forever, type Span } from './spans.js';

/** A milestone bound to a law stage is reached by entering the stage, never by hand (definitions §2). */
const ownSteps = (facts: InitiativeFacts, milestone: MilestoneFacts): readonly LifeFact[] => {
  const { stage } = milestone.planned;
  const entered = stage === undefined ? [] : facts.stages.filter((entry) => entry.stage === stage);
  if (entered.length === 0) return byDay(milestone.life);
  const byHand = milestone.life.filter((fact) => fact.step !== 'reached');
  return byDay([...byHand, ...entered.map((entry): LifeFact => ({ ...entry, step: 'reached' }))]);
};

/** With what confirmed commitments add to it. */
const stepsOf = ({ facts, commitments }: Reading, milestone: MilestoneFacts): readonly LifeFact[] => {
  const own = ownSteps(facts, milestone);
  const fed = commitments.length === 0 ? [] : fedSteps(commitments, milestone);
  return fed.length === 0 ? own : inOrderOfLife([...own, ...fed]);
};

const unstarted: LifeState = {
  started: undefined,
  reached: undefined,
  confirmed: undefined,
  reopened: undefined,
  cancelled: undefined,
};

/** A cancelled milestone stays so; one reached stays so until it is reopened. */
const after = (state: LifeState, fact: LifeFact): LifeState => {
  if (state.cancelled) return state;
  switch (fact.step) {
    case 'started':
      return { ...state, started: state.started ?? fact };
    case 'reached':
      return state.reached ? state : { ...state, reached: fact, reopened: undefined };
    case 'confirmed':
      return state.reached && !state.confirmed ? { ...state, confirmed: fact } : state;
    case 'reopened':
      return state.reached ? { ...state, reached: undefined, confirmed: undefined, reopened: fact } : state;
    case 'cancelled':
      return { ...state, cancelled: fact };
  }
};

const isOpen = (state: LifeState): boolean => !!state.started && !state.reached && !state.cancelled;
const isClosed = (state: LifeState): boolean => !!state.reached || !!state.cancelled;

/** Collects the days on which something holds, told of each change in order of days. */
const spanRecorder = () => {
  const spans: Span[] = [];
  let since = forever;
  return {
    tell: (holds: boolean, day: number): void => {
      if (holds === (since !== forever)) return;
      if (holds) since = day;
      else {
        if (since < day) spans.push({ from: since, to: day });
        since = forever;
      }
    },
    spans: (): readonly Span[] => (since === forever ? spans : [...spans, { from: since, to: forever }]),
  };
};

const notBegun: MilestoneLife = { steps: [], open: [], closed: [], started: undefined };

export const milestoneLife = (reading: Reading, milestone: MilestoneFacts): MilestoneLife => {
  const steps = stepsOf(reading, milestone);
  if (steps.length === 0) return notBegun;
  const open = spanRecorder();
  const closed = spanRecorder();
  let state = unstarted;
  for (const step of steps) {
    state = after(state, step);
    const day = toEpochDay(step.on);
    open.tell(isOpen(state), day);
    closed.tell(isClosed(state), day);
  }
  return { steps, open: open.spans(), closed: closed.spans(), started: state.started };
};

export const lifeOn = (reading: Reading, life: MilestoneLife): LifeState => {
  let state = unstarted;
  for (const step of life.steps) if (hasHappened(reading, step)) state = after(state, step);
  return state;
};
