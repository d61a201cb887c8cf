import { initiativeKinds, type InitiativeKind, type LocalDate, type StreamName } from '@masar/contracts';
import { commitmentDecider, initiativeDecider, isReached, lastStep, stageEnteredOn } from '@masar/domain';
import type { Surroundings } from '../platform/decider-runner.js';

const shape = /^([a-z]+)\/([A-Za-z0-9._-]{1,64})\/(milestones|stages)\/([A-Za-z0-9._-]{1,64})$/;
const isKind = (text: string): text is InitiativeKind => (initiativeKinds as readonly string[]).includes(text);

const confirmedOn = async (stream: StreamName, { handler }: Pick<Surroundings, 'handler'>) => {
  const { state } = await handler.current(commitmentDecider, stream);
  return state.status === 'unoffered' ? undefined : lastStep(state, 'confirmed')?.on;
};

/** When what a reference to another stream names happened: `commitments/c-9`, `projects/P-1/milestones/m-2`, `laws/L-7/stages/gazette`. Undefined: not yet, or nothing of that name in this process. */
export const dateOfReference = async (
  reference: string,
  { handler }: Pick<Surroundings, 'handler'>,
): Promise<LocalDate | undefined> => {
  if (/^commitments\/[^/]+$/.test(reference)) return confirmedOn(reference as StreamName, { handler });
  const [, kind, id, collection, name] = shape.exec(reference) ?? [];
  if (kind === undefined || name === undefined || !isKind(kind)) return undefined;
  const { state } = await handler.current(initiativeDecider(kind), `${kind}/${id}` as StreamName);
  if (state.status === 'unregistered') return undefined;
  if (collection === 'stages') return stageEnteredOn(kind, state, name);
  const milestone = Object.hasOwn(state.milestones, name) ? state.milestones[name] : undefined;
  return milestone && isReached(milestone) ? milestone.reachedOn : undefined;
};
