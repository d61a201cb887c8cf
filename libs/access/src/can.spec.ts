import { describe, expect, it } from '@jest/globals';
import { roles, type Role } from '@masar/contracts';
import { actions, can, mayAsk, reachOf, tableAsText, type Action, type Actor } from './index.js';

const person = (role: Role, entity?: string): Actor => ({
  user: 'amal',
  roles: [role],
  ...(entity === undefined ? {} : { entity }),
});
const school = { owner: 'education', entities: ['finance'], members: { hoda: 'lead' } } as const;
const allowed = (actor: Actor, action: Action, subject = {}) => can(actor, action, subject).allowed;

describe('who may do what', () => {
  it('lets a member of the owner, or of an entity that acts, report progress; nobody else', () => {
    expect(allowed(person('member', 'education'), 'milestone.reach', school)).toBe(true);
    expect(allowed(person('member', 'finance'), 'milestone.reach', school)).toBe(true);
    expect(can(person('member', 'health'), 'milestone.reach', school)).toEqual({
      allowed: false,
      grounds: 'not-involved',
    });
  });

  it('lets a lead plan for the own entity only', () => {
    expect(allowed(person('lead', 'education'), 'milestone.plan', school)).toBe(true);
    expect(allowed(person('lead', 'finance'), 'milestone.plan', school)).toBe(false);
    expect(allowed(person('member', 'education'), 'milestone.plan', school)).toBe(false);
  });

  it('gives a membership its role in that initiative alone', () => {
    const hoda: Actor = { user: 'hoda', roles: ['auditor'] };
    expect(allowed(hoda, 'milestone.plan', school)).toBe(true);
    expect(allowed(hoda, 'milestone.plan', { owner: 'education' })).toBe(false);
    expect(mayAsk(hoda, 'milestone.plan')).toBe(true);
  });

  it('takes no name of an object for a member', () => {
    expect(allowed({ user: 'constructor', roles: ['auditor'] }, 'milestone.reach', school)).toBe(false);
  });

  it('keeps a reviewer from deciding what the own entity owns', () => {
    expect(allowed(person('reviewer'), 'target-change.decide', school)).toBe(true);
    expect(allowed(person('reviewer', 'finance'), 'target-change.decide', school)).toBe(true);
    expect(can(person('reviewer', 'education'), 'target-change.decide', school)).toEqual({
      allowed: false,
      grounds: 'own-entity',
    });
  });

  it('lets a party contest what is booked to it, and the cabinet office for a body without account', () => {
    expect(allowed(person('focal-point', 'finance'), 'contest.raise', { ...school, concerns: 'finance' })).toBe(true);
    expect(allowed(person('focal-point', 'health'), 'contest.raise', { ...school, concerns: 'finance' })).toBe(false);
    expect(allowed(person('reviewer'), 'contest.raise', school)).toBe(true);
  });

  it('gives the administrator configuration and no decision, but every role while it is the only account', () => {
    const administrator = person('administrator');
    expect(allowed(administrator, 'entity.register')).toBe(true);
    expect(can(administrator, 'pause.decide', school)).toEqual({ allowed: false, grounds: 'no-role' });
    expect(can({ ...administrator, onlyAccount: true }, 'pause.decide', school)).toEqual({
      allowed: true,
      grounds: 'only-account',
    });
    expect(mayAsk(administrator, 'pause.decide')).toBe(false);
  });

  it('gives a partner nothing here: partners have a table of their own', () => {
    for (const action of actions) expect(reachOf(action, 'partner')).toBe('-');
  });
});

describe('the table as a text', () => {
  it('has a line for each action and a column for each role but the partner', () => {
    const lines = tableAsText()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(lines).toHaveLength(actions.length + 1);
    expect(lines[0]!.slice(1).sort()).toEqual(roles.filter((role) => role !== 'partner').sort());
    for (const line of lines) expect(line).toHaveLength(lines[0]!.length);
  });
});
