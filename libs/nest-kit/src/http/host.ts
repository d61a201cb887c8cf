import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyServerOptions } from 'fastify';
import { FieldsPipe } from '../problems/validation.js';
import { languageOf } from '../problems/language.js';
import { knownProblem, ProblemFilter } from '../problems/problem-filter.js';
import { problemMedia } from '../problems/problem.js';
import { problemOf } from '../problems/refusal-problem.js';
import { credentialsOf, isForeignCommand, PermissionGuard } from '../access/permission-guard.js';
import type { Authenticator } from '../access/authenticator.js';
import { Readiness } from '../health/readiness.js';
import { makeLogger, nestLogger, type Logger } from '../logging/logger.js';
import { Metrics } from '../metrics/metrics.js';
import { requireClosedBodies, requirePermissions, routesOf } from '../openapi/routes.js';
import type { Settings } from '../settings/settings.js';
import { AUTHENTICATOR, CLOCK, LOGGER, METRICS, READINESS, SETTINGS } from '../tokens.js';
import type { Clock } from '../clock/clock.js';
import { ClosedReads } from './closed-reads.js';
import { auditRequests, type AuditSink } from './audited.js';
import { answerBrokenRequest } from './broken-requests.js';
import { Drain } from './drain.js';
import { readFileBodies, type FileGate } from './file-body.js';
import { putSecureHeaders, secureHeaders } from './headers.js';
import { HostModule } from './host.module.js';
import { RateLimits } from './rate-limits.js';
import { observeRequests } from './observe.js';
import { servePage } from './page.js';
import { parseJsonBodies } from './json-body.js';

export interface HostOptions {
  readonly settings: Settings;
  readonly clock: Clock;
  /** Named in logs, and `source` of what it records: `standalone`, `projects`, … */
  readonly service: string;
  /** The services of this process: Nest modules. One of them provides `AUTHENTICATOR`. */
  readonly modules: readonly HostedModule[];
  /** Keeps who did, read and was refused what. */
  readonly audit?: AuditSink;
  /** The folder of the page that people open in a browser; without it this process answers programs alone. */
  readonly page?: string;
  /** Closed when every service has let go: the stores. */
  readonly closeLast?: () => Promise<void>;
}
export type HostedModule = NonNullable<Parameters<typeof HostModule.of>[0]>[number];

/** A process ready to listen: `start` answers its address; `stop` lets what is under way finish, then closes everything. */
export interface Host {
  readonly app: NestFastifyApplication;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  start(): Promise<string>;
  stop(): Promise<void>;
}

const graceMilliseconds = 10_000;
const headerSeconds = 15;

/** An address the router cannot read (a broken percent-encoding, an endless segment) never reaches a controller's filter. */
const answerUnreadableAddress: NonNullable<FastifyServerOptions['frameworkErrors']> = (error, request, reply) => {
  const language = languageOf(request.headers['accept-language']);
  const problem = knownProblem(error, language) ?? problemOf('read/not-found', language);
  putSecureHeaders(request, reply as FastifyReply);
  void (reply as FastifyReply)
    .code(problem.status)
    .header('content-type', problemMedia)
    .header('content-language', language)
    .send(JSON.stringify(problem));
};

const adapterFor = (settings: Settings): FastifyAdapter => {
  let requests = 0;
  const prefix = process.pid.toString(36);
  return new FastifyAdapter({
    logger: false,
    bodyLimit: settings.bodyLimit,
    forceCloseConnections: true,
    trustProxy: settings.proxies > 0 && ((_address: string, hop: number) => hop < settings.proxies),
    // No middleware and no Nest multipart here: their hooks would run for every request for nothing.
    skipMiddie: true,
    multipart: false,
    // A request has to be whole by then, its headers sooner: nobody keeps a connection by sending a byte now and then.
    requestTimeout: settings.requestSeconds * 1000,
    http: {
      headersTimeout: Math.min(headerSeconds, settings.requestSeconds) * 1000,
      connectionsCheckingInterval: 1_000,
    },
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: answerUnreadableAddress,
    genReqId: () => `${prefix}-${(requests += 1).toString(36)}`,
  });
};

/** A moved clock is looked at before anything is decided, so that a command given right after the move is of the new day. */
const followSimulated = (fastify: FastifyInstance, clock: Clock): void => {
  if (clock.simulated !== undefined) fastify.addHook('onRequest', async () => void clock.offset());
};

/** Files are taken in from whoever is signed in, so often; what a page of another house sends costs its reader nothing. */
const mayUpload =
  (authenticator: Authenticator, limits: RateLimits): FileGate =>
  async (request) => {
    const credentials = credentialsOf(request);
    const actor = credentials && (await authenticator.authenticate(credentials.token));
    if (!actor) return 'nobody';
    if (isForeignCommand(request, credentials)) return 'unread';
    limits.work('upload', request, actor.user);
    return 'read';
  };

/** Builds the process around its services; nothing listens yet. Throws when a route names no permission, or a service fails to start. */
export const createHost = async (options: HostOptions): Promise<Host> => {
  const { settings } = options;
  const logger = makeLogger(settings, options.service);
  const metrics = new Metrics();
  const readiness = new Readiness();
  const providers = [
    { provide: SETTINGS, useValue: settings },
    { provide: CLOCK, useValue: options.clock },
    { provide: LOGGER, useValue: logger },
    { provide: METRICS, useValue: metrics },
    { provide: READINESS, useValue: readiness },
  ];
  const app = await NestFactory.create<NestFastifyApplication>(
    HostModule.of(options.modules, providers, options.page === undefined),
    adapterFor(settings),
    {
      logger: nestLogger(logger),
      abortOnError: false,
      bodyParser: false,
      forceCloseConnections: true,
    },
  );
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  followSimulated(fastify, options.clock);
  const authenticator = app.get<Authenticator>(AUTHENTICATOR, { strict: false });
  const limits = new RateLimits(settings.requestsPerSecond);
  secureHeaders(fastify);
  limits.watch(fastify);
  observeRequests(fastify, metrics, logger, settings.logRequests);
  if (options.audit) auditRequests(fastify, options.audit);
  parseJsonBodies(fastify);
  readFileBodies(fastify, settings.fileLimit, mayUpload(authenticator, limits));
  if (options.page !== undefined) await servePage(fastify, options.page);
  const drain = new Drain(fastify, readiness);
  const routes = routesOf(app);
  app.useGlobalGuards(new PermissionGuard(authenticator, limits), new ClosedReads(routes));
  app.useGlobalPipes(new FieldsPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  requirePermissions(routes);
  requireClosedBodies(routes);
  await app.init();
  return {
    app,
    logger,
    metrics,
    readiness,
    start: async () => {
      await app.listen(settings.port, settings.host);
      readiness.started();
      return app.getUrl();
    },
    stop: async () => {
      readiness.stopping();
      await drain.idle(graceMilliseconds);
      await app.close();
      await options.closeLast?.();
      metrics.stop();
    },
  };
};
