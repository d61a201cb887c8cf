import { addDays, reportedDay } from '../days.js';
import type { ModelCommitment, Move, MoveContext } from '../history-model.js';
import { worldPartners } from '../world.js';
import { someMilestone } from './milestone-moves.js';

const evidence = [{ title: 'Handover', url: 'https://documents.example.com/1' }];
const body = { evidence, reason: 'because' };

/** Mostly today, else some day: one before the last of its kind is refused. */
const aDay = (random: MoveContext['random'], today: string): string =>
  random.chance(0.8) ? today : reportedDay(random, today);

/** A commitment in one of the states, if there is any. */
const someCommitment = (
  { model, random }: MoveContext,
  ...states: readonly ModelCommitment['state'][]
): ModelCommitment | undefined => {
  const fitting = model.commitments.filter(({ state }) => states.includes(state));
  return fitting.length === 0 ? undefined : random.pick(fitting);
};

const offer: Move = {
  name: 'offer a commitment',
  weight: 2,
  propose: (context) => {
    const { model, random, today } = context;
    if (model.commitments.length >= 4) return undefined;
    const id = `c-${model.seed}-${model.commitments.length + 1}`;
    const milestone = random.chance(0.6) ? someMilestone(context, 'planned', 'started') : undefined;
    const on = reportedDay(random, today);
    return {
      address: `/api/partners/${random.pick(worldPartners)}/commitments`,
      path: '',
      body: {
        id,
        on,
        direction: random.pick(['partner-to-government', 'government-to-partner']),
        title: { en: id },
        initiative: model.stream,
        dueOn: addDays(on, random.between(0, 14)),
        ...(milestone ? { milestone: milestone.id } : {}),
        ...(random.chance(0.3) ? { with: random.pick(['entity:finance', 'entity:energy', 'cabinet']) } : {}),
      },
      accepted: () =>
        void model.commitments.push({ id, state: 'offered', ...(milestone ? { milestone: milestone.id } : {}) }),
    };
  },
};

/** A command that takes a commitment from one of some states to another. */
const step = (
  command: string,
  weight: number,
  from: readonly ModelCommitment['state'][],
  to: ModelCommitment['state'],
  fields: readonly (keyof typeof body)[] = [],
): Move => ({
  name: `${command} a commitment`,
  weight,
  propose: (context) => {
    const { model, random, today } = context;
    const commitment = someCommitment(context, ...from);
    if (!commitment) return undefined;
    return {
      address: `/api/commitments/${commitment.id}/${command}`,
      path: '',
      body: {
        on: aDay(random, today),
        ...Object.fromEntries(fields.map((field) => [field, body[field]])),
      },
      accepted: () => {
        commitment.state = to;
        const fed = model.milestones.find(({ id }) => command === 'confirm' && id === commitment.milestone);
        if (fed && fed.status !== 'cancelled') fed.status = 'reached';
      },
    };
  },
});

const moveDue: Move = {
  name: 'agree on another due date',
  weight: 1.5,
  propose: (context) => {
    const { random, today } = context;
    const commitment = someCommitment(context, 'accepted', 'reported');
    if (!commitment) return undefined;
    const address = `/api/commitments/${commitment.id}/due-changes`;
    const on = aDay(random, today);
    if (commitment.change !== undefined) {
      const { change } = commitment;
      return {
        address: `${address}/${change}/${random.chance(0.7) ? 'agree' : 'refuse'}`,
        path: '',
        body: { on },
        accepted: () => void delete commitment.change,
      };
    }
    return {
      address,
      path: '',
      body: { on, to: addDays(today, random.between(-10, 20)), reason: 'the feast' },
      accepted: ({ id }) => void (commitment.change = id),
    };
  },
};

export const commitmentMoves: readonly Move[] = [
  offer,
  step('accept', 3, ['offered'], 'accepted'),
  step('decline', 0.3, ['offered'], 'over', ['reason']),
  step('report', 3, ['accepted'], 'reported', ['evidence']),
  step('return', 1.5, ['reported'], 'accepted', ['reason']),
  step('confirm', 1.5, ['reported'], 'over'),
  step('withdraw', 0.3, ['offered', 'accepted', 'reported'], 'over', ['reason']),
  moveDue,
];
