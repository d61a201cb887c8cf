import { createHash, type Hash } from 'node:crypto';

/** A commit has at most 15 MB of text; quoted once more it may be twice that. */
const longestLine = 64 * 1024 * 1024;

/** A backup that was cut, changed, or is none. Nothing was written because of it. */
export class DamagedBackup extends Error {
  readonly code = 'backup/damaged';
  constructor(file: string, why: string, options?: ErrorOptions) {
    super(`${file} is no whole backup: ${why}`, options);
    this.name = 'DamagedBackup';
  }
}

/** Only a line feed ends a line: texts may hold every other separator there is. The rest after the last one is not given. */
export async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      held.push(chunk.subarray(from, at));
      yield held.length === 1 ? held[0]! : Buffer.concat(held);
      held = [];
      size = 0;
      from = at + 1;
    }
    if (from === chunk.length) continue;
    held.push(chunk.subarray(from));
    size += chunk.length - from;
    if (size > longestLine) throw new Error(`a line is longer than ${longestLine} bytes`);
  }
}

/** The digest of lines, as they stand in the file. */
export class LineDigest {
  readonly #hash: Hash = createHash('sha256');

  add(line: Buffer | string): void {
    this.#hash.update(line);
    this.#hash.update('\n');
  }

  end(): string {
    return this.#hash.digest('hex');
  }
}
