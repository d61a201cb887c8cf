import type { Words } from '../catalogue.js';
import type { Formats } from '../formats.js';
import type { commitments as source } from '../ar/commitments.js';

export const commitments = ({ count, day, hijri, number }: Formats): Words<ReturnType<typeof source>> => {
  const many = (n: number) => count(n, { one: '# commitment', other: '# commitments' });
  const days = (n: number) => count(n, { one: '# day', other: '# days' });
  const clocks = (here: string, own: number, other: number, there: string): string => {
    if (own === 0 && other === 0) return 'No clock runs now';
    if (own === 0) return `The clock is ${there} on ${many(other)} and on nothing ${here}`;
    return other === 0
      ? `The clock is ${here} on ${many(own)} and on nothing ${there}`
      : `The clock is ${here} on ${many(own)} and ${there} on ${many(other)}`;
  };
  return {
    headline: {
      partner: (own, other) => clocks('with you', own, other, 'with government'),
      government: (own, other) => clocks('with government', own, other, 'with partners'),
    },
    unanswered: (n) => `${many(n)} offered and not answered yet`,
    owe: { partner: 'What we owe government', government: 'What government owes partners' },
    owed: { partner: 'What government owes us', government: 'What partners owe government' },
    nothingOwed: 'Nothing here',
    with: { partner: 'With you', government: 'With government', otherPartner: 'With the partner' },
    running: 'running',
    stopped: 'stopped',
    clockRuns: (side, since, from) =>
      since === 0
        ? `The clock: ${side.toLowerCase()} since today`
        : `The clock: ${side.toLowerCase()} for ${days(since)}, since ${day(from)}`,
    clockStopped: (side, own, otherLabel, other) =>
      `The clock is stopped: ${side.toLowerCase()} ${days(own)}, ${otherLabel.toLowerCase()} ${days(other)}`,
    span: (side, from, until, n) => `${side} from ${day(from)} to ${day(until)}: ${days(n)}`,
    ribbonOf: (from, to) => `How the clock passed between the sides from ${day(from)} to ${day(to)}`,
    notYetRunning: (n) =>
      n === 0
        ? 'Offered today. The clock begins on the day of acceptance.'
        : `Offered ${days(n)} ago and not answered yet. The clock begins on the day of acceptance.`,
    feeds: 'Feeds',
    due: 'Due',
    dueOn: (date) => `${day(date)} · ${hijri(date)}`,
    dueIn: (n) => `in ${days(n)}`,
    dueToday: 'today',
    late: (n) => `${days(n)} late`,
    reportedEarly: (n) => `reported ${days(n)} early`,
    reportedOnTime: 'reported on time',
    reportedLate: (n) => `reported ${days(n)} late`,
    firstDue: (date) => `Original date ${day(date)}`,
    status: {
      offered: 'Offered',
      accepted: 'Accepted',
      declined: 'Declined',
      reported: 'Reported',
      returned: 'Returned',
      confirmed: 'Confirmed',
      withdrawn: 'Withdrawn',
    },
    history: 'Every step',
    step: 'Step',
    date: 'Date',
    who: 'Recorded by',
    why: 'Reason',
    returnedFor: (date, reason) => `Returned on ${day(date)}: ${reason}`,
    declinedFor: (date, reason) => `Declined on ${day(date)}: ${reason}`,
    withdrawnFor: (date, reason) => `Withdrawn on ${day(date)}: ${reason}`,
    fedRefused: 'Confirmed, but the milestone was not recorded as reached: the initiative refused it.',
    proposed: {
      partner: (to, reason) => `The partner proposed another date: ${day(to)} (${hijri(to)}), because: ${reason}`,
      government: (to, reason) => `Government proposed another date: ${day(to)} (${hijri(to)}), because: ${reason}`,
    },
    proposedByYou: (to) => `You proposed another date: ${day(to)} (${hijri(to)}); it waits for the other side.`,
    nothingToDo: {
      partner: 'Nothing is needed from you now. It is government’s turn.',
      government: 'It is the partner’s turn.',
    },
    act: {
      accept: 'Accept',
      decline: 'Decline, with reason',
      report: 'Report as done',
      confirm: 'Confirm receipt',
      return: 'Return, with reason',
      withdraw: 'Withdraw the offer',
      'give-up': 'Give the commitment up',
      propose: 'Propose another date',
      agree: 'Agree to the date',
      refuse: 'Refuse the date',
    },
    consequence: {
      accept: 'From the day of acceptance the clock runs with whoever owes it.',
      decline: 'What was offered ends here; its reason stays on record.',
      report:
        'When you send, the clock passes to the other side and stays there until it confirms, or returns it with a reason.',
      confirm: 'The clock stops and the commitment ends; the milestone it feeds is reached on the day of confirmation.',
      return: 'The clock goes back to whoever owes it until what is missing is there.',
      withdraw: 'The offer is taken back before it was answered; that it was made stays on record.',
      'give-up': 'Whoever owes it is released; that it was owed stays on record.',
      propose: 'The date in force stays until the other side agrees.',
      agree: 'The proposed date is in force from today.',
      refuse: 'The date in force stays as it is.',
    },
    forSide: { partner: 'For the partner', government: 'For government' },
    send: 'Send',
    sendAndPass: 'Send and pass the clock',
    cancel: 'Cancel',
    doneOn: 'Done on',
    newDate: 'Proposed date',
    reason: 'Reason',
    reasonIfAny: 'Reason, if any',
    required: 'This has to be filled in',
    evidenceNeeded: 'At least one item of evidence: a file or a link',
    booked: 'Days booked to you',
    mayContest: 'You may contest any of them',
    noneBooked: 'No days are booked to you',
    oneDay: (date) => day(date),
    fromTo: (from, last) => `${day(from)} to ${day(last)}`,
    workDays: (n) => count(n, { one: '# working day of them', other: '# working days of them' }),
    contest: 'Contest',
    contestWhy: 'Why are these days not yours?',
    contestStays: 'The days stay booked, marked contested, until decided.',
    contestSend: 'Send the contest',
    contested: {
      open: 'You contested it; a reviewer is to decide',
      dismissed: 'The contest was dismissed',
      ruled: 'Booked anew by a ruling',
    },
    sourceDerived: 'Derived from events',
    sourceRecorded: 'Recorded',
    sourceRuling: 'By a ruling',
    depended: 'Dates you depend on',
    dependedLead: 'Dates of the milestones your commitments feed',
    closed: (n) => `Ended (${number(n)})`,
    onlyYours:
      'You see your own commitments, the titles of the initiatives they feed and the dates you depend on. Nothing else.',
    empty: { partner: 'No commitments between you and government yet', government: 'No commitments with partners yet' },
    emptyDetail: {
      partner: 'When an entity offers one it appears here, to be accepted or declined in place.',
      government: 'A commitment is offered for an initiative your entity owns, and appears here with both clocks.',
    },
    ofInitiative: 'Commitments of partners',
    noneOfInitiative: 'No commitments for this initiative yet.',
    offer: 'Offer a commitment',
    offerTitle: 'Offer a commitment to a partner',
    offerLead: 'The clock does not begin until the other side accepts.',
    forInitiative: 'The initiative it feeds',
    partner: 'Partner',
    noPartners: 'No partners are registered yet. An administrator registers them.',
    choosePartner: 'Choose the partner',
    direction: 'Who owes it',
    byPartner: 'The partner, to government',
    byGovernment: 'Government, to the partner',
    titleArabic: 'What is owed, in Arabic',
    titleEnglish: 'What is owed, in English',
    titleNeeded: 'It has to be said in one language at least',
    milestone: 'The milestone it feeds',
    noMilestone: 'No milestone in particular',
    dueDate: 'Due on',
    sendOffer: 'Send the offer',
  };
};
