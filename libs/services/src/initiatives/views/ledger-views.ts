import type { Initiative } from '@masar/domain';
import { factsOf, lastOf, present, recordOf } from './facts-of.js';

export const waitViews = (initiative: Initiative) =>
  factsOf(initiative, 'wait.began.v1').map((began) => {
    const { wait, party, reason, milestone, note, happenedOn } = began.data;
    const state = initiative.waits[wait];
    return present({
      id: wait,
      party,
      reason,
      since: happenedOn,
      milestone,
      note,
      status: state?.status,
      endedOn: state?.status === 'ended' ? state.endedOn : null,
      affirmedOn: factsOf(initiative, 'wait.affirmed.v1').findLast(({ data }) => data.wait === wait)?.data.happenedOn,
      ...recordOf(began),
    });
  });

export const pauseViews = (initiative: Initiative) =>
  factsOf(initiative, 'pause.requested.v1').map((asked) => {
    const { pause, reason, steps, party } = asked.data;
    const state = initiative.pauses[pause];
    const decided = lastOf(initiative, 'pause.decided.v1', (data) => data.pause === pause);
    return present({
      id: pause,
      on: state?.on,
      until: state?.until,
      requested: { on: asked.data.on, until: asked.data.until },
      reason,
      steps,
      party,
      status: state?.status,
      decidedOn: decided?.data.happenedOn,
      decidedBy: decided?.actor,
      renewals: factsOf(initiative, 'pause.renewed.v1').flatMap(({ data }) =>
        data.pause === pause ? [{ until: data.until, reason: data.reason, on: data.happenedOn }] : [],
      ),
      ...recordOf(asked),
    });
  });

export const contestViews = (initiative: Initiative) =>
  factsOf(initiative, 'ledger.contested.v1').map((raised) => {
    const { contest, party, from, to, reason, happenedOn } = raised.data;
    const decided = lastOf(initiative, 'ledger.contest-decided.v1', (data) => data.contest === contest);
    return present({
      id: contest,
      party,
      from,
      to,
      reason,
      on: happenedOn,
      status: initiative.contests[contest]?.status,
      decidedOn: decided?.data.happenedOn,
      decidedBy: decided?.actor,
      spans: decided?.data.spans,
      decision: decided?.data.reason,
      ...recordOf(raised),
    });
  });

/** Corrections asked for, and those applied at once, which need no decision. */
export const correctionViews = (initiative: Initiative) => {
  const asked = factsOf(initiative, 'correction.requested.v1').map((request) => {
    const { correction, corrects, field, to, reason, happenedOn } = request.data;
    const decided = lastOf(initiative, 'correction.decided.v1', (data) => data.correction === correction);
    const applied = lastOf(initiative, 'entry.corrected.v1', (data) => data.correction === correction);
    return present({
      id: correction,
      corrects,
      field,
      from: applied?.data.from,
      to,
      reason,
      on: happenedOn,
      status: initiative.corrections[correction]?.status,
      decidedOn: decided?.data.happenedOn,
      decidedBy: decided?.actor,
      ...recordOf(request),
    });
  });
  const known = new Set(asked.map(({ id }) => id));
  const atOnce = factsOf(initiative, 'entry.corrected.v1')
    .filter(({ data }) => data.correction === undefined || !known.has(data.correction))
    .map((applied) => {
      const { correction, corrects, field, from, to, reason, happenedOn } = applied.data;
      return present({
        id: correction ?? `v${applied.version}`,
        corrects,
        field,
        from,
        to,
        reason,
        on: happenedOn,
        status: 'approved',
        ...recordOf(applied),
      });
    });
  return [...asked, ...atOnce].sort((a, b) => a.version - b.version);
};

export const blockerViews = (initiative: Initiative) =>
  factsOf(initiative, 'blocker.raised.v1').map((raised) => {
    const { blocker, title, decider, dueOn, wait, happenedOn } = raised.data;
    const resolved = lastOf(initiative, 'blocker.resolved.v1', (data) => data.blocker === blocker);
    return present({
      id: blocker,
      title,
      decider,
      dueOn,
      wait,
      on: happenedOn,
      status: initiative.blockers[blocker]?.status,
      resolvedOn: resolved?.data.happenedOn,
      outcome: resolved?.data.outcome,
      ...recordOf(raised),
    });
  });

export const noteViews = (initiative: Initiative) =>
  factsOf(initiative, 'note.added.v1').map((added) => {
    const { note, text, about, to, answers, happenedOn } = added.data;
    return present({ id: note, text, about, to, answers, on: happenedOn, ...recordOf(added) });
  });

export const ratingViews = (initiative: Initiative) =>
  factsOf(initiative, 'rating.given.v1').map((given) => {
    const { rating, voice, colour, note, backToGreen, happenedOn } = given.data;
    return present({ id: rating, voice, colour, note, backToGreen, on: happenedOn, ...recordOf(given) });
  });
