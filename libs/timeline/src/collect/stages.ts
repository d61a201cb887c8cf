import { factOf, present, type Collectors } from './collector.js';

export const stageCollectors: Collectors = {
  'law.stage-entered.v1': (facts, event) => {
    const { stage, visit, party, returned, skipped, issue, number, inForceOn } = event.data;
    const entered = {
      ...factOf(event),
      stage,
      visit,
      ...present({ party, returned: returned?.reason, skipped, issue, number, inForceOn }),
    };
    return { ...facts, stages: [...facts.stages, entered] };
  },
  /** A law ends when its outcome is recorded (definitions §2). */
  'law.outcome-recorded.v1': (facts, event) => ({
    ...facts,
    endings: [...facts.endings, { ...factOf(event), ending: 'complete', outcome: event.data.outcome }],
  }),
};
