import { event, refuse, sameValue } from '@masar/contracts';
import type { DomainEvent, EventData } from '@masar/contracts';
import { notInFuture } from '../guards.js';
import { find } from './by-id.js';
import type { InitiativeCommand } from './commands.js';
import { correctable, factAt, recordedValue, soundValue } from './corrected-value.js';
import type { Wanted } from './corrected-value.js';
import { withCorrection } from './evolve.js';
import { faultsOf } from './faults.js';
import { fourEyes, notOfOwner } from './guards.js';
import type { KindRules, Rules } from './kind-rules.js';
import type { Correction, Fact, Initiative } from './state.js';

/** How long the person who recorded something may mend it alone. */
export const ownSlipHours = 24;

type Request = InitiativeCommand<'RequestCorrection'>;
type Approval = InitiativeCommand<'ApproveCorrection'>;

/** What recording the correction comes to; refuses a value that is unchanged, impossible, or leaves a history out of order. */
const corrected = (
  initiative: Initiative,
  command: Request | Approval,
  wanted: Wanted & { readonly reason: string },
  kind: KindRules,
): readonly DomainEvent[] => {
  const { fact, field, to, reason } = wanted;
  correctable(initiative, fact, field, kind);
  const from = recordedValue(fact, field);
  if (sameValue(from, to)) refuse('correction/unchanged', { field, to }, 'to');
  soundValue(initiative, command, wanted, kind);
  const data: EventData<'entry.corrected.v1'> = {
    happenedOn: command.on,
    corrects: fact.version,
    field,
    from: from ?? null,
    to,
    reason,
    correction: command.correction,
  };
  const along = kind.alongCorrection?.(initiative, fact, data) ?? [];
  if (!command.context.fromSource) noNewFault(initiative, [data, ...alongCorrections(along)], command, kind);
  return [event('entry.corrected.v1', data), ...along];
};

const alongCorrections = (along: readonly DomainEvent[]): readonly EventData<'entry.corrected.v1'>[] =>
  along.flatMap((also) => (also.type === 'entry.corrected.v1' ? [also.data] : []));

const noNewFault = (
  initiative: Initiative,
  corrections: readonly EventData<'entry.corrected.v1'>[],
  { context }: Request | Approval,
  kind: KindRules,
): void => {
  const before = new Set(faultsOf(initiative, kind, context).map(({ code, at }) => `${code} ${at}`));
  const after = corrections.reduce((state, correction) => withCorrection(state, correction, kind), initiative);
  const fault = faultsOf(after, kind, context).find(({ code, at }) => !before.has(`${code} ${at}`));
  if (fault) refuse(fault.code, { at: fault.at }, 'to');
};

/** The person who recorded it, within 24 hours, mends anything but a target; a source corrects itself at once (definitions §4, §12). */
const appliesAtOnce = ({ field, context }: Request, fact: Fact): boolean => {
  if (context.fromSource) return true;
  const hours = (Date.parse(context.now) - Date.parse(fact.recordedAt)) / 3_600_000;
  return field !== 'target' && fact.actor === context.actor.user && hours <= ownSlipHours;
};

const undecided = (initiative: Initiative, id: string): Correction => {
  const correction = find(initiative.corrections, id) ?? refuse('correction/unknown', { correction: id }, 'correction');
  if (correction.status !== 'undecided') refuse('correction/decided', { correction: id, status: correction.status });
  return correction;
};

const decidable = (initiative: Initiative, command: Approval | InitiativeCommand<'RejectCorrection'>): Correction => {
  notInFuture(command, command.on, 'on');
  const correction = undecided(initiative, command.correction);
  fourEyes(command, correction.requester, 'correction/own-request', correction.requestedFor);
  notOfOwner(initiative, command);
  return correction;
};

/** Recorded facts stay; a correction says what should have been written. Also in a draft and after the end. */
export const correctionRules: Rules = {
  RequestCorrection: (initiative, command, kind) => {
    const { on, correction, version, field, to, reason } = command;
    notInFuture(command, on, 'on');
    if (find(initiative.corrections, correction)) refuse('correction/exists', { correction }, 'id');
    const fact = factAt(initiative, version);
    const applied = corrected(initiative, command, { fact, field, to, reason }, kind);
    return appliesAtOnce(command, fact)
      ? applied
      : [event('correction.requested.v1', { happenedOn: on, correction, corrects: version, field, to, reason })];
  },

  /** Looked at again: what was recorded since may have made the value impossible. One that applied at once is in force already: nothing more happens. */
  ApproveCorrection: (initiative, command, kind) => {
    const { on, correction, reason } = command;
    if (find(initiative.corrections, correction)?.atOnce) return [];
    const { corrects, field, to, reason: asked } = decidable(initiative, command);
    const wanted = { fact: factAt(initiative, corrects), field, to, reason: asked };
    const decision = { happenedOn: on, correction, decision: 'approved' as const, ...(reason && { reason }) };
    return [event('correction.decided.v1', decision), ...corrected(initiative, command, wanted, kind)];
  },

  RejectCorrection: (initiative, command) => {
    const { on, correction, reason } = command;
    decidable(initiative, command);
    const decision = { happenedOn: on, correction, decision: 'rejected' as const, ...(reason && { reason }) };
    return [event('correction.decided.v1', decision)];
  },
};
