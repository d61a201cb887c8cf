import { Injectable, Inject } from '@nestjs/common';
import { initiativeKinds, type InitiativeKind, type StreamName } from '@masar/contracts';
import { FieldsPipe, InvalidFields, type MasarRequest } from '@masar/nest-kit';
import { CommandBus, type GivenCommand } from '../platform/command-bus.js';
import { digestOf } from '../platform/command-identity.js';
import { metaOf } from '../platform/command-request.js';
import { commandOfRoute } from '../initiatives/command-of-route.js';
import { commandRoutes, type CommandRoute } from '../initiatives/command-routes.js';
import type { Addressed } from './batch-plan.js';

interface Matched {
  readonly route: CommandRoute;
  readonly stream: StreamName;
  readonly parameters: Readonly<Record<string, string>>;
}

const isKind = (text: string): text is InitiativeKind => (initiativeKinds as readonly string[]).includes(text);

/** The command route an address means, with its parameters; nothing for any other address. */
export const matchRoute = ({ url, body }: Addressed): Matched | undefined => {
  const [, , kind = '', ...parts] = url.split('/').map(decodeURIComponent);
  if (!isKind(kind)) return undefined;
  for (const route of commandRoutes(kind)) {
    const pattern = route.path === '' ? [] : route.path.split('/');
    if (pattern.length !== parts.length || !pattern.every((part, at) => part.startsWith(':') || part === parts[at]))
      continue;
    const parameters = Object.fromEntries(
      pattern.flatMap((part, at) => (part.startsWith(':') ? [[part.slice(1), parts[at]!]] : [])),
    );
    const id = parameters['id'] ?? (body as { id?: unknown }).id;
    return typeof id === 'string' ? { route, stream: `${kind}/${id}`, parameters } : undefined;
  }
  return undefined;
};

/** Several commands on one initiative as one commit: all of them or none. */
@Injectable()
export class AtomicBatches {
  readonly #pipe = new FieldsPipe();

  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  async give(
    commands: readonly (Addressed & { readonly key: string | undefined })[],
    request: MasarRequest,
  ): Promise<readonly object[]> {
    const matched = commands.map((command, at) => matchRoute(command) ?? this.#misplaced(at));
    const stream = matched[0]?.stream;
    if (stream === undefined) return [];
    const stranger = matched.findIndex((one) => one.stream !== stream);
    if (stranger >= 0) this.#misplaced(stranger);
    const whole: GivenCommand[] = [];
    for (const [at, { route, parameters }] of matched.entries())
      whole.push(this.#checked(route, commands[at]!.body, parameters, at));
    const runner = this.bus.runnerOf(stream);
    const answers = await runner.runTogether!(stream, whole, this.#meta(commands, request));
    return answers.map((answer, at) => ({ ...answer, status: matched[at]!.route.made ? 201 : 200 }));
  }

  #misplaced(at: number): never {
    throw new InvalidFields([{ path: `commands.${at}.path`, code: 'field/one-initiative' }]);
  }

  #checked(route: CommandRoute, body: unknown, parameters: Matched['parameters'], at: number): GivenCommand {
    try {
      const checked = this.#pipe.transform(body, { type: 'body', metatype: route.body as never }) as {
        id?: string;
      };
      const { id: _id, ...rest } = checked;
      return commandOfRoute(route, route.command === 'RegisterInitiative' ? rest : checked, parameters);
    } catch (fault) {
      if (!(fault instanceof InvalidFields)) throw fault;
      throw new InvalidFields(fault.faults.map((one) => ({ ...one, path: `commands.${at}.body.${one.path}` })));
    }
  }

  /** One commit has one id: of the batch's own key, else of the keys of its commands together. */
  #meta(
    commands: readonly { readonly url: string; readonly body: unknown; readonly key: string | undefined }[],
    request: MasarRequest,
  ) {
    const meta = metaOf(request);
    const keys = commands.map(({ key }) => key);
    const key = meta.key ?? (keys.some((one) => one === undefined) ? undefined : digestOf('keys', keys));
    const digest = digestOf(
      '/api/batch',
      commands.map(({ url, body }) => ({ url, body })),
    );
    return { ...meta, digest, ...(key === undefined ? {} : { key }) };
  }
}
