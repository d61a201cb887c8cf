import { inForceOn } from '@masar/directory';
import { event, refuse, sourceReason } from '@masar/contracts';
import type { DomainEvent, LawPath, LocalDate } from '@masar/contracts';
import { notBefore, realDate } from '../guards.js';
import type { InitiativeCommand } from '../initiative/commands.js';
import { happened, holdsRole } from '../initiative/guards.js';
import type { Rules } from '../initiative/kind-rules.js';
import { isOpen } from '../initiative/milestone-state.js';
import { knownParty } from '../initiative/parties.js';
import type { Initiative } from '../initiative/state.js';
import { announcedInForce, lawOf, visitsOf } from './law-state.js';
import { allowedAfter, pathOf, reachable, stageOf, stagesOf, standsAt } from './steps.js';

type Enter = InitiativeCommand<'EnterStage'>;
type Skipped = readonly { readonly stage: string; readonly reason: string }[];

/** A draft has no stages; after an outcome only a law in force goes on (executive regulations). A source's law goes on as it did. */
const goesOn = (initiative: Initiative, { context }: Enter | InitiativeCommand<'RecordOutcome'>): void => {
  if (context.fromSource) return;
  const { outcome } = lawOf(initiative);
  if (initiative.status === 'draft') refuse('initiative/draft');
  if (initiative.status === 'cancelled')
    refuse('initiative/closed', { status: 'cancelled', endedOn: initiative.endedOn });
  if (outcome !== undefined && outcome !== 'in-force') refuse('law/ended', { outcome, endedOn: initiative.endedOn });
};

const notAllowed = (path: LawPath, from: string | undefined, stage: string): never => {
  const allowed = allowedAfter(path, from);
  return stageOf(path, stage)
    ? refuse('law/stage-not-allowed', { from: from ?? null, stage, allowed }, 'stage')
    : refuse('law/stage-unknown', { stage, allowed }, 'stage');
};

/** Only a reviewer skips, and every stage skipped has a reason and is a stage of the path. */
const skippable = (initiative: Initiative, path: LawPath, { skip, context }: Enter): Skipped => {
  if (skip === undefined || skip.length === 0) return [];
  if (!context.fromSource && !holdsRole(initiative, context, 'reviewer'))
    refuse('access/denied', { action: 'law.stage.skip' }, 'skip');
  const unknown = skip.find(({ stage }) => !stageOf(path, stage));
  if (unknown && !context.fromSource)
    refuse('law/stage-unknown', { stage: unknown.stage, allowed: stagesOf(path) }, 'skip');
  return skip;
};

/**
 * The skips to record. A step the path does not allow is refused naming the allowed ones, unless a reviewer's skips lead
 * there; what a source decided outside the path is recorded as a skip of the stage left out, with reason `source` (definitions §12).
 */
const stepTaken = (initiative: Initiative, path: LawPath, command: Enter): Skipped => {
  const { stage, context } = command;
  const from = standsAt(initiative);
  const skipped = skippable(initiative, path, command);
  if (
    reachable(
      path,
      from,
      stage,
      skipped.map((skip) => skip.stage),
    )
  )
    return skipped;
  if (!context.fromSource) return notAllowed(path, from, stage);
  if (skipped.length > 0) return skipped;
  const leftOut = allowedAfter(path, from).find((allowed) => allowed !== stage) ?? from ?? stage;
  return [{ stage: leftOut, reason: sourceReason }];
};

/** `inForceOn` belongs to the publication, as announced there or by the path's own rule. */
const inForce = (path: LawPath, command: Enter): LocalDate | undefined => {
  const { stage, on, inForceOn: stated } = command;
  const publishes = path.stages.some(({ publication }) => publication);
  const published = stageOf(path, stage)?.publication === true;
  if (stated === undefined) return published ? inForceOn(path, on) : undefined;
  if (publishes && !published) refuse('law/publication-missing', { stage }, 'inForceOn');
  realDate(stated, 'inForceOn');
  notBefore(command, stated, on, 'inForceOn');
  return stated;
};

/** Open milestones bound to the stage are reached by entering it, in the same commit. */
const reachedBy = ({ milestones }: Initiative, { stage, on }: Enter): readonly DomainEvent[] =>
  Object.values(milestones)
    .filter((milestone) => milestone.stage === stage && isOpen(milestone))
    .map(({ id }) => event('milestone.reached.v1', { happenedOn: on, milestone: id, evidence: [] }));

/** Stages and outcome of a law. The log of entries is the only truth of a stage; going back opens a new visit. */
export const stageRules: Rules = {
  EnterStage: (initiative, command) => {
    const { on, stage, party, returned, issue, number, context } = command;
    goesOn(initiative, command);
    happened(initiative, command);
    const path = pathOf(initiative, context);
    const skipped = stepTaken(initiative, path, command);
    notBefore(command, on, lawOf(initiative).visits.at(-1)?.from, 'on');
    if (party !== undefined) knownParty(context, party);
    if (stageOf(path, stage)?.inForce) notBefore(command, on, announcedInForce(initiative, path), 'on');
    const announced = inForce(path, command);
    const entered = event('law.stage-entered.v1', {
      happenedOn: on,
      stage,
      visit: visitsOf(initiative, stage).length + 1,
      ...(party && { party }),
      ...(returned && { returned }),
      ...(skipped.length > 0 && { skipped: [...skipped] }),
      ...(issue && { issue }),
      ...(number && { number }),
      ...(announced && { inForceOn: announced }),
    });
    return [entered, ...reachedBy(initiative, command)];
  },

  /** A law ends here. `in-force` needs the law to have entered into force where its path has such a stage. */
  RecordOutcome: (initiative, command) => {
    const { on, outcome, into, context } = command;
    const known = lawOf(initiative).outcome;
    if (known !== undefined) refuse('law/outcome-recorded', { outcome: known, endedOn: initiative.endedOn });
    goesOn(initiative, command);
    happened(initiative, command);
    const path = pathOf(initiative, context);
    const stages = path.stages.filter((stage) => stage.inForce).map(({ stage }) => stage);
    const entered = stages.length === 0 || stages.some((stage) => visitsOf(initiative, stage).length > 0);
    if (!path.outcomes.includes(outcome) || (outcome === 'in-force' && !entered && !context.fromSource))
      refuse(
        'law/outcome-not-allowed',
        { outcome, allowed: path.outcomes, at: standsAt(initiative) ?? null },
        'outcome',
      );
    notBefore(command, on, lawOf(initiative).visits.at(-1)?.from, 'on');
    return [event('law.outcome-recorded.v1', { happenedOn: on, outcome, ...(into && { into: [...into] }) })];
  },
};
