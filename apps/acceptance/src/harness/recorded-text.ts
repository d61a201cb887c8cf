import { createHash } from 'node:crypto';

/** JSON with sorted keys and no blanks: RFC 8785 for the texts, numbers and lists that events hold. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const there = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const entries = there.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
};

export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Texts of commits with words changed, every hash written anew along the chain: only a seal can tell. */
export const rehashed = (
  commits: readonly string[],
  change: (text: string) => string,
): readonly { readonly texts: string; readonly hashes: string }[] => {
  let prevhash = '0'.repeat(64);
  return commits.map((commit) => {
    const [texts, hashes]: [string[], string[]] = [[], []];
    for (const text of commit.split('\n')) {
      const changed = JSON.parse(change(text)) as Record<string, unknown>;
      const written = canonical({ ...changed, prevhash });
      prevhash = hashOf(written);
      texts.push(written);
      hashes.push(prevhash);
    }
    return { texts: texts.join('\n'), hashes: hashes.join('\n') };
  });
};

/** One event more after a commit, its hash chain right whatever its data say. */
export const textAfter = (
  last: { readonly texts: string; readonly hashes: string; readonly last: number },
  type: string,
  data: Record<string, unknown>,
): { readonly text: string; readonly version: number; readonly commandId: string } => {
  const version = last.last + 1;
  const before = JSON.parse(last.texts.split('\n').at(-1) ?? '{}') as Record<string, unknown>;
  const commandId = `surgery-${version}`;
  const text = canonical({
    ...before,
    answer: undefined,
    type,
    data,
    version,
    commandId,
    commandDigest: 'surgery',
    prevhash: last.hashes.slice(-64),
  });
  return { text, version, commandId };
};
