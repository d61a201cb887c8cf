import { initiativeKinds, type InitiativeKind, type StreamName } from '@masar/contracts';
import { initiativeDecider, isReached, type KnownInitiative } from '@masar/domain';
import type { Surroundings } from '../platform/decider-runner.js';

const isKind = (text: string): text is InitiativeKind => (initiativeKinds as readonly string[]).includes(text);

/** An initiative as a commitment for it leans on it, by the store itself; undefined where there is none. */
export const knownInitiative =
  ({ handler }: Pick<Surroundings, 'handler'>) =>
  async (stream: StreamName): Promise<KnownInitiative | undefined> => {
    const kind = stream.slice(0, stream.indexOf('/'));
    if (!isKind(kind)) return undefined;
    const { state } = await handler.current(initiativeDecider(kind), stream);
    if (state.status === 'unregistered') return undefined;
    const { status, owner, members } = state;
    const milestones = Object.entries(state.milestones).map(([id, milestone]) => [
      id,
      {
        isReached: isReached(milestone),
        isCancelled: milestone.status === 'cancelled',
        ...(milestone.stage !== undefined && { stage: milestone.stage }),
      },
    ]);
    return { status, owner, members, milestones: Object.fromEntries(milestones) };
  };
