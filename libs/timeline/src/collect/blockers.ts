import { changed, factOf, present, type Collectors } from './collector.js';

export const blockerCollectors: Collectors = {
  'blocker.raised.v1': (facts, event) => {
    const { blocker: id, title, decider, dueOn, wait } = event.data;
    const blocker = { ...factOf(event), id, title, decider, dueOn, ...present({ wait }) };
    return { ...facts, blockers: [...facts.blockers, blocker] };
  },
  'blocker.resolved.v1': (facts, event) => ({
    ...facts,
    blockers: changed(
      facts.blockers,
      event.data.blocker,
      (blocker) => ({ ...blocker, resolved: { ...factOf(event), outcome: event.data.outcome } }),
      'fold/unknown-blocker',
      event,
    ),
  }),
};
