import type { FastifyInstance } from 'fastify';
import type { Logger } from '../logging/logger.js';
import type { Metrics } from '../metrics/metrics.js';
import type { Settings } from '../settings/settings.js';

const slow = 1000;

/** Counts and times every request by route, and logs those that failed or took long (all of them when asked to). */
export const observeRequests = (
  fastify: FastifyInstance,
  metrics: Metrics,
  logger: Logger,
  logRequests: Settings['logRequests'],
): void => {
  const duration = metrics.histogram(
    'masar_http_request_seconds',
    'Time to answer a request',
    ['method', 'route', 'status'],
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
  );
  /** Label sets met so far: routes and statuses are few, and finding a child by its labels costs more than counting. */
  const children = new Map<string, { observe(seconds: number): void }>();
  const observe = (method: string, route: string, status: string, seconds: number): void => {
    const key = `${status} ${method} ${route}`;
    let child = children.get(key);
    if (!child) children.set(key, (child = duration.labels({ method, route, status })));
    child.observe(seconds);
  };
  fastify.addHook('onResponse', (request, reply, done) => {
    const took = reply.elapsedTime;
    const route = request.routeOptions.url ?? 'none';
    observe(request.method, route, String(reply.statusCode), took / 1000);
    if (logRequests === 'all' || (logRequests === 'faults' && (reply.statusCode >= 500 || took > slow))) {
      logger.info(
        {
          request: request.id,
          method: request.method,
          route,
          status: reply.statusCode,
          ms: Math.round(took * 10) / 10,
        },
        'request',
      );
    }
    done();
  });
};
