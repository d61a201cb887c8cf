import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { SettingFault } from '@masar/nest-kit';
import { makeBoxKey, SecretBox } from './secret-box.js';

/** Whoever seals or opens takes the box at that moment: in a folder its key is made when it is first needed. */
export type TakeBox = () => SecretBox;

/** Writes a new key for its owner alone, on disk before anything is sealed with it; throws when the file is there already. */
export const writeBoxKey = (file: string): void =>
  writeFileSync(file, makeBoxKey(), { mode: 0o600, flag: 'wx', flush: true });

const makeIfMissing = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeBoxKey(file);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  }
};

const openOf = (file: string): SecretBox => new SecretBox(readFileSync(file, 'utf8'));

/** The box of a data folder of its own. */
export const ownBox = (file: string): TakeBox => {
  let box: SecretBox | undefined;
  return () => {
    if (box) return box;
    makeIfMissing(file);
    return (box = openOf(file));
  };
};

/** The box several processes share: its file is there from the start. Throws `SettingFault` when it holds no key. */
export const sharedBox = (setting: string, file: string): TakeBox => {
  try {
    const box = openOf(file);
    return () => box;
  } catch (fault) {
    const wanted = `a file that holds a JWK set of a key of 32 bytes (${(fault as Error).message})`;
    throw new SettingFault(setting, file, wanted);
  }
};
