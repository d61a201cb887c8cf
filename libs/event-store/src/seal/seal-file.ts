import { readFile, writeFile } from 'node:fs/promises';
import type { Seal } from '../maintenance-port.js';

/** As one JSON text; a file that is there is not written over. */
export const writeSeal = (seal: Seal, file: string): Promise<void> =>
  writeFile(file, `${JSON.stringify(seal)}\n`, { flag: 'wx' });

/** Rejects when the file is no seal; whether the seal holds is for the verification to say. */
export const readSeal = async (file: string): Promise<Seal> => {
  const seal = JSON.parse(await readFile(file, 'utf8')) as Partial<Seal>;
  if (seal.format !== 'masar-seal@1' || !Array.isArray(seal.heads)) throw new Error(`${file} is no seal of Masar`);
  return seal as Seal;
};
