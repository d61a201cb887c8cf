import type { InitiativeCommandType } from '@masar/domain';
import type { CommandKind } from '../platform/decider-runner.js';

const made = (field: string, prefix: string) => ({ makes: { field, prefix } });

/** Every command of an initiative: the right it needs, and what its answer's `id` is of. */
export const initiativeCommands = {
  RegisterInitiative: { action: 'initiative.register', begins: 'new' },
  PublishInitiative: { action: 'initiative.publish' },
  DescribeInitiative: { action: 'initiative.describe' },
  ChangeOwner: { action: 'initiative.change-owner' },
  AddMember: { action: 'initiative.set-members', about: 'user' },
  RemoveMember: { action: 'initiative.set-members', about: 'user' },
  CompleteInitiative: { action: 'initiative.complete' },
  CancelInitiative: { action: 'initiative.cancel' },

  PlanMilestone: { action: 'milestone.plan', ...made('milestone', 'm') },
  StartMilestone: { action: 'milestone.start', about: 'milestone' },
  ForecastMilestone: { action: 'milestone.forecast', about: 'milestone' },
  ReachMilestone: { action: 'milestone.reach', about: 'milestone' },
  ConfirmMilestone: { action: 'milestone.confirm', about: 'milestone' },
  ReopenMilestone: { action: 'milestone.reopen', about: 'milestone' },
  CancelMilestone: { action: 'milestone.cancel', about: 'milestone' },
  SetTarget: { action: 'milestone.set-target', about: 'milestone' },
  MoveTarget: { action: 'milestone.move-target', about: 'milestone' },
  DescribeMilestone: { action: 'milestone.describe', about: 'milestone' },
  SetDependencies: { action: 'milestone.set-dependencies', about: 'milestone' },

  RequestTargetChange: { action: 'target-change.request', ...made('change', 'c') },
  ApproveTargetChange: { action: 'target-change.decide', about: 'change' },
  RejectTargetChange: { action: 'target-change.decide', about: 'change' },
  ReturnTargetChange: { action: 'target-change.decide', about: 'change' },
  WithdrawTargetChange: { action: 'target-change.withdraw', about: 'change' },

  BeginWait: { action: 'wait.begin', ...made('wait', 'w') },
  AffirmWait: { action: 'wait.affirm', about: 'wait' },
  EndWait: { action: 'wait.end', about: 'wait' },
  ContestEntry: { action: 'contest.raise', ...made('contest', 'x') },
  DismissContest: { action: 'contest.decide', about: 'contest' },
  RuleOnContest: { action: 'contest.decide', about: 'contest' },
  RequestPause: { action: 'pause.request', ...made('pause', 'p') },
  GrantPause: { action: 'pause.decide', about: 'pause' },
  RefusePause: { action: 'pause.decide', about: 'pause' },
  RenewPause: { action: 'pause.renew', about: 'pause' },
  EndPause: { action: 'pause.end', about: 'pause' },
  RequestCorrection: { action: 'correction.request', ...made('correction', 'k') },
  ApproveCorrection: { action: 'correction.decide', about: 'correction' },
  RejectCorrection: { action: 'correction.decide', about: 'correction' },
  RaiseBlocker: { action: 'blocker.raise', ...made('blocker', 'b') },
  ResolveBlocker: { action: 'blocker.resolve', about: 'blocker' },
  GiveRating: { action: 'rating.give', ...made('rating', 'r') },
  AddNote: { action: 'note.add', ...made('note', 'n') },

  EnterStage: { action: 'law.enter-stage', about: 'stage' },
  RecordOutcome: { action: 'law.record-outcome', about: 'outcome' },
  SetScope: { action: 'policy.set-scope' },
  RecordApplication: { action: 'policy.record-application', about: 'entity' },
  VerifyApplication: { action: 'policy.verify-application', about: 'entity' },
  ReturnApplication: { action: 'policy.verify-application', about: 'entity' },
  ExemptEntity: { action: 'policy.exempt', about: 'entity' },
} as const satisfies Record<InitiativeCommandType, CommandKind>;
