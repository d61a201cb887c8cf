import type { StreamName } from '@masar/contracts';
import type { Subject } from '@masar/access';
import {
  commitmentDecider,
  partnerDecider,
  type CommandContext,
  type CommitmentCommand,
  type CommitmentCommandType,
  type CommitmentState,
  type PartnerCommand,
  type PartnerState,
} from '@masar/domain';
import type { GivenCommand } from '../platform/command-bus.js';
import { DeciderRunner, type CommandKind, type Surroundings } from '../platform/decider-runner.js';
import { knownInitiative } from './known-initiative.js';

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

const entityOf = (party: unknown): string | undefined =>
  typeof party === 'string' && party.startsWith('entity:') ? party.slice('entity:'.length) : undefined;

/** What a command on a commitment is about: the initiative it is for, and the entity that stands on its government side. */
const subjectOf = (state: CommitmentState, command: GivenCommand): Subject => {
  const about = state.status === 'unoffered' ? command : state;
  const { initiative: known } = command['context'] as CommandContext;
  const initiative = known?.(about['initiative'] as StreamName);
  const entity = entityOf(about['with']) ?? initiative?.owner;
  return {
    ...(initiative && { owner: initiative.owner, members: initiative.members }),
    ...(entity !== undefined && { entities: [entity], concerns: entity }),
  };
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
    this.commitments = new DeciderRunner(
      {
        decider: commitmentDecider,
        source,
        kinds: commitmentKinds,
        subjectOf,
        initiativeOf: knownInitiative(around),
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
