import { describe, expect, it } from '@jest/globals';
import { CommanderError } from 'commander';
import { Refusal } from '@masar/contracts';
import { exitCodeOf } from './faults.js';
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
