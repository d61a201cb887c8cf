export * from './command-context.js';
export * from './initiative/commands.js';
export * from './initiative/state.js';
export * from './initiative/milestone-state.js';
export type { KindRules, Rule, Rules, Folds, Fault } from './initiative/kind-rules.js';
export { deciderOf } from './initiative/decider.js';
export { initiativeDecider, stageEnteredOn } from './initiative/initiative-decider.js';
export { contestableFor } from './initiative/contest-rules.js';
export { longestPause, countsBeforeRequest } from './initiative/pause-rules.js';
export { leadsAllowance } from './initiative/target-rules.js';
export { ownSlipHours } from './initiative/correction-rules.js';
export { lawOf, announcedInForce, type LawState, type StageVisit } from './law/law-state.js';
export { policyOf, type Application, type PolicyState } from './policy/policy-state.js';
export * from './registry/index.js';
export { partnerDecider, type PartnerCommand, type PartnerState } from './partner/partner.js';
export { commitmentDecider } from './commitment/decider.js';
export type { CommitmentCommand, CommitmentCommandFields, CommitmentCommandType } from './commitment/commands.js';
export {
  isRunning,
  lastStep,
  type Commitment,
  type CommitmentState,
  type CommitmentStep,
  type DueChange,
} from './commitment/state.js';
