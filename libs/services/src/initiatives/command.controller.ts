import { Body, Controller, HttpCode, Post, Req, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { InitiativeKind } from '@masar/contracts';
import { Answers, Can, commandAnswerSchema, Refuses, Summary, type MasarRequest } from '@masar/nest-kit';
import type { CommandAnswer } from '../platform/command-bus.js';
import { metaOf, told } from '../platform/command-request.js';
import { initiativeCommands } from './command-kinds.js';
import { commandRefusals } from './command-refusals.js';
import { locationOf } from './command-of-route.js';
import { commandRoutes, type CommandRoute } from './command-routes.js';
import type { InitiativeCommands } from './initiative-commands.js';

type Parameters = Readonly<Record<string, string>>;

/** What every command route of a kind does: the checked body becomes a command of the stream in its address. */
class CommandController {
  constructor(private readonly commands: InitiativeCommands) {}

  async give(route: CommandRoute, body: object, request: MasarRequest, reply: FastifyReply): Promise<CommandAnswer> {
    const parameters = request.params as Parameters;
    const { stream, answer } = await this.commands.give(route, body, parameters, metaOf(request));
    return told(reply, answer, locationOf(route, stream, answer, parameters));
  }
}

const decorate = (controller: Type<CommandController>, name: string, route: CommandRoute): void => {
  const prototype = controller.prototype as object;
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
  Reflect.defineMetadata('design:paramtypes', [route.body, Object, Object], prototype, name);
  Body()(prototype, name, 0);
  Req()(prototype, name, 1);
  Res({ passthrough: true })(prototype, name, 2);
  for (const apply of [
    Post(route.path),
    HttpCode(route.made ? 201 : 200),
    Can(initiativeCommands[route.command].action),
    Summary(route.ar, route.en),
    Answers(commandAnswerSchema, { status: route.made ? 201 : 200 }),
    Refuses(
      ...(route.command === 'RegisterInitiative' ? [] : (['stream/not-found'] as const)),
      ...commandRefusals[route.command],
    ),
  ]) {
    apply(prototype, name, descriptor);
  }
};

const methodName = (route: CommandRoute): string => route.command.charAt(0).toLowerCase() + route.command.slice(1);
export const controllerName = (kind: InitiativeKind, what: string): string =>
  `${kind.charAt(0).toUpperCase()}${kind.slice(1)}${what}Controller`;

/** The controller of a kind's commands: one route for each row of `commandRoutes`, each with its body class and its permission. */
export const commandController = (
  kind: InitiativeKind,
  token: symbol,
  inject: (token: symbol) => ParameterDecorator,
): Type<unknown> => {
  const made = class extends CommandController {};
  Object.defineProperty(made, 'name', { value: controllerName(kind, 'Command') });
  Reflect.defineMetadata('design:paramtypes', [Object], made);
  inject(token)(made, undefined, 0);
  for (const route of commandRoutes(kind)) {
    const name = methodName(route);
    const value = function (this: CommandController, body: object, request: MasarRequest, reply: FastifyReply) {
      return this.give(route, body, request, reply);
    };
    Object.defineProperty(made.prototype, name, { value, writable: true, configurable: true });
    decorate(made, name, route);
  }
  Controller(`api/${kind}`)(made);
  return made;
};
