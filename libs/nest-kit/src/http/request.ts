import type { FastifyRequest } from 'fastify';
import type { Actor } from '@masar/access';
import type { Language } from '../problems/language.js';

/** A request after the host has looked at it. */
export interface MasarRequest extends FastifyRequest {
  actor?: Actor;
  token?: string;
  language?: Language;
  cookies?: Record<string, string | undefined>;
}
