import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Marks a request this process sends itself, as a part of one it has taken on already; nobody outside can know the mark. */
const mark = randomBytes(24).toString('base64url');
const header = 'x-masar-inside';

export const isFromInside = (request: Pick<FastifyRequest, 'headers'>): boolean => request.headers[header] === mark;

export interface InsideAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Sends a command to this very process, through every check a request from outside meets. */
export const sendInside = async (
  fastify: FastifyInstance,
  url: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Promise<InsideAnswer> => {
  const answer = await fastify.inject({
    method: 'POST',
    url,
    headers: { ...headers, [header]: mark, 'content-type': 'application/json' },
    payload: JSON.stringify(body ?? {}),
  });
  return {
    status: answer.statusCode,
    body: answer.body === '' ? {} : (JSON.parse(answer.body) as Record<string, unknown>),
  };
};
