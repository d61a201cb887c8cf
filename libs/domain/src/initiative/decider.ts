import { refuse } from '@masar/contracts';
import type { DomainEvent } from '@masar/contracts';
import type { Decider } from '@masar/event-store';
import { realDate } from '../guards.js';
import { blockerRules } from './blocker-rules.js';
import type { InitiativeCommand } from './commands.js';
import { contestRules } from './contest-rules.js';
import { correctionRules } from './correction-rules.js';
import { evolve } from './evolve.js';
import { initiativeRules, register } from './initiative-rules.js';
import type { KindRules, Rules } from './kind-rules.js';
import { milestoneRules } from './milestone-rules.js';
import { noteRules } from './note-rules.js';
import { pauseRules } from './pause-rules.js';
import { planningRules } from './planning-rules.js';
import { ratingRules } from './rating-rules.js';
import type { Initiative, InitiativeState } from './state.js';
import { targetRules } from './target-rules.js';
import { waitRules } from './wait-rules.js';

/** Raised whenever folding or the state's shape changes: older snapshots are then folded anew. */
const foldVersion = 2;

const sharedRules: Rules = {
  ...initiativeRules,
  ...planningRules,
  ...milestoneRules,
  ...targetRules,
  ...waitRules,
  ...contestRules,
  ...pauseRules,
  ...correctionRules,
  ...blockerRules,
  ...noteRules,
  ...ratingRules,
};

type AnyRule = (initiative: Initiative, command: InitiativeCommand, kind: KindRules) => readonly DomainEvent[];

/** The rule book of one kind: the shared rules and what the kind adds to them. One stream is one initiative. */
export const deciderOf = (kind: KindRules): Decider<InitiativeState, InitiativeCommand> => {
  const rules: Rules = { ...sharedRules, ...kind.rules };
  return {
    name: `initiative-${kind.kind}`,
    version: foldVersion,
    initial: { status: 'unregistered' },
    evolve: (state, event) => evolve(state, event, kind),
    decide: (state, command) => {
      realDate(command.on, 'on');
      if (command.type === 'RegisterInitiative')
        return state.status === 'unregistered'
          ? register(command, kind)
          : refuse('stream/exists', { id: state.stream });
      if (state.status === 'unregistered') return refuse('stream/not-found');
      const rule = Object.hasOwn(rules, command.type) ? (rules[command.type] as AnyRule | undefined) : undefined;
      return rule ? rule(state, command, kind) : refuse('command/invalid', { type: command.type, kind: kind.kind });
    },
  };
};
