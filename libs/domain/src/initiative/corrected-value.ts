import { correctableFieldsOf, correctedProperty, refuse, validateEvent } from '@masar/contracts';
import type { Bilingual, CorrectionField, TargetPromise } from '@masar/contracts';
import { notInFuture, realDate } from '../guards.js';
import { find } from './by-id.js';
import type { InitiativeCommand } from './commands.js';
import type { KindRules } from './kind-rules.js';
import { knownParty } from './parties.js';
import { knownStage } from './stages.js';
import type { Fact, Initiative } from './state.js';
import { soundPromise } from './targets.js';

type Asking = InitiativeCommand<'RequestCorrection' | 'ApproveCorrection'>;
export interface Wanted {
  readonly fact: Fact;
  readonly field: CorrectionField;
  readonly to: unknown;
}

/** The fact a version names, or `correction/unknown-version`. */
export const factAt = (initiative: Initiative, version: number): Fact =>
  initiative.facts[version - 1] ?? refuse('correction/unknown-version', { version }, 'version');

/** The value of a field as recorded, corrections included. */
export const recordedValue = ({ data }: Fact, field: CorrectionField): unknown =>
  (data as Record<string, unknown>)[correctedProperty(field)];

/** A party that was left out is the owner by default and may be put in; whatever else was never stated is not corrected but stated. */
const stated = (fact: Fact, field: CorrectionField): boolean =>
  field === 'party' || recordedValue(fact, field) !== undefined;

/** Of a milestone's promises only the one that wrote the original target can be corrected. */
const writesOriginal = (initiative: Initiative, { data, version }: Fact): boolean => {
  const milestone = 'milestone' in data ? find(initiative.milestones, String(data.milestone)) : undefined;
  return (milestone?.original ?? milestone?.current)?.version === version;
};

/** A milestone bound to a stage follows the log of stages (definitions §8): the entry it was reached by is what can be wrong. */
const followsStage = ({ milestones }: Initiative, { type, data }: Fact): string | undefined =>
  type === 'milestone.reached.v1' ? find(milestones, data.milestone)?.stage : undefined;

/**
 * Refuses `correction/field-not-correctable`: the fields of each event type are a closed list, and what follows from a stage
 * is corrected there (`instead`: the version of its entry).
 */
export const correctable = (initiative: Initiative, fact: Fact, field: CorrectionField, kind: KindRules): void => {
  const refused = { field, type: fact.type, version: fact.version };
  const stage = followsStage(initiative, fact);
  if (stage !== undefined) {
    const instead = kind.stages?.entryOn(initiative, stage, fact.data.happenedOn);
    refuse('correction/field-not-correctable', { ...refused, stage, ...(instead && { instead }) }, 'field');
  }
  const listed = correctableFieldsOf(fact.type).includes(field) && stated(fact, field);
  if (!listed || (field === 'target' && !writesOriginal(initiative, fact)))
    refuse('correction/field-not-correctable', refused, 'field');
};

type Check = (initiative: Initiative, command: Asking, wanted: Wanted, kind: KindRules) => void;

const happenedDate: Check = (_, command, { to }) => {
  const date = realDate(to, 'to');
  if (!command.context.fromSource) notInFuture(command, date, 'to');
};

const checks: Record<CorrectionField, Check> = {
  on: happenedDate,
  since: happenedDate,
  startedOn: happenedDate,
  dueOn: (_, __, { to }) => void realDate(to, 'to'),
  party: (_, { context }, { to }) => knownParty(context, to as string, 'to'),
  target: (initiative, { context }, { fact, to }, kind) => {
    const milestone = 'milestone' in fact.data ? String(fact.data.milestone) : '';
    soundPromise(initiative, milestone, to as TargetPromise, kind, context, 'to');
  },
  stage: (initiative, { context }, { to }, kind) => knownStage(initiative, to as string, kind, context, 'to'),
  title: (_, __, { field, to }) => {
    const { ar, en } = to as Bilingual;
    if (ar === undefined && en === undefined) refuse('correction/value-invalid', { field, to }, 'to');
  },
  reason: () => undefined,
};

/** Dates are looked at first, so that a wrong date says so; then the corrected fact must still be one by its own schema. */
export const soundValue: Check = (initiative, command, wanted, kind) => {
  const { fact, field, to } = wanted;
  const dated = field === 'on' || field === 'since' || field === 'startedOn' || field === 'dueOn';
  if (dated) checks[field](initiative, command, wanted, kind);
  if (validateEvent(fact.type, { ...fact.data, [correctedProperty(field)]: to }).length > 0)
    refuse('correction/value-invalid', { field, to }, 'to');
  if (!dated) checks[field](initiative, command, wanted, kind);
};
