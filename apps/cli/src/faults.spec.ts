import { describe, expect, it } from '@jest/globals';
import { CommanderError } from 'commander';
import { Refusal } from '@masar/contracts';
import { exitCodeOf, refusalLine } from './faults.js';
import { Refused, WrongUse } from './masar-client.js';

describe('exit codes', () => {
  it.each([
    ['help', new CommanderError(0, 'commander.helpDisplayed', ''), 0],
    ['a refusal of the system', new Refused('no'), 1],
    ['a refusal of a rule', new Refusal('stream/exists'), 1],
    ['something unforeseen', new Error('broken'), 1],
    ['a missing argument', new CommanderError(1, 'commander.missingArgument', ''), 2],
    ['options that do not go together', new WrongUse('no'), 2],
  ])('%s', (_what, fault, code) => expect(exitCodeOf(fault)).toBe(code));
});

describe('a refusal', () => {
  const taken = new Refusal('account/exists', { user: 'hoda' });
  it('is a sentence in the language asked for, its code at the end', () => {
    expect(refusalLine(taken, 'en')).toBe(
      'There is an account of this name already: The name hoda is taken [account/exists]',
    );
    expect(refusalLine(taken, 'ar')).toContain('مستخدم من قبل');
  });
});
