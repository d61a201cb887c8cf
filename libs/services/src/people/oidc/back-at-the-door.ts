import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { knownProblem, LOGGER, ProblemFilter, type Logger, type MasarRequest } from '@masar/nest-kit';

/** Somebody looks at what is answered: a browser that was sent here, not a program that asks. */
const isLookedAt = ({ headers }: MasarRequest): boolean => String(headers?.accept ?? '').includes('text/html');

/**
 * Whoever signs in by a provider travels by links, so that a refusal would stand on the screen as it is written for
 * programs. A browser is led back to the door, which says it by its code; nothing else of it goes into the address.
 */
@Catch()
export class BackAtTheDoor implements ExceptionFilter {
  readonly #forPrograms: ProblemFilter;

  constructor(@Inject(LOGGER) private readonly logger: Logger) {
    this.#forPrograms = new ProblemFilter(logger);
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<MasarRequest>();
    if (!isLookedAt(request)) return this.#forPrograms.catch(error, host);
    const { code, status } = knownProblem(error, 'en') ?? { code: 'service/unexpected' as const, status: 500 };
    if (status >= 500) this.logger.error({ err: error, request: request.id }, 'signing in by the provider failed');
    request.refused = code;
    void http
      .getResponse<FastifyReply>()
      .code(303)
      .header('location', `/?refused=${encodeURIComponent(code)}`)
      .header('content-type', 'text/plain; charset=utf-8')
      .send('');
  }
}
