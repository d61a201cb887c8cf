import { CommanderError } from 'commander';
import { Refusal } from '@masar/contracts';
import { problemOf, SettingFault, type Language } from '@masar/nest-kit';
import { Refused, WrongUse } from './masar-client.js';

/** 0 done (help asked for, too), 1 refused, 2 wrong use. */
export const exitCodeOf = (fault: unknown): 0 | 1 | 2 => {
  if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : 2;
  return fault instanceof WrongUse || fault instanceof SettingFault ? 2 : 1;
};

/** A refusal as the API says it, its code at the end. */
export const refusalLine = ({ code, details }: Refusal, language: Language): string => {
  const { title, detail } = problemOf(code, language, details);
  return `${title === detail ? title : `${title}: ${detail}`} [${code}]`;
};

/** Says on stderr why, in one line; what nobody foresaw comes with its stack. */
export const sayFault = (fault: unknown, language: Language): void => {
  if (fault instanceof Refusal) console.error(refusalLine(fault, language));
  else if (fault instanceof Refused || fault instanceof WrongUse || fault instanceof SettingFault || hasCode(fault))
    console.error((fault as Error).message);
  else console.error(fault);
};

/** Faults of the store carry a code and words meant for a person. */
const hasCode = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string';
