import { describe, expect, it } from '@jest/globals';
import { audiences, roles, type Actor, type Role } from '@masar/contracts';
import { actions, can, maySee, mayAsk, reachOf, rowOf, tableAsText, type Action, type Subject } from './index.js';

const person = (role: Role, entity?: string): Actor => ({
  user: 'amal',
  roles: [role],
  ...(entity === undefined ? {} : { entity }),
});
const school = { owner: 'education', entities: ['finance'], members: { hoda: 'lead' } } as const;
const allowed = (actor: Actor, action: Action, subject: Subject = {}) => can(actor, action, subject).allowed;

describe('who may do what', () => {
  it('lets a member of the owner, or of an entity that acts, report progress; nobody else', () => {
    expect(allowed(person('member', 'education'), 'milestone.reach', school)).toBe(true);
    expect(allowed(person('member', 'finance'), 'milestone.reach', school)).toBe(true);
    expect(can(person('member', 'health'), 'milestone.reach', school)).toEqual({
      allowed: false,
      grounds: 'not-involved',
      code: 'access/denied',
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

  it('takes no name of an object for a member, and no membership for the rights of an administrator', () => {
    expect(allowed({ user: 'constructor', roles: ['auditor'] }, 'milestone.reach', school)).toBe(false);
    const members = { omar: 'administrator' } as const;
    expect(allowed({ user: 'omar', roles: ['member'] }, 'entity.register', { members })).toBe(false);
  });

  it('gives by no membership a decision to an administrator, nor a place in the team to people of a partner', () => {
    const members = { amal: 'reviewer', sami: 'lead' } as const;
    const judged = { owner: 'education', audience: 'portfolio', partner: 'p-1', members } as const;
    for (const action of ['target-change.decide', 'pause.decide', 'contest.decide', 'rating.give'] as const) {
      expect(allowed({ user: 'amal', roles: ['auditor'] }, action, judged)).toBe(true);
      expect(can(person('administrator'), action, judged)).toMatchObject({ grounds: 'no-role' });
    }
    const appointed = { ...judged, members: { amal: 'independent' } } as const;
    expect(allowed(person('administrator'), 'rating.give', appointed)).toBe(false);
    const sami: Actor = { user: 'sami', roles: ['partner'], partner: 'p-1' };
    expect(can(sami, 'milestone.plan', judged)).toMatchObject({ grounds: 'no-role' });
  });

  it('lets a party contest what is booked to it, and the cabinet office for a body without account', () => {
    expect(allowed(person('focal-point', 'finance'), 'contest.raise', { ...school, concerns: 'finance' })).toBe(true);
    expect(allowed(person('focal-point', 'health'), 'contest.raise', { ...school, concerns: 'finance' })).toBe(false);
    expect(allowed(person('reviewer'), 'contest.raise', school)).toBe(true);
  });

  it('gives the administrator configuration and no decision, but every role while it is the only account', () => {
    const administrator = person('administrator');
    expect(allowed(administrator, 'entity.register')).toBe(true);
    expect(can(administrator, 'pause.decide', school)).toMatchObject({ allowed: false, grounds: 'no-role' });
    expect(can({ ...administrator, onlyAccount: true }, 'pause.decide', school)).toEqual({
      allowed: true,
      grounds: 'only-account',
    });
    expect(mayAsk(person('member'), 'entity.register')).toBe(false);
  });

  it('gives a partner the own session and what is its own, and nothing else of the programme', () => {
    const partner: Actor = { user: 'sami', roles: ['partner'], partner: 'p-1' };
    for (const action of actions) expect(['self', 'partner', '-']).toContain(reachOf(action, 'partner'));
    expect(mayAsk(partner, 'initiative.read')).toBe(false);
    expect(mayAsk(partner, 'milestone.reach')).toBe(false);
    expect(maySee(partner, { audience: 'portfolio' })).toBe(false);
    const own = { ...school, audience: 'team', partner: 'p-1' } as const;
    for (const action of ['commitment.read', 'commitment.report', 'commitment.offer', 'contest.raise'] as const) {
      expect(allowed(partner, action, own)).toBe(true);
      expect(can(partner, action, { ...own, partner: 'p-2' })).toMatchObject({ code: 'stream/not-found' });
    }
    expect(can(partner, 'milestone.reach', own)).toMatchObject({ grounds: 'no-role' });
    expect(can(partner, 'commitment.decide', { ...own, askedBy: ['sami'] })).toMatchObject({
      code: 'commitment/same-reporter',
    });
  });

  it('lets government’s side of a commitment report it: members, the owner, and the entity it names', () => {
    const commitment = { ...school, audience: 'portfolio', partner: 'p-1', concerns: 'health' } as const;
    for (const entity of ['education', 'health'])
      expect(allowed(person('member', entity), 'commitment.report', commitment)).toBe(true);
    expect(allowed({ user: 'hoda', roles: ['member'] }, 'commitment.report', commitment)).toBe(true);
    expect(allowed(person('member', 'finance'), 'commitment.report', commitment)).toBe(false);
    expect(allowed(person('focal-point', 'health'), 'commitment.decide', commitment)).toBe(true);
    expect(allowed(person('member', 'education'), 'commitment.decide', commitment)).toBe(false);
    expect(can(person('lead', 'health'), 'commitment.report', { ...commitment, audience: 'team' })).toMatchObject({
      code: 'stream/not-found',
    });
  });
});

describe('four eyes', () => {
  const reviewer = person('reviewer');

  it('keep a reviewer from deciding what the own entity owns', () => {
    expect(allowed(reviewer, 'target-change.decide', school)).toBe(true);
    expect(allowed(person('reviewer', 'finance'), 'target-change.decide', school)).toBe(true);
    expect(can(person('reviewer', 'education'), 'target-change.decide', school)).toEqual({
      allowed: false,
      grounds: 'own-entity',
      code: 'access/four-eyes',
    });
  });

  it('keep everybody from deciding what he asked for himself, by the name of each refusal', () => {
    const asked = { ...school, askedBy: ['amal'] };
    expect(can(reviewer, 'target-change.decide', asked)).toMatchObject({ code: 'target-change/own-request' });
    expect(can(reviewer, 'pause.decide', asked)).toMatchObject({ code: 'pause/own-request' });
    expect(can(reviewer, 'pause.renew', asked)).toMatchObject({ code: 'pause/own-request' });
    expect(can(reviewer, 'correction.decide', asked)).toMatchObject({ code: 'correction/own-request' });
    expect(can(reviewer, 'contest.decide', asked)).toMatchObject({ code: 'contest/own-party' });
    expect(can(reviewer, 'milestone.confirm', asked)).toMatchObject({ code: 'milestone/same-reporter' });
  });

  it('keep a delegate from deciding what whom he stands in for asked, and what he asked himself', () => {
    const delegate: Actor = { ...reviewer, onBehalfOf: 'rami' };
    for (const askedBy of [['rami'], ['amal']])
      expect(can(delegate, 'pause.decide', { ...school, askedBy })).toMatchObject({ grounds: 'own-request' });
    expect(allowed(delegate, 'pause.decide', { ...school, askedBy: ['hoda'] })).toBe(true);
  });

  it('look at both persons: what is of the delegate’s own entity stays his own in another’s name', () => {
    const lent: Actor = { ...reviewer, onBehalfOf: 'rami', hand: { entity: 'education' } };
    expect(can(lent, 'target-change.decide', school)).toMatchObject({ grounds: 'own-entity' });
    const concerned = { ...school, concerns: 'education', owner: 'finance' };
    expect(can(lent, 'contest.decide', concerned)).toMatchObject({ code: 'contest/own-party' });
    expect(allowed({ ...lent, hand: { entity: 'health' } }, 'target-change.decide', school)).toBe(true);
  });

  it('keep a delegate who works in the team from judging it in another’s name', () => {
    const lent: Actor = { ...reviewer, user: 'sami', onBehalfOf: 'rami' };
    const of = (role: 'member' | 'reviewer') => ({ ...school, members: { sami: role } });
    expect(can(lent, 'pause.decide', of('member'))).toMatchObject({ code: 'access/four-eyes' });
    expect(allowed(lent, 'pause.decide', of('reviewer'))).toBe(true);
  });

  it('reach over a succession: what the old entity owned is the successor’s own', () => {
    const successor: Actor = { ...person('reviewer', 'learning'), predecessors: ['education'] };
    expect(can(successor, 'target-change.decide', school)).toMatchObject({ grounds: 'own-entity' });
    const lead: Actor = { ...person('lead', 'learning'), predecessors: ['education'] };
    expect(allowed(lead, 'milestone.plan', school)).toBe(true);
    expect(allowed(person('lead', 'learning'), 'milestone.plan', school)).toBe(false);
  });

  it('keep a party from confirming its own milestone and from deciding on its own days', () => {
    const finance = { ...school, concerns: 'finance' };
    expect(can(person('member', 'finance'), 'milestone.confirm', finance)).toMatchObject({ code: 'access/four-eyes' });
    expect(allowed(person('member', 'education'), 'milestone.confirm', finance)).toBe(true);
    expect(can(person('reviewer', 'finance'), 'contest.decide', finance)).toMatchObject({ code: 'contest/own-party' });
  });

  it('keep a team from appointing who judges it', () => {
    const lead = person('lead', 'education');
    expect(allowed(lead, 'initiative.set-members', { ...school, gives: 'member' })).toBe(true);
    for (const gives of ['reviewer', 'independent'] as const)
      expect(allowed(lead, 'initiative.set-members', { ...school, gives })).toBe(false);
    expect(allowed(reviewer, 'initiative.set-members', { ...school, gives: 'independent' })).toBe(true);
  });
});

describe('an audience', () => {
  const see = (actor: Actor, audience: (typeof audiences)[number], more: Subject = {}) =>
    maySee(actor, { ...school, ...more, audience });

  it('of the portfolio is every official', () => {
    for (const role of roles.filter((one) => one !== 'partner')) expect(see(person(role), 'portfolio')).toBe(true);
  });

  it('of reviewers is reviewers, auditors and the team', () => {
    const seeing = roles.filter((role) => see(person(role), 'reviewers'));
    expect(seeing).toEqual(['reviewer', 'auditor']);
    expect(see(person('member', 'finance'), 'reviewers')).toBe(true);
    expect(see(person('focal-point', 'education'), 'reviewers')).toBe(true);
  });

  it('of the team is the team, its reviewer by membership, and auditors', () => {
    expect(roles.filter((role) => see(person(role), 'team'))).toEqual(['auditor']);
    expect(see({ user: 'hoda', roles: ['lead'] }, 'team')).toBe(true);
    expect(see(person('reviewer'), 'team', { members: { amal: 'reviewer' } })).toBe(true);
  });

  it('shows a focal point what is booked to the own entity', () => {
    const booked = { booked: ['health'] };
    expect(see(person('focal-point', 'health'), 'team', booked)).toBe(true);
    expect(see(person('member', 'health'), 'team', booked)).toBe(false);
  });

  it('makes what one may not see not found, whatever the right', () => {
    const hidden = { ...school, audience: 'team' } as const;
    for (const action of ['milestone.plan', 'pause.decide', 'initiative.read', 'note.add'] as const)
      expect(can(person('reviewer'), action, hidden)).toEqual({
        allowed: false,
        grounds: 'not-seen',
        code: 'stream/not-found',
      });
  });
});

describe('a key', () => {
  const key: Actor = { ...person('member', 'education'), only: ['milestone.reach', 'timeline.read'] };

  it('does what it was made for, and nothing else that its account may', () => {
    expect(allowed(key, 'milestone.reach', school)).toBe(true);
    expect(can(key, 'milestone.start', school)).toMatchObject({ allowed: false, grounds: 'out-of-scope' });
    expect([mayAsk(key, 'timeline.read'), mayAsk(key, 'export.read'), mayAsk(key, 'session.read')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('gives no right that its account does not have', () => {
    expect(allowed({ ...key, only: ['milestone.plan'] }, 'milestone.plan', school)).toBe(false);
  });
});

describe('the table', () => {
  it('says in both languages why each right is as it is', () => {
    for (const action of actions) {
      const { ar, en } = rowOf(action);
      expect([action, /[\u0600-\u06ff]/.test(ar), /[a-z]/.test(en)]).toEqual([action, true, true]);
    }
  });

  it('names a refusal for whoever asked wherever somebody decides, and for no other right', () => {
    const deciding = actions.filter((action) => rowOf(action).eyes?.asker !== undefined);
    expect(deciding.sort()).toEqual([
      'commitment.decide',
      'contest.decide',
      'correction.decide',
      'milestone.confirm',
      'pause.decide',
      'pause.renew',
      'policy.verify-application',
      'target-change.decide',
    ]);
  });

  it('as a text has a line for each action and a column for each role', () => {
    const lines = tableAsText()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(lines).toHaveLength(actions.length + 1);
    expect(lines[0]!.slice(1)).toEqual([...roles]);
    for (const line of lines) expect(line).toHaveLength(lines[0]!.length);
  });
});
