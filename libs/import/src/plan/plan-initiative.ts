import { fileReason, isAbsentTarget, sameValue, sourceReason, type LocalDate } from '@masar/contracts';
import { digestOf } from '../model/identifiers.js';
import type { ImportedInitiative, ImportedMilestone, ImportedWait, Place } from '../model/imported.js';
import type { KnownInitiative, KnownMilestone } from './known-initiative.js';
import { inOrderOfReference } from './order-of-reference.js';
import { retitled } from './title-said.js';
import { beginning, planningOf, registering, step, wholeRow, type Planning, type Step } from './steps.js';

interface Comparing {
  readonly imported: ImportedInitiative;
  readonly known: KnownInitiative | undefined;
  readonly planning: Planning;
}

/** Why something changed: the source decided it, or a person's file says so. */
const why = ({ byPerson }: Planning): string => (byPerson ? fileReason : sourceReason);

/** A recorded date or value the file says otherwise: a correction, by the source at once, by a person as the rules allow; none where it is asked for already. */
const correcting = (
  { known, planning }: Comparing,
  version: number,
  field: string,
  to: unknown,
  place: Place,
): Step[] => {
  if (known?.asked.some((one) => one.version === version && one.field === field && sameValue(one.to, to))) return [];
  const correction = `c-${digestOf(String(known?.version), String(version), field, JSON.stringify(to)).slice(0, 16)}`;
  return [step('RequestCorrection', planning.day, place, { correction, version, field, to, reason: why(planning) })];
};

const describing = ({ imported, known, planning }: Comparing): Step[] => {
  if (!known) return [registering(imported, planning)];
  const { title, type, startedOn, owner, places } = imported;
  const steps: Step[] = [];
  const renamed = retitled(title, known.title);
  const described = {
    ...(renamed ? { title: renamed } : {}),
    ...(type && type !== known.type ? { initiativeType: type } : {}),
    // A law without a stated start starts with its first stage: saying that day states nothing new.
    ...(startedOn && !known.startedOn && startedOn !== known.stages[0]?.on ? { startedOn } : {}),
  };
  if (Object.keys(described).length > 0)
    steps.push(step('DescribeInitiative', planning.day, places.title ?? wholeRow(imported), described));
  if (startedOn && known.startedOn && startedOn !== known.startedOn.on)
    steps.push(
      ...correcting(
        { imported, known, planning },
        known.startedOn.version,
        'startedOn',
        startedOn,
        places.startedOn ?? wholeRow(imported),
      ),
    );
  if (owner && owner !== known.owner)
    steps.push(
      step('ChangeOwner', planning.day, places.owner ?? wholeRow(imported), { to: owner, reason: why(planning) }),
    );
  return steps;
};

/** A promise that differs: the first date of one that had none, else moved by the source, else asked for by a person. */
const targeting = ({ known, planning }: Comparing, told: ImportedMilestone, held: KnownMilestone): Step[] => {
  const { id, target, place } = told;
  // What has been reached, by a source that knows no promise, says nothing against the promise on record.
  if (target !== undefined && isAbsentTarget(target) && told.actual !== undefined) return [];
  if (target === undefined || sameValue(target, held.target) || (target === held.resolved && planning.byPerson))
    return [];
  if (isAbsentTarget(held.target) || known?.draft)
    return planning.byPerson && isAbsentTarget(target)
      ? []
      : [step('SetTarget', told.statedOn ?? planning.day, place, { milestone: id, to: target })];
  if (!planning.byPerson)
    return [step('MoveTarget', planning.day, place, { milestone: id, to: target, reason: sourceReason })];
  if (isAbsentTarget(target) || sameValue(target, held.asked)) return [];
  const change = `r-${digestOf(String(known?.version), id, JSON.stringify(target)).slice(0, 16)}`;
  return [step('RequestTargetChange', planning.day, place, { milestone: id, change, to: target, reason: fileReason })];
};

const planned = (comparing: Comparing, told: ImportedMilestone): Step[] => {
  const { imported, known, planning } = comparing;
  const held = known?.milestones[told.id];
  if (!held) {
    const first = !known && imported.statedOn && imported.statedOn < planning.day ? imported.statedOn : planning.day;
    return [planningOf(told, first)];
  }
  if (held.cancelled) return [];
  const title = retitled(told.title, held.title);
  const dependsOn = told.dependsOn && !sameValue(told.dependsOn, held.dependsOn) ? told.dependsOn : undefined;
  return [
    ...(title
      ? [step('DescribeMilestone', planning.day, told.places?.title ?? told.place, { milestone: told.id, title })]
      : []),
    ...targeting(comparing, told, held),
    ...(dependsOn
      ? [step('SetDependencies', planning.day, told.places?.dependsOn ?? told.place, { milestone: told.id, dependsOn })]
      : []),
  ];
};

const reported = (comparing: Comparing, told: ImportedMilestone): Step[] => {
  const held = comparing.known?.milestones[told.id];
  if (held?.cancelled) return [];
  const { id, actual, forecast, place, places } = told;
  const steps: Step[] = [];
  if (forecast && !actual && !held?.actual && forecast !== held?.forecast)
    steps.push(
      step('ForecastMilestone', comparing.planning.day, places?.forecast ?? place, { milestone: id, date: forecast }),
    );
  if (actual && !held?.actual) steps.push(step('ReachMilestone', actual, places?.actual ?? place, { milestone: id }));
  if (actual && held?.actual && held.actual.on !== actual)
    steps.push(...correcting(comparing, held.actual.version, 'on', actual, places?.actual ?? place));
  return steps;
};

const waited = (comparing: Comparing, told: ImportedWait): Step[] => {
  const held = comparing.known?.waits[told.id];
  const ending = told.until ? [step('EndWait', told.until, told.place, { wait: told.id })] : [];
  if (!held) return [beginning(told), ...ending];
  return [
    ...(held.since === told.since ? [] : correcting(comparing, held.version, 'since', told.since, told.place)),
    ...(held.party === told.party ? [] : correcting(comparing, held.version, 'party', told.party, told.place)),
    ...(held.ended ? [] : ending),
    ...(held.ended?.version && told.until && held.ended.on !== told.until
      ? correcting(comparing, held.ended.version, 'on', told.until, told.place)
      : []),
  ];
};

/** Stages and notes the stream does not hold yet, in order of their day; on one day stages first. */
const happened = ({ imported, known }: Comparing): Step[] => {
  const held = (known?.stages ?? []).map(({ stage, on }) => `${stage} ${on}`);
  const stages = imported.stages.flatMap((told) => {
    const at = held.indexOf(`${told.stage} ${told.on}`);
    if (at >= 0) held.splice(at, 1);
    const { stage, on, place, skip, party, number, inForceOn } = told;
    const fields = {
      stage,
      ...(party ? { party } : {}),
      ...(skip ? { skip: skip.map((one) => ({ stage: one, reason: sourceReason })) } : {}),
      ...(number ? { number } : {}),
      ...(inForceOn ? { inForceOn } : {}),
    };
    return at >= 0 ? [] : [step('EnterStage', on, place, fields)];
  });
  const taken = new Set(known?.notes);
  const notes = imported.notes
    .filter((note) => !taken.has(note.id))
    .map((told) =>
      step('AddNote', told.on, told.place, {
        note: told.id,
        text: told.text,
        ...(told.about ? { about: told.about } : {}),
      }),
    );
  return [...stages, ...notes].sort((a, b) => (a.command.on < b.command.on ? -1 : a.command.on > b.command.on ? 1 : 0));
};

const ended = (comparing: Comparing): Step[] => {
  const { imported, known } = comparing;
  const { outcome, completedOn } = imported;
  const told: { on: LocalDate; place: Place } | undefined = outcome ?? completedOn;
  if (!told) return [];
  if (known?.ended)
    return known.ended.on === told.on ? [] : correcting(comparing, known.ended.version, 'on', told.on, told.place);
  return outcome
    ? [step('RecordOutcome', outcome.on, outcome.place, { outcome: outcome.outcome })]
    : [step('CompleteInitiative', told.on, told.place)];
};

/**
 * The commands that bring an initiative from what is known to what the file says; none when it says nothing new. Milestones
 * come after those they lean on, waits before the reports that would end them, the end comes last.
 */
export const planInitiative = (
  imported: ImportedInitiative,
  known: KnownInitiative | undefined,
  planning: Planning,
): readonly Step[] => {
  const comparing: Comparing = { imported, known, planning };
  const milestones = inOrderOfReference(imported);
  return [
    ...describing(comparing),
    ...milestones.flatMap((told) => planned(comparing, told)),
    ...imported.waits.flatMap((told) => waited(comparing, told)),
    ...milestones.flatMap((told) => reported(comparing, told)),
    ...happened(comparing),
    ...ended(comparing),
  ];
};
