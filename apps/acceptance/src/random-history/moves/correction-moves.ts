import { waitReasons } from '@masar/contracts';
import { addDays } from '../days.js';
import type { Move } from '../history-model.js';
import type { Random } from '../random.js';
import { worldParties } from '../world.js';

const otherDay = (random: Random, day: string): string => addDays(day, random.pick([-9, -4, -2, -1, 1, 2, 5]));

/** What may be corrected of each kind of fact, and to what. */
const corrections: Readonly<Record<string, (random: Random, day: string) => { field: string; to: unknown }>> = {
  wait: (random, day) =>
    random.pick([
      { field: 'since', to: otherDay(random, day) },
      { field: 'party', to: random.pick(worldParties) },
      { field: 'reason', to: random.pick(waitReasons) },
    ]),
  'wait-end': (random, day) => ({ field: 'on', to: otherDay(random, day) }),
  start: (random, day) => ({ field: 'on', to: otherDay(random, day) }),
  reach: (random, day) => ({ field: 'on', to: otherDay(random, day) }),
  stage: (random, day) =>
    random.pick([
      { field: 'on', to: otherDay(random, day) },
      { field: 'party', to: random.pick(worldParties) },
    ]),
  owner: (random, day) => ({ field: 'on', to: otherDay(random, day) }),
  registered: (random, day) => ({ field: 'startedOn', to: otherDay(random, day) }),
  close: (random, day) => ({ field: 'on', to: otherDay(random, day) }),
};

const correct: Move = {
  name: 'ask for a correction',
  weight: 3,
  propose: ({ model, random }) => {
    const correctable = model.facts.filter((fact) => fact.what in corrections);
    if (correctable.length === 0) return undefined;
    const fact = random.pick(correctable);
    const { field, to } = corrections[fact.what]!(random, fact.day);
    return {
      path: 'corrections',
      body: { version: fact.version, field, to, reason: 'misread' },
      accepted: ({ id }) => void model.corrections.push({ id, open: true }),
    };
  },
};

const decide: Move = {
  name: 'decide a correction',
  weight: 4,
  propose: ({ model, random }) => {
    const open = model.corrections.filter((correction) => correction.open);
    if (open.length === 0) return undefined;
    const correction = random.pick(open);
    const verb = random.chance(0.85) ? 'approve' : 'reject';
    return {
      path: `corrections/${correction.id}/${verb}`,
      body: { reason: 'seen' },
      accepted: () => void (correction.open = false),
    };
  },
};

export const correctionMoves: readonly Move[] = [correct, decide];
