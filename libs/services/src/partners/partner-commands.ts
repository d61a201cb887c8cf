import { entityOfParty, refuse, type StreamName } from '@masar/contracts';
import { maySee, type Subject } from '@masar/access';
import {
  commitmentDecider,
  lastStep,
  partnerDecider,
  type CommandContext,
  type CommitmentCommand,
  type CommitmentCommandType,
  type CommitmentState,
  type PartnerCommand,
  type PartnerState,
} from '@masar/domain';
import type { GivenCommand } from '../platform/command-bus.js';
import { CommitmentIndex } from '../platform/commitment-index.js';
import { DeciderRunner, type CommandKind, type Surroundings } from '../platform/decider-runner.js';
import { knownInitiative, type SeenInitiative } from './known-initiative.js';

const source = '/partners';
const change = { field: 'change', prefix: 'd' };

/** Every command of a partner and of a commitment: the right it needs, and what its answer's `id` is of. */
const partnerKinds = {
  RegisterPartner: { action: 'partner.register', begins: 'new' },
  SuspendPartner: { action: 'partner.suspend' },
} as const satisfies Record<PartnerCommand['type'], CommandKind>;

export const commitmentKinds = {
  OfferCommitment: { action: 'commitment.offer', begins: 'new' },
  AcceptCommitment: { action: 'commitment.answer' },
  DeclineCommitment: { action: 'commitment.answer' },
  ReportCommitment: { action: 'commitment.report' },
  ReturnCommitment: { action: 'commitment.decide' },
  ConfirmCommitment: { action: 'commitment.decide' },
  WithdrawCommitment: { action: 'commitment.withdraw' },
  ProposeDueChange: { action: 'commitment.change-due', makes: change },
  AgreeToDueChange: { action: 'commitment.change-due', about: 'change' },
  RefuseDueChange: { action: 'commitment.change-due', about: 'change' },
  RecordFeeding: { action: 'commitment.decide' },
} as const satisfies Record<CommitmentCommandType, CommandKind>;

/** The subject of a commitment whose initiative is not there: nobody's, so that it is for nobody. */
const closed = (): Subject => ({ audience: 'team' });

/**
 * What a command on a commitment is about: it exists for whoever sees the initiative it is for, and for its partner; the
 * entity that stands on its government side is concerned. Who offers one for what he cannot see is told that there is none.
 */
const subjectOf = (state: CommitmentState, command: GivenCommand): Subject => {
  const about = state.status === 'unoffered' ? command : state;
  const { initiative: known, actor } = command['context'] as CommandContext;
  const name = about['initiative'] as StreamName;
  const initiative = known?.(name) as SeenInitiative | undefined;
  if (state.status === 'unoffered' && !(initiative && maySee(actor, initiative.seen())))
    return refuse('commitment/unknown-initiative', { initiative: name }, 'initiative');
  const concerns = entityOfParty(about['with']) ?? initiative?.owner;
  const reported = state.status === 'unoffered' ? undefined : lastStep(state, 'reported');
  return Object.assign(initiative?.seen() ?? closed(), {
    partner: String(about['partner']),
    ...(concerns !== undefined && { concerns }),
    ...(reported && { askedBy: [reported.by, ...(reported.inNameOf === undefined ? [] : [reported.inNameOf])] }),
  });
};

/** The command side of partners and their commitments. */
export class PartnerCommands {
  readonly partners: DeciderRunner<PartnerState, PartnerCommand>;
  readonly commitments: DeciderRunner<CommitmentState, CommitmentCommand>;

  constructor(readonly around: Surroundings) {
    this.partners = new DeciderRunner(
      { decider: partnerDecider, source, kinds: partnerKinds, subjectOf: () => ({}) },
      around,
    );
    const known = knownInitiative(around, CommitmentIndex.of(around));
    this.commitments = new DeciderRunner(
      {
        decider: commitmentDecider,
        source,
        kinds: commitmentKinds,
        subjectOf,
        initiativeOf: (initiative, { actor }) => known(initiative, actor.partner),
        partitionKeyOf: (stream, command) => this.#initiativeOf(stream, command),
      },
      around,
    );
    around.bus.register('partners', this.partners);
    around.bus.register('commitments', this.commitments);
  }

  /** A commitment lies beside the initiative it is for, so that one reader of the topics gets both in order. */
  async #initiativeOf(stream: StreamName, command: GivenCommand): Promise<StreamName | undefined> {
    const { state } = await this.around.handler.current(commitmentDecider, stream);
    if (state.status !== 'unoffered') return state.initiative;
    return command.type === 'OfferCommitment' ? (command['initiative'] as StreamName) : undefined;
  }
}
