import { event, refuse } from '@masar/contracts';
import type { DomainEvent, EventData, LawPath, LawPathReference } from '@masar/contracts';
import type { CommandContext } from '../command-context.js';
import type { InitiativeCommand } from '../initiative/commands.js';
import type { Fault, KindRules } from '../initiative/kind-rules.js';
import { isReached } from '../initiative/milestone-state.js';
import type { Milestone, ReachedMilestone } from '../initiative/milestone-state.js';
import type { Fact, Initiative } from '../initiative/state.js';
import { emptyLaw, lawFolds, lawOf, visitsOf } from './law-state.js';
import { stageRules } from './stage-rules.js';
import { pathOf, reachable, stageOf, stagesOf } from './steps.js';

/** Instruments looked for, in order, when a registration names none. */
const usualInstruments = ['law', 'federal-law', 'bill'];
/** The generic bill, for a jurisdiction without a path of its own. */
const anywhere = 'any';

type Register = InitiativeCommand<'RegisterInitiative'>;

const pathFor = ({ jurisdiction: stated, instrument, owner, context }: Register): LawPath => {
  const { directory } = context;
  const jurisdiction = stated ?? directory.entity(owner)?.jurisdiction ?? anywhere;
  const instruments = instrument === undefined ? usualInstruments : [instrument];
  const places = stated === undefined || instrument === undefined ? [jurisdiction, anywhere] : [jurisdiction];
  for (const place of places)
    for (const name of instruments) {
      const path = directory.newestLawPath(place, name);
      if (path) return path;
    }
  return refuse('initiative/unknown-path', { jurisdiction, instrument: instrument ?? null }, 'instrument');
};

/** Registration fixes path and version: those named, else the owner's jurisdiction and its usual instrument, else the generic bill. */
const registering = (command: Register): { readonly path: LawPathReference } => {
  const { jurisdiction, instrument, version } = pathFor(command);
  return { path: { jurisdiction, instrument, version } };
};

/** Steps out of order or off the path; what was skipped or came from a source stands. */
const faults = (initiative: Initiative, context: CommandContext): readonly Fault[] => {
  const path = pathOf(initiative, context);
  const { visits } = lawOf(initiative);
  const { startedOn, endedOn } = initiative;
  return visits.flatMap((visit, index): readonly Fault[] => {
    const before = visits[index - 1];
    const at = `stages/${index + 1}`;
    const early = visit.from < (before?.from ?? startedOn ?? visit.from);
    // Only the steps up to the end belong before it: executive regulations follow a law in force.
    const late = endedOn !== undefined && stageOf(path, visit.stage)?.inForce === true && visit.from > endedOn;
    const allowed = visit.bySource || reachable(path, before?.stage, visit.stage, visit.skipped);
    return [
      ...(early || late ? [{ code: 'date/out-of-order', at } as const] : []),
      ...(allowed ? [] : [{ code: 'law/stage-not-allowed', at } as const]),
    ];
  });
};

const boundTo = (initiative: Initiative, stage: string): readonly Milestone[] =>
  Object.values(initiative.milestones).filter((milestone) => milestone.stage === stage);
const reachedOn = (initiative: Initiative, stage: string, on: string): readonly ReachedMilestone[] =>
  boundTo(initiative, stage)
    .filter(isReached)
    .filter((milestone) => milestone.reachedOn === on);

/** Milestones bound to a stage follow the correction of its entry: another day, or another stage altogether. */
const alongCorrection = (
  initiative: Initiative,
  fact: Fact,
  correction: EventData<'entry.corrected.v1'>,
): readonly DomainEvent[] => {
  if (fact.type !== 'law.stage-entered.v1') return [];
  const { stage, happenedOn } = fact.data;
  const { field, to, reason } = correction;
  const bound = reachedOn(initiative, stage, happenedOn);
  if (field === 'on')
    return bound.map(({ reachedVersion }) =>
      event('entry.corrected.v1', {
        happenedOn: correction.happenedOn,
        corrects: reachedVersion,
        field,
        from: happenedOn,
        to,
        reason,
      }),
    );
  if (field !== 'stage') return [];
  return [
    ...bound.map(({ id: milestone }) =>
      event('milestone.reopened.v1', { happenedOn: correction.happenedOn, milestone, reason }),
    ),
    ...boundTo(initiative, String(to))
      .filter((milestone) => !isReached(milestone) && milestone.status !== 'cancelled')
      .map(({ id: milestone }) => event('milestone.reached.v1', { happenedOn, milestone, evidence: [] })),
  ];
};

/** A law: the shared rules, its stages on a path that is data, its end by an outcome. */
export const lawRules: KindRules = {
  kind: 'laws',
  emptyOwn: emptyLaw,
  endsByOutcome: true,
  registering,
  derivedStart: (initiative) => lawOf(initiative).visits[0]?.from,
  stages: {
    all: (initiative, context) => stagesOf(pathOf(initiative, context)),
    enteredOn: (initiative, stage) => visitsOf(initiative, stage)[0]?.from,
    entryOn: (initiative, stage, on) => visitsOf(initiative, stage).find(({ from }) => from === on)?.version,
  },
  rules: stageRules,
  folds: lawFolds,
  faults,
  alongCorrection,
};
