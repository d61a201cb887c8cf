import type { InitiativeKind, LocalDate } from '@masar/contracts';
import type { Decider } from '@masar/event-store';
import { lawRules } from '../law/law-rules.js';
import { policyRules } from '../policy/policy-rules.js';
import { projectRules } from '../project/project-rules.js';
import type { InitiativeCommand } from './commands.js';
import { deciderOf } from './decider.js';
import type { KindRules } from './kind-rules.js';
import type { Initiative, InitiativeState } from './state.js';

const kinds: Readonly<Record<InitiativeKind, KindRules>> = {
  projects: projectRules,
  laws: lawRules,
  policies: policyRules,
};

/** The decider of a kind's streams, `projects/P-1`. */
export const initiativeDecider = (kind: InitiativeKind): Decider<InitiativeState, InitiativeCommand> =>
  deciderOf(kinds[kind]);

/** When a stage was first entered, by the rules of the initiative's kind; undefined before, and in a kind without stages. */
export const stageEnteredOn = (kind: InitiativeKind, initiative: Initiative, stage: string): LocalDate | undefined =>
  kinds[kind].stages?.enteredOn(initiative, stage);
