import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readiness } from '../health/readiness.js';
import { languageOf } from '../problems/language.js';
import { problemMedia } from '../problems/problem.js';
import { problemOf } from '../problems/refusal-problem.js';
import { isFromInside } from './inside.js';

const isStream = (request: FastifyRequest): boolean => request.headers.accept?.includes('text/event-stream') ?? false;

/** Lets what has been taken on be finished: new requests are refused while stopping, and `idle` waits for those under way (streams apart). */
export class Drain {
  #underWay = 0;
  #waiting: (() => void)[] = [];

  constructor(fastify: FastifyInstance, readiness: Readiness) {
    fastify.addHook('onRequest', (request, reply, done) => {
      if (readiness.isStopping && !request.url.startsWith('/health/') && !isFromInside(request)) {
        const language = languageOf(request.headers['accept-language']);
        void reply
          .header('connection', 'close')
          .header('retry-after', '5')
          .code(503)
          .header('content-type', problemMedia);
        return void reply.send(JSON.stringify(problemOf('service/not-ready', language)));
      }
      if (!isStream(request)) {
        this.#underWay += 1;
        reply.raw.once('close', () => this.#left());
      }
      done();
    });
  }

  #left(): void {
    this.#underWay -= 1;
    if (this.#underWay === 0) for (const resume of this.#waiting.splice(0)) resume();
  }

  /** Resolves when no request is under way, at the latest after `milliseconds`. */
  idle(milliseconds: number): Promise<void> {
    if (this.#underWay === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
