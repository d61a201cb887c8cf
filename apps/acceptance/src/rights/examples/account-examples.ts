import { createHmac } from 'node:crypto';
import type { ApiClient } from '../../harness/api-client.js';
import { freshUser, joined, passwordOfCast } from '../cast.js';
import type { Catalogue } from '../example.js';
import type { Ground } from '../ground.js';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const stepMs = 30_000;

/** The code of this half minute (RFC 6238), as somebody's telephone works it out. */
const codeOf = (secret: string): string => {
  const bits = [...secret].map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / stepMs)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const number = digest.readUInt32BE(digest[19]! & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
};

const begun = async (as: ApiClient): Promise<string> => {
  const { secret } = await as.accept('/api/session/second-factor', { password: passwordOfCast });
  return codeOf(String(secret));
};
/** A second factor that is on; answers a code that opens once. */
const confirmed = async (as: ApiClient): Promise<string> => {
  const answer = await as.accept('/api/session/second-factor/confirm', { code: await begun(as) });
  return String((answer['recoveryCodes'] as unknown as readonly string[])[0]);
};

/** Everything the lender may, for a month, to somebody who has not come yet. */
const lent = async ({ cast, isPartner, id, partner }: Ground) => {
  const standing = isPartner ? { roles: ['partner'], partner } : { roles: ['auditor'] };
  const to = `to-${id}`;
  await cast.administrator.accept('/api/people', { user: to, name: { en: to }, ...standing });
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return { to, what: ['*'], since: day(1), until: day(20), reason: 'leave' };
};
/** A delegation of who asks, or of somebody else. */
const delegation = async (ground: Ground) => {
  const lender = ground.whose === 'own' ? ground.self : ground.isPartner ? ground.cast.partners.other : ground.judge;
  const body = await lent(ground);
  const made = await lender.accept('/api/delegations', body);
  const id = String(made['id']);
  return { path: { id }, names: [id] };
};

/** What a person does with the own account: a second factor, the address, rights that are lent. */
export const accountExamples: Catalogue = {
  'POST /api/profile': async () => ({ body: { language: 'en' } }),
  'POST /api/delegations': async (ground) => ({ body: await lent(ground) }),
  'GET /api/delegations/{id}': delegation,
  'POST /api/delegations/{id}/end': async (ground) => ({ ...(await delegation(ground)), body: {} }),
  'POST /api/session/second-factor': async (ground) => ({
    as: await ground.throwaway(),
    body: { password: passwordOfCast },
  }),
  'POST /api/session/second-factor/confirm': async (ground) => {
    const as = await ground.throwaway();
    return { as, body: { code: await begun(as) } };
  },
  'POST /api/session/second-factor/end': async (ground) => {
    const as = await ground.throwaway();
    return { as, body: { password: passwordOfCast, code: await confirmed(as) } };
  },
  'POST /api/people/{user}/second-factor/reset': async ({ cast }) => {
    const user = freshUser('with-factor');
    await confirmed(await joined(cast.administrator, user, { roles: ['auditor'] }));
    return { path: { user }, body: { reason: 'lost the telephone' } };
  },
};
