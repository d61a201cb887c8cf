import type { FastifyReply } from 'fastify';
import { sessionCookie, type MasarRequest } from '@masar/nest-kit';
import type { SignedIn } from './local-authenticator.js';

export const renewalCookie = 'masar_renewal';
const renewalPath = '/api/session';

/** Where the browser came over TLS, it never sends a cookie without. */
const cookie = (name: string, value: string, path: string, until: number, { protocol }: MasarRequest) => {
  const seconds = Math.max(0, Math.floor((until - Date.now()) / 1000));
  return `${name}=${value}; HttpOnly; SameSite=Strict; Path=${path}; Max-Age=${seconds}${protocol === 'https' ? '; Secure' : ''}`;
};

/** What a browser keeps of a session: no script reads it, and no page of another house makes it be sent. */
export const keepCookies = (reply: FastifyReply, request: MasarRequest, { token, session, renewal }: SignedIn): void =>
  void reply.header('set-cookie', [
    cookie(sessionCookie, token, '/', session.expiresAt, request),
    cookie(renewalCookie, renewal.secret, renewalPath, renewal.until, request),
  ]);
export const dropCookies = (reply: FastifyReply, request: MasarRequest): void =>
  void reply.header('set-cookie', [
    cookie(sessionCookie, '', '/', 0, request),
    cookie(renewalCookie, '', renewalPath, 0, request),
  ]);
