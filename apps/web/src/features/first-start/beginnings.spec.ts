import { describe, expect, it } from '@jest/globals';
import { beginningsOf } from './beginnings.js';

const beginning = (onlyAccount: boolean, ...roles: string[]) => beginningsOf({ roles, onlyAccount });

describe('ways into an empty portfolio', () => {
  it('are all open to the one account of the first day, and to each later by role', () => {
    expect(beginning(true, 'administrator')).toEqual({ import: true, create: true, invite: true });
    expect(beginning(false, 'administrator')).toEqual({ import: true, create: false, invite: true });
    expect(beginning(false, 'lead', 'focal-point')).toEqual({ import: true, create: true, invite: false });
    expect(beginning(false, 'reviewer')).toEqual({ import: false, create: false, invite: false });
  });
});
