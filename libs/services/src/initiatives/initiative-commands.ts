import type { InitiativeKind, StreamName } from '@masar/contracts';
import { initiativeDecider, type InitiativeCommand, type InitiativeState } from '@masar/domain';
import { CommitmentIndex } from '../platform/commitment-index.js';
import { DeciderRunner, type Surroundings } from '../platform/decider-runner.js';
import type { CommandAnswer, GivenMeta } from '../platform/command-bus.js';
import { commandIdOf, madeId } from '../platform/command-identity.js';
import { initiativeCommands } from './command-kinds.js';
import { commandOfRoute } from './command-of-route.js';
import type { CommandRoute } from './command-routes.js';
import { dateOfReference } from './date-of-reference.js';
import { ledgerOf } from './ledger-of.js';
import { seenAs, subjectOfInitiative } from './initiative-subject.js';

const prefixes: Readonly<Record<InitiativeKind, string>> = { projects: 'p', laws: 'l', policies: 's' };

/** The command side of one kind of initiative. */
export class InitiativeCommands {
  readonly runner: DeciderRunner<InitiativeState, InitiativeCommand>;

  constructor(
    readonly kind: InitiativeKind,
    around: Surroundings,
  ) {
    const commitments = CommitmentIndex.of(around);
    this.runner = new DeciderRunner(
      {
        decider: initiativeDecider(kind),
        source: `/${kind}`,
        kinds: initiativeCommands,
        subjectOf: subjectOfInitiative,
        seenAs,
        dateOf: (reference, { actor, fromSource, isEntailed }) =>
          dateOfReference(reference, around, fromSource || isEntailed ? undefined : actor),
        hasPartner: async (initiative, partner) => (await commitments.find({ initiative, partner })).length > 0,
        ledgerOf: ledgerOf({ store: around.store, commitments }),
      },
      around,
    );
    around.bus.register(kind, this.runner);
  }

  /** The stream a request is about: the one in its address, the one it names, or one made from the command's id. */
  streamOf(
    route: CommandRoute,
    body: { readonly id?: string },
    parameters: Readonly<Record<string, string>>,
    meta: GivenMeta,
  ): { readonly stream: StreamName; readonly meta: GivenMeta } {
    if (route.command !== 'RegisterInitiative') return { stream: `${this.kind}/${parameters['id']}`, meta };
    if (body.id !== undefined) return { stream: `${this.kind}/${body.id}`, meta };
    return { stream: `${this.kind}/${madeId(prefixes[this.kind], commandIdOf(meta.actor.user, meta.key))}`, meta };
  }

  async give(
    route: CommandRoute,
    body: object,
    parameters: Readonly<Record<string, string>>,
    given: GivenMeta,
  ): Promise<{ readonly stream: StreamName; readonly answer: CommandAnswer }> {
    const { stream, meta } = this.streamOf(route, body, parameters, given);
    return { stream, answer: await this.runner.run(stream, this.commandOf(route, body, parameters), meta) };
  }

  commandOf(route: CommandRoute, body: object, parameters: Readonly<Record<string, string>>) {
    const { id: _id, ...rest } = body as { id?: string };
    return commandOfRoute(route, route.command === 'RegisterInitiative' ? rest : body, parameters);
  }
}
