import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Refusal, type RefusalCode } from '@masar/contracts';
import type { Logger } from '../logging/logger.js';
import type { MasarRequest } from '../http/request.js';
import { codeOfFaults, InvalidFields, wordsOf, type FoundFault } from './field-faults.js';
import { languageOf, type Language } from './language.js';
import { problemMedia, type Problem } from './problem.js';
import { problemOf } from './refusal-problem.js';

const byStatus: Readonly<Record<number, RefusalCode>> = {
  400: 'body/malformed',
  401: 'session/required',
  403: 'access/denied',
  404: 'read/not-found',
  413: 'body/too-large',
  414: 'read/not-found',
  415: 'body/unsupported-media',
  429: 'rate/too-many',
  503: 'service/not-ready',
};

const ofFields = (error: InvalidFields, language: Language): Problem => {
  const unknownFilter =
    error.where === 'query' ? error.faults.find((fault) => fault.code === 'field/unknown') : undefined;
  const errors = error.faults.map((fault) => wordsOf(fault, language));
  if (unknownFilter) return problemOf('page/unknown-filter', language, { filter: unknownFilter.path }, errors);
  const code = codeOfFaults(error.faults);
  return {
    ...problemOf(code, language, {}, errors),
    ...(errors.length === 1 ? { detail: `${errors[0]!.path}: ${errors[0]!.message}` } : {}),
  };
};

/** Whether a refusal speaks of a field the asker sent, not of something in the address. */
const isOfBody = (path: string, body: unknown): boolean =>
  typeof body === 'object' && body !== null && (path.split(/[./]/)[0] ?? '') in body;

const ofRefusal = (error: Refusal, language: Language, body: unknown): Problem => {
  const problem = problemOf(error.code, language, error.details);
  if (error.path === undefined || !isOfBody(error.path, body)) return problem;
  return problemOf(error.code, language, error.details, [
    { path: error.path, code: error.code, message: problem.detail },
  ]);
};

/** Storage that is away for the moment says so by this code (event store); the same command may be sent again. */
const isStorageAway = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'storage/unavailable';

/** Problem details of whatever was thrown (`body`: what the asker sent, to tell a field of it from the address); undefined for a fault of our own, which the caller logs. */
export const knownProblem = (error: unknown, language: Language, body?: unknown): Problem | undefined => {
  if (error instanceof Refusal) return ofRefusal(error, language, body);
  if (error instanceof InvalidFields) return ofFields(error, language);
  if (isStorageAway(error)) return problemOf('service/not-ready', language);
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  const code = typeof status === 'number' ? byStatus[status] : undefined;
  return code === undefined ? undefined : problemOf(code, language);
};

/** Every failure leaves as `application/problem+json` in the asker's language; what nobody foresaw is logged whole and says nothing of its inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<MasarRequest>();
    const reply = http.getResponse<FastifyReply>();
    const language = languageOf(request.headers?.['accept-language']);
    const known = knownProblem(error, language, request.body);
    if (!known || isStorageAway(error))
      this.logger.error(
        { err: error, request: request.id, url: request.url, method: request.method },
        'request failed',
      );
    if (reply.sent || reply.raw.headersSent) return void reply.raw.destroy();
    const problem = known ?? problemOf('service/unexpected', language, { request: request.id });
    request.refused = problem.code;
    const seconds = problem.details?.['seconds'];
    if (problem.status === 429 || problem.status === 503)
      void reply.header('retry-after', String(typeof seconds === 'number' ? seconds : 5));
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer realm="masar"');
    void reply
      .code(problem.status)
      .header('content-type', problemMedia)
      .header('content-language', language)
      .send(JSON.stringify(problem));
  }
}

export type { FoundFault };
