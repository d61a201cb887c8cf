import type { Sentences } from './sentence-context.js';

/** What is said of the initiative itself, its days, its corrections, laws and policies. */
export const initiativeSentences = {
  'initiative.registered.v1': (_, { said }) => said.registered,
  'initiative.published.v1': (_, { said }) => said.published,
  'initiative.described.v1': (_, { said }) => said.described,
  'initiative.owner-changed.v1': ({ from, to }, { said, nameOf }) =>
    said.ownerChanged(nameOf.entity(from), nameOf.entity(to)),
  'initiative.member-added.v1': ({ user, role }, { said, vocabulary, nameOf }) =>
    said.memberAdded(nameOf.person(user), vocabulary.role[role]),
  'initiative.member-removed.v1': ({ user }, { said, nameOf }) => said.memberRemoved(nameOf.person(user)),
  'initiative.completed.v1': (_, { said }) => said.completed,
  'initiative.cancelled.v1': (_, { said }) => said.cancelled,
  'wait.began.v1': ({ happenedOn, party, reason }, { said, vocabulary, nameOf }) =>
    said.waitBegan(nameOf.party(party), vocabulary.waitReason[reason], happenedOn),
  'wait.affirmed.v1': ({ wait }, { said, nameOf }) => said.waitAffirmed(nameOf.waitedOn(wait)),
  'wait.ended.v1': ({ wait }, { said, nameOf }) => said.waitEnded(nameOf.waitedOn(wait)),
  'pause.requested.v1': ({ on, until }, { said }) => said.pauseAsked(on, until),
  'pause.decided.v1': ({ decision, until }, { said }) =>
    decision === 'granted' ? said.pauseGranted(until ?? '') : said.pauseRefused,
  'pause.renewed.v1': ({ until }, { said }) => said.pauseRenewed(until),
  'pause.ended.v1': (_, { said }) => said.pauseEnded,
  'ledger.contested.v1': ({ party, from, to }, { said, nameOf }) => said.contested(nameOf.party(party), from, to),
  'ledger.contest-decided.v1': ({ decision, spans }, { said, nameOf }) =>
    decision === 'dismissed'
      ? said.contestDismissed
      : said.contestRuled((spans ?? []).map(({ from, to, party }) => said.ruledSpan(nameOf.party(party), from, to))),
  'correction.requested.v1': ({ corrects, field, to }, { said, value }) =>
    said.correctionAsked(corrects, said.field[field], value(field, to)),
  'correction.decided.v1': ({ decision }, { said }) =>
    decision === 'approved' ? said.correctionApproved : said.correctionRejected,
  'entry.corrected.v1': ({ corrects, field }, { said }) => said.corrected(corrects, said.field[field]),
  'blocker.raised.v1': ({ title, decider, dueOn }, { said, nameOf }) =>
    said.blockerRaised(nameOf.text(title), nameOf.whom(decider), dueOn),
  'blocker.resolved.v1': ({ blocker }, { said, nameOf }) => said.blockerResolved(nameOf.blocker(blocker)),
  'note.added.v1': ({ to, answers }, { said, nameOf }) =>
    answers !== undefined ? said.answered : to !== undefined ? said.asked(nameOf.whom(to)) : said.note,
  'rating.given.v1': ({ voice, colour }, { said, vocabulary }) =>
    said.rated(vocabulary[voice], vocabulary.colour[colour]),
  'law.stage-entered.v1': ({ stage, visit, returned }, { said, nameOf }) =>
    returned ? said.stageReturned(nameOf.stage(stage)) : said.stageEntered(nameOf.stage(stage), visit),
  'law.outcome-recorded.v1': ({ outcome }, { said }) => said.outcome(said.outcomes[outcome]),
  'policy.scope-set.v1': ({ entities }, { said }) => said.scopeSet(entities.length),
  'policy.application-recorded.v1': ({ entity, state }, { said, nameOf }) =>
    said.applicationRecorded(nameOf.entity(entity), said.applicationStates[state]),
  'policy.application-verified.v1': ({ entity }, { said, nameOf }) => said.applicationVerified(nameOf.entity(entity)),
  'policy.application-returned.v1': ({ entity }, { said, nameOf }) => said.applicationReturned(nameOf.entity(entity)),
  'policy.entity-exempted.v1': ({ entity }, { said, nameOf }) => said.exempted(nameOf.entity(entity)),
} satisfies Sentences;
