import { changed, factOf, type Collectors } from './collector.js';

export const contestCollectors: Collectors = {
  'ledger.contested.v1': (facts, event) => {
    const { contest: id, party, from, to, reason } = event.data;
    return { ...facts, contests: [...facts.contests, { ...factOf(event), id, party, from, to, reason }] };
  },
  'ledger.contest-decided.v1': (facts, event) => ({
    ...facts,
    contests: changed(
      facts.contests,
      event.data.contest,
      (contest) => {
        const { decision, reason, spans = [] } = event.data;
        return { ...contest, decided: { ...factOf(event), decision, reason, spans } };
      },
      'fold/unknown-contest',
      event,
    ),
  }),
};
