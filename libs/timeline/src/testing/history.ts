import type { AnyRecordedEvent, LocalDate, StreamName } from '@masar/contracts';
import { collectDirectoryRun, directoryAt, emptyDirectoryFacts, type Directory } from '@masar/directory';
import { collectAll } from '../collect/collect.js';
import type { InitiativeFacts } from '../collect/facts.js';
import type { Question } from '../derive/question.js';

/** For specs: writes a stream as a store would, so that a spec reads like the minutes of a meeting. */

/** One event to be: type without version, the day it happened, what it says, and the day it was recorded where that is another. */
export type Minute = readonly [
  type: string,
  on: LocalDate,
  data?: Readonly<Record<string, unknown>>,
  recordedOn?: LocalDate,
];

/** Envelopes for minutes, versions from 1; recorded at noon of the day they happened unless they say otherwise, never before the one before. */
export const history = (stream: StreamName, minutes: readonly Minute[]): readonly AnyRecordedEvent[] => {
  let last = '';
  return minutes.map(([type, on, data, recordedOn], index) => {
    const noon = `${recordedOn ?? on}T10:00:00.000Z`;
    last = noon > last ? noon : last;
    return {
      stream,
      version: index + 1,
      type: `${type}.v1`,
      recordedAt: last,
      knownAt: last,
      source: '/spec',
      actor: 'admin',
      correlationId: 'spec',
      commandId: `${index}`,
      partitionKey: stream,
      hash: '',
      prevhash: '',
      data: { happenedOn: on, ...data },
    };
  });
};

const entityEvent = (id: string, jurisdiction: string, zone: string): AnyRecordedEvent => ({
  ...(history(`entities/${id}`, [
    ['entity.registered', '2020-01-01', { name: { en: id }, jurisdiction, zone, calendar: jurisdiction }],
  ])[0] as AnyRecordedEvent),
});

/** Entities of the worked examples, on Egypt's calendar; `emirates` rests Saturday and Sunday. */
export const specDirectory: Directory = directoryAt(
  collectDirectoryRun(emptyDirectoryFacts, [
    ...['education', 'finance', 'land', 'justice', 'health'].map((id) => entityEvent(id, 'EG', 'Africa/Cairo')),
    entityEvent('emirates', 'AE', 'Asia/Dubai'),
  ]),
  { defaultZone: 'Africa/Cairo' },
);

export const registered = (over: Readonly<Record<string, unknown>> = {}): Minute => [
  'initiative.registered',
  '2026-02-01',
  {
    kind: 'projects',
    title: { en: 'Schools' },
    owner: 'education',
    draft: false,
    audience: 'portfolio',
    startedOn: '2026-02-01',
    ...over,
  },
];
export const registeredLaw = (over: Readonly<Record<string, unknown>> = {}): Minute => {
  const path = { jurisdiction: 'EG', instrument: 'law', version: 1 };
  const [type, on, data] = registered({ kind: 'laws', owner: 'justice', path, ...over });
  const { startedOn: _none, ...law } = data as Record<string, unknown>;
  return [type, on, over['startedOn'] === undefined ? law : (data as Record<string, unknown>)];
};
export const planned = (milestone: string, target: unknown, over: Readonly<Record<string, unknown>> = {}): Minute => [
  'milestone.planned',
  '2026-02-01',
  { milestone, title: { en: milestone }, target, key: false, dependsOn: [], ...over },
];
export const began = (
  wait: string,
  since: LocalDate,
  party: string,
  over: Readonly<Record<string, unknown>> = {},
): Minute => ['wait.began', since, { wait, party, reason: 'busy', ...over }];
/** A minute written down on a later day than it speaks of. */
export const typedOn = ([type, on, data]: Minute, recordedOn: LocalDate): Minute => [type, on, data ?? {}, recordedOn];
export const ended = (wait: string, on: LocalDate): Minute => ['wait.ended', on, { wait }];
/** A step in the life of a milestone: `milestone('reached', 'm1', '2026-03-06')`. */
export const milestone = (
  step: 'started' | 'reached' | 'confirmed' | 'reopened' | 'cancelled',
  id: string,
  on: LocalDate,
): Minute => [`milestone.${step}`, on, { milestone: id, evidence: [], reason: 'because' }];
export const entered = (stage: string, on: LocalDate, over: Readonly<Record<string, unknown>> = {}): Minute => [
  'law.stage-entered',
  on,
  { stage, visit: 1, ...over },
];
export const corrected = (corrects: number, field: string, from: unknown, to: unknown, on: LocalDate): Minute => [
  'entry.corrected',
  on,
  { corrects, field, from, to, reason: 'slip of the pen' },
];

export const factsOf = (minutes: readonly Minute[], stream: StreamName = 'projects/P-1'): InitiativeFacts => {
  const facts = collectAll(history(stream, minutes));
  if (!facts) throw new Error('a history begins with a registration');
  return facts;
};

/** The facts known by the end of a day: the longest prefix recorded by then. */
export const knownBy = (minutes: readonly Minute[], day: LocalDate, stream: StreamName = 'projects/P-1') => {
  const facts = collectAll(history(stream, minutes).filter((event) => event.knownAt.slice(0, 10) <= day));
  if (!facts) throw new Error(`nothing was known on ${day}`);
  return facts;
};

export const question = (facts: InitiativeFacts, on: LocalDate, over: Partial<Question> = {}): Question => ({
  facts,
  on,
  knownOn: on,
  directory: specDirectory,
  related: () => undefined,
  commitments: [],
  ...over,
});
