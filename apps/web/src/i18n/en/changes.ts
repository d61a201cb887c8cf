import type { Words } from '../catalogue.js';
import type { Formats } from '../formats.js';
import type { changes as source } from '../ar/changes.js';

export const changes = ({ count, number }: Formats): Words<ReturnType<typeof source>> => {
  const milestones = (n: number) => count(n, { one: '# milestone', other: '# milestones' });
  return {
    title: 'Since your last look',
    all: 'Show all',
    since: (at) => `Your last look: ${at}`,
    noLook: (days) => `You have kept no look yet; this is what changed within ${days}`,
    notAll: 'More has changed than is listed here.',
    noneLately: 'Nothing has changed in that time.',
    none: 'Nothing has changed since your last look.',
    correctionsTitle: 'Data corrections, not changes of plan',
    markSeen: 'Mark all as seen',
    noDate: 'no date',
    about: (date) => `${date}, provisionally`,
    parted: '; ',
    registered: 'Registered',
    status: (from, to) => `Status from ${from} to ${to}`,
    titleChanged: (before) => `Renamed; it was ${before}`,
    owner: (from, to) => `Passed from ${from} to ${to}`,
    started: (date) => `Started on ${date}`,
    notStarted: 'Its start was taken back',
    milestoneAdded: (name, target) => `New milestone “${name}”, target: ${target}`,
    milestoneStatus: (name, status) => `“${name}”: ${status}`,
    target: (name, from, to) =>
      from === undefined
        ? `Current target of “${name}”: ${to ?? 'no date'}`
        : `Current target of “${name}” from ${from} to ${to ?? 'no date'}`,
    forecast: (name, from, to) =>
      to === undefined
        ? `Forecast of “${name}” withdrawn`
        : from === undefined
          ? `Forecast of “${name}”: ${to}`
          : `Forecast of “${name}” from ${from} to ${to}`,
    actual: (name, from, to) =>
      to === undefined
        ? `“${name}” no longer counts as reached`
        : from === undefined
          ? `“${name}” reached on ${to}`
          : `Actual of “${name}” from ${from} to ${to}`,
    slip: (days, before) => (before === undefined ? `Slip: ${days} days` : `Slip from ${before} to ${days} days`),
    noSlip: 'There is no slip to count any more',
    missed: (from, to) =>
      to === 0
        ? 'No milestone is missed any more'
        : to > from
          ? `${milestones(to)} missed${from === 0 ? '' : `, ${number(from)} before`}`
          : `${milestones(to)} still missed`,
    next: (target) => `Next milestone: ${target}`,
    noNext: 'There is no next milestone',
    waitBegan: (party) => `A wait on ${party} began`,
    waitEnded: (party) => `The wait on ${party} ended`,
    waitStale: 'A wait was not affirmed for 28 days',
    pauseLapsed: (date) => `The pause ran out on ${date} without renewal`,
    stalled: 'Nothing has moved for nine months',
    movesAgain: 'Moves again',
    contested: (days) => `${days} contested and undecided`,
    contestDecided: 'The contest was decided',
    corrections: (n) => `${count(n, { one: '# correction', other: '# corrections' })} in this initiative`,
    rating: (voice, from, to) => `${voice} rating from ${from} to ${to}`,
  };
};
