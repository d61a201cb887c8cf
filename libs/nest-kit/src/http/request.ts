import type { FastifyRequest } from 'fastify';
import type { Action, Actor } from '@masar/access';
import type { RefusalCode } from '@masar/contracts';
import type { Language } from '../problems/language.js';

/** A request after the host has looked at it. */
export interface MasarRequest extends FastifyRequest {
  actor?: Actor;
  token?: string;
  /** The right that its route asks for. */
  action?: Action;
  /** What it was refused with. */
  refused?: RefusalCode;
  language?: Language;
  cookies?: Record<string, string | undefined>;
}
