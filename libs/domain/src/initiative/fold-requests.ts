import { addDays } from '@masar/calendar';
import { find, put } from './by-id.js';
import type { ById } from './by-id.js';
import type { Folds } from './kind-rules.js';

/** The thing of that id changed; nothing when a history lacks it. */
const amend = <T extends object>(things: ById<T>, id: string, to: Partial<T>): ById<T> => {
  const thing = find(things, id);
  return thing ? put(things, id, { ...thing, ...to }) : things;
};

/** Pauses, contests, corrections, blockers and notes: what is asked and what is decided. */
export const requestFolds: Folds = {
  'pause.requested.v1': (initiative, { data, actor, onBehalfOf, recordedAt }) => ({
    ...initiative,
    pauses: put(initiative.pauses, data.pause, {
      status: 'undecided',
      on: data.on,
      until: data.until,
      requester: actor,
      ...(onBehalfOf !== undefined && { requestedFor: onBehalfOf }),
      requestedAt: recordedAt,
    }),
  }),
  'pause.decided.v1': (initiative, { data }) => ({
    ...initiative,
    pauses: amend(initiative.pauses, data.pause, {
      status: data.decision,
      ...(data.on && { on: data.on }),
      ...(data.until && { until: data.until }),
    }),
  }),
  'pause.renewed.v1': (initiative, { data }) => ({
    ...initiative,
    pauses: amend(initiative.pauses, data.pause, { until: data.until }),
  }),
  'pause.ended.v1': (initiative, { data }) => ({
    ...initiative,
    pauses: amend(initiative.pauses, data.pause, { status: 'ended', until: addDays(data.happenedOn, -1) }),
  }),

  'ledger.contested.v1': (initiative, { data, actor, onBehalfOf }) => {
    const { contest, party, from, to } = data;
    return {
      ...initiative,
      contests: put(initiative.contests, contest, {
        status: 'undecided',
        party,
        from,
        to,
        contester: actor,
        ...(onBehalfOf !== undefined && { contestedFor: onBehalfOf }),
      }),
    };
  },
  'ledger.contest-decided.v1': (initiative, { data }) => ({
    ...initiative,
    contests: amend(initiative.contests, data.contest, { status: data.decision }),
  }),

  'correction.requested.v1': (initiative, { data, actor, onBehalfOf }) => {
    const { correction, corrects, field, to, reason } = data;
    return {
      ...initiative,
      corrections: put(initiative.corrections, correction, {
        status: 'undecided',
        corrects,
        field,
        to,
        reason,
        requester: actor,
        ...(onBehalfOf !== undefined && { requestedFor: onBehalfOf }),
      }),
    };
  },
  'correction.decided.v1': (initiative, { data }) => ({
    ...initiative,
    corrections: amend(initiative.corrections, data.correction, { status: data.decision }),
  }),
  /** Its effect is already in the facts; here only a correction that never was a request is remembered by its id. */
  'entry.corrected.v1': (initiative, { data, actor }) => {
    const { correction, corrects, field, to, reason } = data;
    return correction === undefined || find(initiative.corrections, correction)
      ? initiative
      : {
          ...initiative,
          corrections: put(initiative.corrections, correction, {
            status: 'approved',
            corrects,
            field,
            to,
            reason,
            requester: actor,
            atOnce: true,
          }),
        };
  },

  'blocker.raised.v1': (initiative, { data }) => ({
    ...initiative,
    blockers: put(initiative.blockers, data.blocker, { status: 'open', raisedOn: data.happenedOn }),
  }),
  'blocker.resolved.v1': (initiative, { data }) => ({
    ...initiative,
    blockers: amend(initiative.blockers, data.blocker, { status: 'resolved' }),
  }),
  'note.added.v1': (initiative, { data }) => ({ ...initiative, notes: [...initiative.notes, data.note] }),
};
