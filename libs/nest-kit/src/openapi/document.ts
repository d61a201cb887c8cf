import { refusals } from '../problems/refusals.js';
import { rowOf, type Action } from '@masar/access';
import type { RefusalCode } from '@masar/contracts';
import { BatchBody, CommandBody, shapeOf, type BodyClass } from '@masar/contracts/bodies';
import { BodySchemas } from './body-schema.js';
import type { Schema } from './documented.js';
import type { Route } from './routes.js';

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
    details: { type: 'object' },
  },
} as const;

/** What a command answers (api.md, Conventions). */
export const commandAnswerSchema = {
  type: 'object',
  required: ['id', 'version', 'position'],
  properties: { id: { type: 'string' }, version: { type: 'integer' }, position: { type: 'string' } },
} as const;

const headers = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'the same command sent again under it gets its first answer again',
    schema: { type: 'string', maxLength: 200 },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'the version last seen, `"12"`: at another one the command is refused',
    schema: { type: 'string' },
  },
  OnBehalfOf: {
    name: 'On-Behalf-Of',
    in: 'header',
    required: false,
    description: 'whom the caller stands in for, by a delegation in force; without it his own rights come first',
    schema: { type: 'string', maxLength: 64 },
  },
} as const;
const headerNamed = (name: keyof typeof headers) => ({ $ref: `#/components/parameters/${name}` });
const commandHeaders = [headerNamed('IdempotencyKey'), headerNamed('IfMatch')];

const isCommand = (route: Route): boolean =>
  route.method === 'POST' && route.bodyDto !== undefined && route.action !== undefined;

/** What becomes events of a stream has versions, and is known by its key when it is sent again; a batch is made of such. Accounts are records (0041). */
const isOfStream = ({ bodyDto }: Route): boolean => {
  const body = bodyDto as unknown as BodyClass | undefined;
  return body === CommandBody || body === BatchBody || body?.prototype instanceof CommandBody;
};

const takesCursor = ({ queryDto, querySchema }: Route): boolean =>
  'cursor' in ((querySchema?.['properties'] as object | undefined) ?? {}) ||
  (queryDto !== undefined && shapeOf(queryDto as unknown as BodyClass)?.names.has('cursor') === true);

/** What the row of a right refuses with: who has no right, whom it keeps from deciding for the own entity, and four eyes. */
const codesOfRight = (action: Action): readonly RefusalCode[] => {
  const { reach, eyes } = rowOf(action);
  const ofOthers = Object.values(reach).includes('others') ? (['access/four-eyes'] as const) : [];
  return ['session/required', 'access/denied', 'delegation/not-in-force', ...ofOthers, ...Object.values(eyes ?? {})];
};

const codesOf = (route: Route): readonly RefusalCode[] => {
  const codes = new Set<RefusalCode>(route.refuses);
  if (route.action) for (const code of codesOfRight(route.action)) codes.add(code);
  if (route.method === 'POST')
    for (const code of ['body/malformed', 'body/too-large', 'body/unsupported-media'] as const) codes.add(code);
  if (route.bodyDto)
    for (const code of ['body/invalid', 'body/unknown-field', 'command/invalid', 'date/not-a-date'] as const)
      codes.add(code);
  if (isCommand(route)) codes.add('access/foreign-origin');
  if (isCommand(route) && isOfStream(route))
    for (const code of ['idempotency/key-reused', 'version/conflict'] as const) codes.add(code);
  if (route.queryDto || route.querySchema)
    for (const code of ['page/unknown-filter', 'body/invalid'] as const) codes.add(code);
  if (route.isClosedRead) codes.add('page/unknown-filter');
  if (takesCursor(route)) codes.add('page/cursor-invalid');
  return [...codes].sort();
};

const problemResponse = (codes: readonly RefusalCode[]): Schema => ({
  description: codes.map((code) => `\`${code}\` ${refusals[code].en}`).join(' · '),
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem', properties: { code: { enum: codes } } },
    },
  },
});

/** What is not there is a missing address (404), or an impossible value (422) where a field of the body names it. */
const statusesOf = (code: RefusalCode, route: Route): readonly number[] => {
  const { status } = refusals[code];
  return status === 404 && isCommand(route) && code !== 'stream/not-found' ? [404, 422] : [status];
};

/** Problems by status. Those of a few codes are many routes' own: said once, under the names of their codes. */
const problemResponses = (route: Route, shared: Record<string, Schema>): Record<string, Schema> => {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of codesOf(route))
    for (const status of statusesOf(code, route)) byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  const answer = (codes: readonly RefusalCode[]): Schema => {
    if (codes.length > 4) return problemResponse(codes);
    const name = codes.map((code) => code.replace('/', '-')).join('.');
    shared[name] ??= problemResponse(codes);
    return { $ref: `#/components/responses/${name}` };
  };
  return Object.fromEntries([...byStatus].map(([status, codes]) => [String(status), answer(codes)]));
};

/** A schema with those inside it that carry a `title` said once, under it, and referred to. */
const saidOnce = (node: unknown, named: Record<string, unknown>): unknown => {
  if (Array.isArray(node)) return node.map((item) => saidOnce(item, named));
  if (node === null || typeof node !== 'object') return node;
  const { title } = node as { readonly title?: unknown };
  const inner = () => Object.fromEntries(Object.entries(node).map(([name, member]) => [name, saidOnce(member, named)]));
  if (typeof title !== 'string') return inner();
  named[title] ??= inner();
  return { $ref: `#/components/schemas/${title}` };
};

/** The answer by its status, and by the others it may come with. */
const answersOf = (route: Route, named: Record<string, unknown>): Record<string, Schema> => {
  const command = { $ref: '#/components/schemas/CommandAnswer' };
  const stated = (route.answer?.schema as object | undefined) === commandAnswerSchema ? command : route.answer?.schema;
  const schema = saidOnce(stated ?? (isCommand(route) && !route.answer ? command : undefined), named);
  const media = [route.answer?.media ?? 'application/json'].flat();
  const textOf = (type: string) => (/^text\/|xml$/.test(type) ? { type: 'string' } : {});
  const content = Object.fromEntries(media.map((type) => [type, { schema: schema ?? textOf(type) }]));
  const of = (description: string): Schema => ({ description, ...(route.status === 204 ? {} : { content }) });
  const also = Object.entries(route.answer?.also ?? {}).map(([status, when]) => [status, of(when)] as const);
  const status = String(route.answer?.status ?? route.status);
  return { [status]: of(route.answer?.description ?? 'OK'), ...Object.fromEntries(also) };
};

const parametersOf = (route: Route, bodies: BodySchemas): readonly Schema[] => {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const asked = (route.querySchema?.['properties'] ?? {}) as Record<string, Schema>;
  const required = new Set((route.querySchema?.['required'] as readonly string[] | undefined) ?? []);
  const fromSchema = Object.entries(asked).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.has(name),
    schema,
  }));
  const fromDto = route.queryDto ? bodies.parameters(route.queryDto as never) : [];
  const inHeaders = [
    ...(isCommand(route) && isOfStream(route) ? commandHeaders : []),
    ...(route.action ? [headerNamed('OnBehalfOf')] : []),
  ];
  return [...inPath, ...fromSchema, ...fromDto, ...inHeaders];
};

const bodyOf = (route: Route, bodies: BodySchemas): Schema | undefined => {
  if (route.bodies)
    return {
      required: true,
      content: Object.fromEntries(route.bodies.map(({ media, schema }) => [media, { schema }])),
    };
  if (!route.bodyDto) return undefined;
  return { content: { 'application/json': { schema: bodies.of(route.bodyDto as never) } } };
};

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

interface Shared {
  readonly bodies: BodySchemas;
  readonly problems: Record<string, Schema>;
  readonly answers: Record<string, unknown>;
}

const operationOf = (route: Route, { bodies, problems, answers }: Shared): Schema => {
  const requestBody = bodyOf(route, bodies);
  const area = route.path.split('/').filter((part) => part && part !== 'api')[0] ?? 'masar';
  return {
    operationId: `${lowerFirst(route.controller.replace(/Controller$/, ''))}_${route.handler}`,
    tags: [area.startsWith(':') ? 'masar' : area],
    ...(route.summary ? { summary: route.summary.en, 'x-summary-ar': route.summary.ar } : {}),
    ...(route.action ? { 'x-permission': route.action } : { 'x-public': route.publicReason, security: [] }),
    parameters: parametersOf(route, bodies),
    ...(requestBody ? { requestBody } : {}),
    responses: {
      ...answersOf(route, answers),
      ...problemResponses(route, problems),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
};

/** The OpenAPI 3.1 document of a process, from its routes alone. */
export const openApiDocument = (routes: readonly Route[], version: string): Schema => {
  const once: Shared = { bodies: new BodySchemas(), problems: {}, answers: {} };
  const paths: Record<string, Record<string, Schema>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}').replace(/\*$/, '{rest}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operationOf(route, once);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Masar · مسار',
      version,
      description: 'Acceleration timelines of projects, laws and policies, event by event.',
    },
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      parameters: headers,
      responses: {
        Problem: {
          description: 'A problem (RFC 9457)',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
        ...once.problems,
      },
      schemas: { Problem: problemSchema, CommandAnswer: commandAnswerSchema, ...once.answers, ...once.bodies.all() },
    },
  };
};
