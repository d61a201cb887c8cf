import type { KeyObject } from 'node:crypto';
import { digestOfHeads, hashOfSeal, noSealBefore, signSeal, type SealHead, type SealHeader } from './seal.js';

/** The seal after `last` over these heads; whoever remembers it first under its number has made it. */
export const nextSeal = (
  last: SealHeader | undefined,
  { heads, epoch, at }: { readonly heads: readonly SealHead[]; readonly epoch: string; readonly at: string },
  key: KeyObject,
): SealHeader =>
  signSeal(
    {
      format: 'masar-seal@1',
      number: (last?.number ?? 0) + 1,
      epoch,
      sealedAt: at,
      streams: heads.length,
      events: heads.reduce((sum, [, version]) => sum + version, 0),
      digest: digestOfHeads(heads),
      previous: last === undefined ? noSealBefore : hashOfSeal(last),
    },
    key,
  );
