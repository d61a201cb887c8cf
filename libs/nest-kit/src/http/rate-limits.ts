import { SetMetadata } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal, refuse } from '@masar/contracts';
import { Buckets, type Allowance } from './bucket.js';
import { isFromInside } from './inside.js';

/**
 * What costs more than a read: passwords to be hashed (by address, since nobody is known yet), files to be made or taken in
 * (by person). Generous for a ministry behind one address, and far below what would keep others waiting.
 */
const allowances = {
  'sign-in': { perSecond: 20, atOnce: 200 },
  export: { perSecond: 2, atOnce: 60 },
  upload: { perSecond: 2, atOnce: 60 },
} as const satisfies Record<string, Allowance>;
export type LimitedWork = keyof typeof allowances;

export const limitedKey = 'masar:limited';
/** This route is work of a kind that has an allowance of its own, beside that of all requests. */
export const Limited = (work: LimitedWork) => SetMetadata(limitedKey, work);

const orWait = (seconds: number): void => {
  if (seconds > 0) refuse('rate/too-many', { seconds });
};

/** Limits of one process: every request by its address and by its person, costly work besides. Refuses `rate/too-many`. */
export class RateLimits {
  readonly #addresses: Buckets | undefined;
  readonly #people: Buckets | undefined;
  readonly #work: Readonly<Record<LimitedWork, Buckets>>;

  /** `perSecond`: requests of one address, and of one person; 0: without a limit. */
  constructor(perSecond: number) {
    const all = { perSecond, atOnce: 2 * perSecond };
    if (perSecond > 0) [this.#addresses, this.#people] = [new Buckets(all), new Buckets(all)];
    this.#work = {
      'sign-in': new Buckets(allowances['sign-in']),
      export: new Buckets(allowances.export),
      upload: new Buckets(allowances.upload),
    };
  }

  /** Before anything of a request is read. Parts of a batch were let in with it. */
  watch(fastify: FastifyInstance): void {
    const addresses = this.#addresses;
    if (!addresses) return;
    fastify.addHook('onRequest', (request, _reply, done) => {
      const seconds = isFromInside(request) ? 0 : addresses.take(request.ip);
      if (seconds > 0) done(new Refusal('rate/too-many', { seconds }));
      else done();
    });
  }

  person(user: string): void {
    orWait(this.#people?.take(user) ?? 0);
  }

  /** Work of which it is not known yet who asks for it goes by the address. */
  work(work: LimitedWork, request: Pick<FastifyRequest, 'ip'>, user?: string): void {
    orWait(this.#work[work].take(user === undefined ? request.ip : `person ${user}`));
  }
}
