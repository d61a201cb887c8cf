import type { Words } from '../catalogue.js';
import type { Formats } from '../formats.js';
import type { initiative as source } from '../ar/initiative.js';

export const initiative = (formats: Formats): Words<ReturnType<typeof source>> => {
  const { count, day, hijri, number, instant } = formats;
  const days = (n: number) => count(n, { one: '# day', other: '# days' });
  return {
    notThere: 'No initiative at this address',
    notKnownYet: 'This initiative was not on record on that day',
    asOfToday: 'Show it as of today',
    backToPortfolio: 'To the portfolio',
    facts: 'Facts of the initiative',
    startedOn: (on) => `Started ${day(on)} · ${hijri(on)}`,
    endedOn: (on) => `Ended ${day(on)} · ${hijri(on)}`,
    notStarted: 'Not started',
    stocktake: 'Stocktake',
    incomplete: (since) => `This is incomplete: some events could not be read since ${instant(since)}`,
    sentence: {
      draft: 'A draft, not published: its dates are no promises yet.',
      notStarted: 'Work has not started.',
      passed: (all, waiting) =>
        waiting === 0
          ? `${days(all)} have passed, none waiting.`
          : `${days(all)} have passed, ${number(waiting)} of them waiting.`,
      took: (all, waiting) =>
        waiting === 0
          ? `It took ${days(all)}, none waiting.`
          : `It took ${days(all)}, ${number(waiting)} of them waiting.`,
      pausedDays: (n) => `Paused for ${days(n)}.`,
      longest: (party, n) => `The longest wait was on ${party}: ${days(n)}.`,
      longestOfLaw: (party, n) => `Constitutional procedure aside, the longest wait was on ${party}: ${days(n)}.`,
      missed: (n) => count(n, { one: '# milestone missed its date.', other: '# milestones missed their dates.' }),
      next: (title, on) => `Next is ${title} on ${day(on)}.`,
      stalled: (on) => `Nothing has moved since ${day(on)}.`,
      allDone: 'All its milestones are reached.',
      cancelled: (on) => `Cancelled on ${day(on)}.`,
      past: (on) => `This is what was known on ${day(on)}; anything recorded later is left out.`,
    },
    known: {
      title: 'As known on',
      day: 'Day of knowledge',
      months: 'Between the start of the initiative and today',
      back: 'Back to today',
      invalid: 'A day between the start of the initiative and today',
      commandsHidden: 'Nothing can be decided while a past day is shown.',
    },
    ratings: {
      title: 'Delivery confidence',
      voice: 'Voice',
      colour: 'Rating',
      on: 'Date',
      old: 'Older than thirty days',
      apart: 'Apart',
      apartDetail: 'The ratings are apart: each is read alone and none is averaged.',
      give: 'Rate',
      giveTitle: 'Rate the delivery confidence',
      note: 'Why',
      meaning: {
        green: 'Success on time looks very likely',
        amber: 'Feasible; serious issues need attention now',
        red: 'Out of reach; may need another scope or other dates',
      },
    },
    forecastTitle: 'Forecast',
    gainedTitle: 'Days gained',
    notOffered: 'No figure yet: too few closed cases of the same kind to tell.',
    blockers: {
      title: 'Blockers',
      none: 'No open blockers',
      decider: (who) => `Decides: ${who}`,
      left: (n) => (n === 0 ? 'Due today' : `${days(n)} left to decide`),
      over: (n) => `${days(n)} past the day to decide`,
      held: (n) => `Standing for ${days(n)}`,
      resolved: (on) => `Resolved ${day(on)}`,
      resolve: 'Record resolution',
      outcome: 'How it was resolved',
    },
    corrections: {
      title: 'Corrections of data',
      none: 'No corrections',
      lead: 'Shown apart: no change of the plan.',
      change: (field) => `Corrected: ${field}`,
      from: 'from',
      to: 'to',
    },
    notes: {
      title: 'Questions and notes',
      none: 'No questions, no notes',
      question: (whom) => `Question to ${whom}`,
      answers: 'Answer',
      add: 'Add note',
      answer: 'Answer',
      text: 'Text',
      unanswered: 'Not answered yet',
    },
    commitments: {
      title: 'Commitments',
      owes: (debtor, receiver) => `${debtor} owes it to ${receiver}`,
      due: (on) => `due ${day(on)}`,
      debtorDays: (n) => `${days(n)} with the debtor`,
      receiverDays: (n) => `${days(n)} with the receiver`,
      status: {
        offered: 'Offered',
        accepted: 'Accepted',
        declined: 'Declined',
        reported: 'Reported done',
        returned: 'Returned',
        confirmed: 'Confirmed',
        withdrawn: 'Withdrawn',
      },
    },
    coverage: {
      title: 'Scope of application',
      declared: (applied, of) => `Declared applied: ${number(applied)} of ${number(of)}`,
      verified: (applied, of) => `Verified: ${number(applied)} of ${number(of)}`,
      states: {
        'not-begun': 'Not begun',
        begun: 'Begun',
        partly: 'Partly',
        applied: 'Applied',
        'not-applied': 'Not applied',
        exempt: 'Exempt',
      },
    },
    unconfirmed: (years) => `Holidays of these years are computed and not yet confirmed: ${years}`,
    fault: 'A cycle of dependencies between initiatives',
  };
};
