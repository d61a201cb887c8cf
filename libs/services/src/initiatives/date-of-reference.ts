import { initiativeKinds, type InitiativeKind, type LocalDate, type StreamName } from '@masar/contracts';
import {
  commitmentDecider,
  initiativeDecider,
  isReached,
  lastStep,
  stageEnteredOn,
  type Initiative,
} from '@masar/domain';
import { maySee, type Actor } from '@masar/access';
import type { Surroundings } from '../platform/decider-runner.js';
import { seenAs } from './initiative-subject.js';

const shape = /^([a-z]+)\/([A-Za-z0-9._-]{1,64})\/(milestones|stages)\/([A-Za-z0-9._-]{1,64})$/;
const isKind = (text: string): text is InitiativeKind => (initiativeKinds as readonly string[]).includes(text);

/** The initiative as the asker may see it; undefined where it does not exist for him. */
const seenInitiative = async (
  stream: StreamName,
  { handler }: Pick<Surroundings, 'handler'>,
  asker: Actor | undefined,
): Promise<Initiative | undefined> => {
  const kind = stream.slice(0, stream.indexOf('/'));
  if (!isKind(kind)) return undefined;
  const { state } = await handler.current(initiativeDecider(kind), stream);
  return state.status === 'unregistered' || (asker && !maySee(asker, seenAs(state))) ? undefined : state;
};

/** A commitment is seen as far as the initiative it is for. */
const confirmedOn = async (
  stream: StreamName,
  around: Pick<Surroundings, 'handler'>,
  asker: Actor | undefined,
): Promise<LocalDate | undefined> => {
  const { state } = await around.handler.current(commitmentDecider, stream);
  if (state.status === 'unoffered' || !(await seenInitiative(state.initiative, around, asker))) return undefined;
  return lastStep(state, 'confirmed')?.on;
};

/**
 * When what a reference to another stream names happened: `commitments/c-9`, `projects/P-1/milestones/m-2`,
 * `laws/L-7/stages/gazette`. Undefined: not yet, or nothing of that name for the asker (absent: a source, which knows what
 * it knows).
 */
export const dateOfReference = async (
  reference: string,
  around: Pick<Surroundings, 'handler'>,
  asker: Actor | undefined,
): Promise<LocalDate | undefined> => {
  if (/^commitments\/[^/]+$/.test(reference)) return confirmedOn(reference as StreamName, around, asker);
  const [, kind, id, collection, name] = shape.exec(reference) ?? [];
  if (kind === undefined || name === undefined || !isKind(kind)) return undefined;
  const state = await seenInitiative(`${kind}/${id}`, around, asker);
  if (!state) return undefined;
  if (collection === 'stages') return stageEnteredOn(kind, state, name);
  const milestone = Object.hasOwn(state.milestones, name) ? state.milestones[name] : undefined;
  return milestone && isReached(milestone) ? milestone.reachedOn : undefined;
};
