import type { Sentences } from './sentence-context.js';

/** What is said of milestones and their dates. */
export const milestoneSentences = {
  'milestone.planned.v1': ({ milestone, target }, { said, nameOf, promise }) =>
    said.planned(nameOf.milestone(milestone), promise(target)),
  'milestone.described.v1': ({ milestone }, { said, nameOf }) => said.milestoneDescribed(nameOf.milestone(milestone)),
  'milestone.dependencies-set.v1': ({ milestone, dependsOn }, { said, nameOf }) =>
    said.dependenciesSet(nameOf.milestone(milestone), dependsOn.map(nameOf.reference)),
  'milestone.target-set.v1': ({ milestone, target }, { said, nameOf, promise }) =>
    said.targetSet(nameOf.milestone(milestone), promise(target)),
  'milestone.target-moved.v1': ({ milestone, from, to }, { said, nameOf, promise }) =>
    said.targetMoved(nameOf.milestone(milestone), promise(from), promise(to)),
  'milestone.target-change-requested.v1': ({ milestone, from, to }, { said, nameOf, promise }) =>
    said.targetAsked(nameOf.milestone(milestone), promise(from), promise(to)),
  'milestone.target-change-decided.v1': ({ milestone, decision, to }, { said, nameOf, promise }) => {
    const name = nameOf.milestone(milestone);
    if (decision === 'approved') return said.targetApproved(name, to === undefined ? '' : promise(to));
    return decision === 'returned' ? said.targetReturned(name) : said.targetRejected(name);
  },
  'milestone.target-change-withdrawn.v1': ({ milestone }, { said, nameOf }) =>
    said.targetWithdrawn(nameOf.milestone(milestone)),
  'milestone.started.v1': ({ milestone }, { said, nameOf }) => said.started(nameOf.milestone(milestone)),
  'milestone.forecast.v1': ({ milestone, date }, { said, nameOf }) => said.forecast(nameOf.milestone(milestone), date),
  'milestone.reached.v1': ({ milestone }, { said, nameOf }) => said.reached(nameOf.milestone(milestone)),
  'milestone.confirmed.v1': ({ milestone }, { said, nameOf }) => said.confirmed(nameOf.milestone(milestone)),
  'milestone.reopened.v1': ({ milestone }, { said, nameOf }) => said.reopened(nameOf.milestone(milestone)),
  'milestone.cancelled.v1': ({ milestone }, { said, nameOf }) => said.milestoneCancelled(nameOf.milestone(milestone)),
} satisfies Sentences;
