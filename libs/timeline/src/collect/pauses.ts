import type { RecordedEvent } from '@masar/contracts';
import { changed, factOf, present, type Collectors } from './collector.js';
import type { InitiativeFacts, PauseFact } from './facts.js';

type PauseEvent = RecordedEvent<'pause.decided.v1' | 'pause.renewed.v1' | 'pause.ended.v1'>;

const within = (
  facts: InitiativeFacts,
  event: PauseEvent,
  change: (pause: PauseFact) => PauseFact,
): InitiativeFacts => ({
  ...facts,
  pauses: changed(facts.pauses, event.data.pause, change, 'fold/unknown-pause', event),
});

export const pauseCollectors: Collectors = {
  'pause.requested.v1': (facts, event) => {
    const { pause: id, on, until, reason, party } = event.data;
    const pause = { ...factOf(event), id, on, until, reason, ...present({ party }), renewed: [] };
    return { ...facts, pauses: [...facts.pauses, pause] };
  },
  'pause.decided.v1': (facts, event) =>
    within(facts, event, (pause) => {
      const { decision, on: from, until } = event.data;
      return { ...pause, decided: { ...factOf(event), decision, ...present({ from, until }) } };
    }),
  'pause.renewed.v1': (facts, event) =>
    within(facts, event, (pause) => ({
      ...pause,
      renewed: [...pause.renewed, { ...factOf(event), until: event.data.until }],
    })),
  'pause.ended.v1': (facts, event) => within(facts, event, (pause) => ({ ...pause, ended: factOf(event) })),
};
