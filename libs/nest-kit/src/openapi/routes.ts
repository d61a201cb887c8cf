import 'reflect-metadata';
import { RequestMethod, type INestApplicationContext, type Type } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Action } from '@masar/access';
import type { RefusalCode } from '@masar/contracts';
import { shapeOf, type BodyClass } from '@masar/contracts/bodies';
import { permissionKey, publicKey } from '../access/permission.js';
import {
  answersKey,
  asksKey,
  bodyKey,
  refusesKey,
  summaryKey,
  type AnswerDocumentation,
  type Schema,
} from './documented.js';

type Dto = Type<unknown>;

/** One HTTP route as its decorators declare it: the source of the permission check and of the OpenAPI document. */
export interface Route {
  readonly method: string;
  /** Nest's own: `/api/laws/:id/stages`. */
  readonly path: string;
  readonly controller: string;
  readonly handler: string;
  /** The method itself. */
  readonly handle: object;
  readonly action?: Action;
  /** Why it needs no permission. */
  readonly publicReason?: string;
  readonly status: number;
  readonly bodyDto?: Dto;
  readonly queryDto?: Dto;
  readonly querySchema?: Schema;
  /** A read of JSON that takes nothing in its query. */
  readonly isClosedRead: boolean;
  readonly bodies?: readonly { readonly media: string; readonly schema: Schema }[];
  readonly answer?: AnswerDocumentation;
  readonly refuses: readonly RefusalCode[];
  readonly summary?: { readonly ar: string; readonly en: string };
}

const pathsOf = (target: object): readonly string[] => {
  const paths: unknown = Reflect.getMetadata(PATH_METADATA, target);
  return Array.isArray(paths) ? (paths as string[]) : [String(paths ?? '')];
};

const joined = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;

/** The parameters of a handler, by their kind. */
const parametersOf = (controller: Dto, handler: string) =>
  (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Record<
    string,
    { index: number; data?: unknown }
  >;

const takes = (controller: Dto, handler: string, kind: RouteParamtypes): boolean =>
  Object.keys(parametersOf(controller, handler)).some((key) => key.startsWith(`${kind}:`));

/** The class of the parameter that carries the whole body (or query), when it is a DTO. */
const dtoOf = (controller: Dto, handler: string, kind: RouteParamtypes): Dto | undefined => {
  const parameters = parametersOf(controller, handler);
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, handler) ?? []) as Dto[];
  const found = Object.entries(parameters).find(([key, { data }]) => key.startsWith(`${kind}:`) && data === undefined);
  const dto = found && types[found[1].index];
  return dto && ![Object, String, Array].includes(dto as never) ? dto : undefined;
};

const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });

const routeOf = (controller: Dto, handler: string, method: (...args: never[]) => unknown, path: string): Route => {
  const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod];
  const read = <T>(key: string) => Reflect.getMetadata(key, method) as T | undefined;
  const action = read<Action>(permissionKey);
  const takesQuery = takes(controller, handler, RouteParamtypes.QUERY) || read<Schema>(asksKey) !== undefined;
  const isJson = (read<AnswerDocumentation>(answersKey)?.media ?? 'application/json') === 'application/json';
  return {
    method: verb,
    path,
    controller: controller.name,
    handler,
    handle: method,
    isClosedRead: verb === 'GET' && action !== undefined && isJson && !takesQuery,
    status: read<number>(HTTP_CODE_METADATA) ?? (verb === 'POST' ? 201 : 200),
    refuses: read<readonly RefusalCode[]>(refusesKey) ?? [],
    ...optional('action', action),
    ...optional('publicReason', read<string>(publicKey)),
    ...optional('bodyDto', dtoOf(controller, handler, RouteParamtypes.BODY)),
    ...optional('queryDto', dtoOf(controller, handler, RouteParamtypes.QUERY)),
    ...optional('querySchema', read<Schema>(asksKey)),
    ...optional('bodies', read<Route['bodies']>(bodyKey)),
    ...optional('answer', read<AnswerDocumentation>(answersKey)),
    ...optional('summary', read<Route['summary']>(summaryKey)),
  };
};

/** Every route of the process, in order of path and method. */
export const routesOf = (app: INestApplicationContext): readonly Route[] => {
  const scanner = new MetadataScanner();
  const controllers = app.get(DiscoveryService, { strict: false }).getControllers();
  const routes = controllers.flatMap(({ metatype }) => {
    const controller = metatype as Dto;
    const prototype = controller.prototype as Record<string, (...args: never[]) => unknown>;
    return scanner.getAllMethodNames(prototype).flatMap((handler) => {
      const method = prototype[handler]!;
      if (!Reflect.hasMetadata(METHOD_METADATA, method)) return [];
      return pathsOf(controller).flatMap((base) =>
        pathsOf(method).map((path) => routeOf(controller, handler, method, joined(base, path))),
      );
    });
  });
  return routes.sort((a, b) => (a.path === b.path ? a.method.localeCompare(b.method) : a.path < b.path ? -1 : 1));
};

/** Throws when a route neither names a permission nor says why it needs none, or does both. */
export const requirePermissions = (routes: readonly Route[]): void => {
  const wrong = routes.filter((route) => (route.action === undefined) === (route.publicReason === undefined));
  if (wrong.length > 0) {
    const names = wrong.map((route) => `${route.method} ${route.path} (${route.controller}.${route.handler})`);
    throw new Error(`every route needs exactly one of @Can and @Public: ${names.join(', ')}`);
  }
};

/** Throws when a route takes its body or query by a class that declares no fields: nothing would check it. */
export const requireClosedBodies = (routes: readonly Route[]): void => {
  const open = routes.filter(({ bodyDto, queryDto }) =>
    [bodyDto, queryDto].some((dto) => dto !== undefined && !shapeOf(dto as unknown as BodyClass)),
  );
  if (open.length > 0) {
    const names = open.map((route) => `${route.method} ${route.path} (${route.controller}.${route.handler})`);
    throw new Error(`a body or query needs a class with declared fields: ${names.join(', ')}`);
  }
};
