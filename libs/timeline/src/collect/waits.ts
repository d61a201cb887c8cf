import { changed, factOf, present, type Collectors } from './collector.js';

export const waitCollectors: Collectors = {
  'wait.began.v1': (facts, event) => {
    const { wait: id, party, reason, milestone, note } = event.data;
    const wait = { ...factOf(event), id, party, reason, ...present({ milestone, note }), affirmed: [] };
    return { ...facts, waits: [...facts.waits, wait] };
  },
  'wait.affirmed.v1': (facts, event) => ({
    ...facts,
    waits: changed(
      facts.waits,
      event.data.wait,
      (wait) => ({ ...wait, affirmed: [...wait.affirmed, factOf(event)] }),
      'fold/unknown-wait',
      event,
    ),
  }),
  'wait.ended.v1': (facts, event) => ({
    ...facts,
    waits: changed(
      facts.waits,
      event.data.wait,
      (wait) => ({ ...wait, ended: factOf(event) }),
      'fold/unknown-wait',
      event,
    ),
  }),
};
