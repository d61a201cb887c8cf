import { refusals } from '../problems/refusals.js';
import type { RefusalCode } from '@masar/contracts';
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
} as const;
const commandHeaders = Object.keys(headers).map((name) => ({ $ref: `#/components/parameters/${name}` }));

const isCommand = (route: Route): boolean =>
  route.method === 'POST' && route.bodyDto !== undefined && route.action !== undefined;

const codesOf = (route: Route): readonly RefusalCode[] => {
  const codes = new Set<RefusalCode>(route.refuses);
  if (route.action) for (const code of ['session/required', 'access/denied'] as const) codes.add(code);
  if (route.bodyDto)
    for (const code of [
      'body/malformed',
      'body/invalid',
      'body/unknown-field',
      'command/invalid',
      'date/not-a-date',
    ] as const)
      codes.add(code);
  if (isCommand(route))
    for (const code of ['idempotency/key-reused', 'version/conflict', 'access/foreign-origin'] as const)
      codes.add(code);
  if (route.queryDto || route.querySchema)
    for (const code of ['page/unknown-filter', 'body/invalid'] as const) codes.add(code);
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

const answerOf = (route: Route): Schema => {
  const command = { $ref: '#/components/schemas/CommandAnswer' };
  const stated = (route.answer?.schema as object | undefined) === commandAnswerSchema ? command : route.answer?.schema;
  const schema = stated ?? (isCommand(route) && !route.answer ? command : undefined);
  const media = route.answer?.media ?? 'application/json';
  const text = media.startsWith('text/') ? { type: 'string' } : {};
  return {
    description: route.answer?.description ?? 'OK',
    ...(route.status === 204 ? {} : { content: { [media]: { schema: schema ?? text } } }),
  };
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
  return [...inPath, ...fromSchema, ...fromDto, ...(isCommand(route) ? commandHeaders : [])];
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

const operationOf = (route: Route, bodies: BodySchemas, problems: Record<string, Schema>): Schema => {
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
      [String(route.answer?.status ?? route.status)]: answerOf(route),
      ...problemResponses(route, problems),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
};

/** The OpenAPI 3.1 document of a process, from its routes alone. */
export const openApiDocument = (routes: readonly Route[], version: string): Schema => {
  const bodies = new BodySchemas();
  const problems: Record<string, Schema> = {};
  const paths: Record<string, Record<string, Schema>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}').replace(/\*$/, '{rest}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operationOf(route, bodies, problems);
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
        ...problems,
      },
      schemas: { Problem: problemSchema, CommandAnswer: commandAnswerSchema, ...bodies.all() },
    },
  };
};
