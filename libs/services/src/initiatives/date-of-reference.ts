import { initiativeKinds, type InitiativeKind, type LocalDate, type StreamName } from '@masar/contracts';
import { initiativeDecider, isReached, stageEnteredOn } from '@masar/domain';
import { maySee, type Actor } from '@masar/access';
import type { Surroundings } from '../platform/decider-runner.js';
import { seenAs } from './initiative-subject.js';

const shape = /^([a-z]+)\/([A-Za-z0-9._-]{1,64})\/(milestones|stages)\/([A-Za-z0-9._-]{1,64})$/;
const isKind = (text: string): text is InitiativeKind => (initiativeKinds as readonly string[]).includes(text);

/** When what a reference to another initiative names happened: `projects/P-1/milestones/m-2`, `laws/L-7/stages/gazette`. Undefined: not yet, or nothing of that name for the asker (absent: a source, which knows what it knows). */
export const dateOfReference = async (
  reference: string,
  { handler }: Pick<Surroundings, 'handler'>,
  asker: Actor | undefined,
): Promise<LocalDate | undefined> => {
  const [, kind, id, collection, name] = shape.exec(reference) ?? [];
  if (kind === undefined || name === undefined || !isKind(kind)) return undefined;
  const { state } = await handler.current(initiativeDecider(kind), `${kind}/${id}` as StreamName);
  if (state.status === 'unregistered' || (asker && !maySee(asker, seenAs(state)))) return undefined;
  if (collection === 'stages') return stageEnteredOn(kind, state, name);
  const milestone = Object.hasOwn(state.milestones, name) ? state.milestones[name] : undefined;
  return milestone && isReached(milestone) ? milestone.reachedOn : undefined;
};
