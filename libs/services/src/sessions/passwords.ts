import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** argon2id with 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet, first choice. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
type Cost = {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly tagLength: number;
};

const derive = promisify(argon2);
const bare = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

const digest = (password: string, salt: Buffer, { memory, passes, parallelism, tagLength }: Cost): Promise<Buffer> =>
  derive('argon2id', { message: password.normalize('NFC'), nonce: salt, memory, passes, parallelism, tagLength });

/** A salted hash as PHC text. Runs off the main thread. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  const tag = await digest(password, salt, cost);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${bare(salt)}$${bare(tag)}`;
};

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

export const verifyPassword = async (password: string, hash: string): Promise<boolean> => {
  const [, memory, passes, parallelism, salt, expected] = phc.exec(hash) ?? [];
  if (salt === undefined || expected === undefined) return false;
  const tag = Buffer.from(expected, 'base64');
  const given = await digest(password, Buffer.from(salt, 'base64'), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: tag.length,
  });
  return timingSafeEqual(tag, given);
};

/** 20 characters nobody has to guess at: no 0 O 1 l I. */
export const makePassword = (): string => {
  const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const characters: string[] = [];
  while (characters.length < 20) {
    for (const byte of randomBytes(32))
      if (byte < letters.length * 4 && characters.length < 20) characters.push(letters[byte % letters.length]!);
  }
  return characters.join('');
};
