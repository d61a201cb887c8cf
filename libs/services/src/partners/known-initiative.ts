import { initiativeKinds, type InitiativeKind, type StreamName } from '@masar/contracts';
import { commitmentDecider, initiativeDecider, isReached, type Initiative, type KnownInitiative } from '@masar/domain';
import type { Subject } from '@masar/access';
import { seenAs } from '../initiatives/initiative-subject.js';
import type { CommitmentIndex } from '../platform/commitment-index.js';
import type { Surroundings } from '../platform/decider-runner.js';

const isKind = (text: string): text is InitiativeKind => (initiativeKinds as readonly string[]).includes(text);

/** An initiative as a commitment for it leans on it, and whom it exists for. */
export interface SeenInitiative extends KnownInitiative {
  /** Made anew for each who asks, who may add to it: its lists are made when somebody looks. */
  readonly seen: () => Subject;
}

/** An initiative by the store itself; undefined where there is none. */
export const initiativeNow = async (
  stream: StreamName,
  { handler }: Pick<Surroundings, 'handler'>,
): Promise<Initiative | undefined> => {
  const kind = stream.slice(0, stream.indexOf('/'));
  if (!isKind(kind)) return undefined;
  const { state } = await handler.current(initiativeDecider(kind), stream);
  return state.status === 'unregistered' ? undefined : state;
};

type Milestones = KnownInitiative['milestones'];

const milestonesOf = (initiative: Initiative): Milestones =>
  Object.fromEntries(
    Object.entries(initiative.milestones).map(([id, milestone]) => [
      id,
      {
        isReached: isReached(milestone),
        isCancelled: milestone.status === 'cancelled',
        ...(milestone.stage !== undefined && { stage: milestone.stage }),
      },
    ]),
  );

/**
 * An initiative for the commands of whoever asks. A partner knows it by the commitments it has for it, and of its milestones
 * those they feed: no other is there, so that an offer cannot be used to ask what is.
 */
export const knownInitiative =
  (around: Pick<Surroundings, 'handler'>, commitments: CommitmentIndex) =>
  async (stream: StreamName, partner: string | undefined): Promise<SeenInitiative | undefined> => {
    const initiative = await initiativeNow(stream, around);
    if (!initiative) return undefined;
    const { status, owner, members } = initiative;
    const seen = () => seenAs(initiative);
    const known = { status, owner, members, milestones: milestonesOf(initiative), seen };
    if (partner === undefined) return known;
    const own = await commitments.find({ initiative: stream, partner });
    if (own.length === 0) return known;
    const states = await Promise.all(own.map((name) => around.handler.current(commitmentDecider, name)));
    const fed = new Set(states.map(({ state }) => (state.status === 'unoffered' ? undefined : state.milestone)));
    const milestones = Object.fromEntries(Object.entries(known.milestones).filter(([id]) => fed.has(id)));
    return { ...known, milestones, seen: () => Object.assign(seen(), { partner }) };
  };
