import { isLocalDate } from '@masar/calendar';
import { sameValue, type CorrectionField, type RecordedEvent } from '@masar/contracts';
import { factOf, present, type Collectors } from './collector.js';
import type { Fact, InitiativeFacts, MilestoneFacts } from './facts.js';
import { FoldFault } from './fold-fault.js';

type Corrected = RecordedEvent<'entry.corrected.v1'>;

/** Where facts keep a correctable field: `on` and `since` are the day of the fact, the rest keep their name. */
const propertyOf = (field: CorrectionField): string => (field === 'since' ? 'on' : field);
const dateFields: ReadonlySet<CorrectionField> = new Set(['on', 'since', 'startedOn', 'dueOn']);

const rewritten = (fact: Fact & Record<string, unknown>, event: Corrected): Fact => {
  const property = propertyOf(event.data.field);
  const first = { value: fact[property], correctedAt: event.recordedAt };
  return {
    ...fact,
    [property]: event.data.to,
    stated: { ...fact.stated, [property]: fact.stated?.[property] ?? first },
    correctedBy: [...(fact.correctedBy ?? []), event.version],
  };
};

/** One event may have made several facts: its promise and dependencies have no title or party of their own. */
const isCorrected = (value: Readonly<Record<string, unknown>>, event: Corrected): boolean =>
  value['version'] === event.data.corrects &&
  'on' in value &&
  (propertyOf(event.data.field) in value || !('how' in value || 'dependsOn' in value));

/** The same tree with every fact of the corrected version rewritten. */
const rewriteIn = <T>(value: T, event: Corrected): T => {
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined;
    value.forEach((item, at) => {
      const next = rewriteIn(item, event);
      if (next !== item) (copy ??= [...value])[at] = next;
    });
    return (copy ?? value) as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  let next = value as Record<string, unknown>;
  for (const [name, held] of Object.entries(value)) {
    if (typeof held !== 'object') continue;
    const inner = rewriteIn(held, event);
    if (inner !== held) next = { ...next, [name]: inner };
  }
  return (isCorrected(next, event) ? rewritten(next as unknown as Fact & Record<string, unknown>, event) : next) as T;
};

/** A corrected original moves the current promise with it where both were the same (definitions §4). */
const rewriteTarget = (milestone: MilestoneFacts, event: Corrected): MilestoneFacts => {
  const original = milestone.promises.find((promise) => promise.version === event.data.corrects);
  if (!original) return milestone;
  const current = milestone.promises.at(-1);
  const both = current !== undefined && current !== original && sameValue(current.target, original.target);
  const promises = milestone.promises.map((promise) =>
    promise === original || (both && promise === current)
      ? (rewritten({ ...promise }, event) as typeof promise)
      : promise,
  );
  return { ...milestone, promises };
};

export const correctionCollectors: Collectors = {
  'correction.requested.v1': (facts, event) => {
    const { correction: id, corrects, field, reason } = event.data;
    const request = { ...factOf(event), id, corrects, field, reason };
    return { ...facts, correctionRequests: [...facts.correctionRequests, request] };
  },
  'correction.decided.v1': (facts, event) => ({
    ...facts,
    correctionRequests: facts.correctionRequests.map((request) =>
      request.id === event.data.correction ? { ...request, decided: factOf(event) } : request,
    ),
  }),
  'entry.corrected.v1': (facts, event) => {
    const { corrects, field, from, to, reason } = event.data;
    if (dateFields.has(field) && !isLocalDate(to)) throw new FoldFault('fold/not-a-date', event, String(to));
    if (corrects >= event.version) throw new FoldFault('fold/unknown-version', event, String(corrects));
    const after: InitiativeFacts =
      field === 'target'
        ? { ...facts, milestones: facts.milestones.map((milestone) => rewriteTarget(milestone, event)) }
        : rewriteIn(facts, event);
    const of = after.milestones.find((milestone, at) => milestone !== facts.milestones[at])?.id;
    const correction = { ...factOf(event), corrects, field, from, to, reason, ...present({ milestone: of }) };
    return { ...after, corrections: [...facts.corrections, correction] };
  },
};
