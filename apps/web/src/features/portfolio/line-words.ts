import type { Said } from '../../i18n/languages.js';
import type { Row } from './rows.js';

/** What the line of an initiative shows, in words: for whoever does not see it, and on the phone's card. */
export const lineWords = (
  { startedOn, line: { promise, holder } }: Row,
  { drawn, noPromise }: Said['portfolio'],
  party: (of: string) => string,
): readonly string[] => {
  const said: string[] = [];
  if (startedOn !== null) said.push(drawn.started(startedOn));
  if (!promise) said.push(noPromise);
  else {
    if (promise.originalTarget !== promise.currentTarget) said.push(drawn.original(promise.originalTarget));
    said.push(drawn.current(promise.currentTarget));
    if (promise.actual !== null) said.push(drawn.actual(promise.actual));
    else if (promise.forecast.team !== null) said.push(drawn.forecast(promise.forecast.team));
    if (promise.confirmedOn !== null) said.push(drawn.confirmed);
  }
  if (holder?.bucket === 'waiting') said.push(drawn.waiting(party(holder.party), holder.since));
  if (holder?.bucket === 'paused') said.push(drawn.paused(holder.since));
  return said;
};
