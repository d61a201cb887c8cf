import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@masar/contracts';
import { can, mayAsk, type Subject } from './index.js';

const school: Subject = { owner: 'education', entities: ['finance'], audience: 'portfolio' };
const allowed = (actor: Actor, subject: Subject) => can(actor, 'rating.give', subject).allowed;

describe('who rates', () => {
  it('the team, and reviewers of other entities', () => {
    expect(allowed({ user: 'a', roles: ['member'], entity: 'finance' }, school)).toBe(true);
    expect(allowed({ user: 'a', roles: ['member'], entity: 'health' }, school)).toBe(false);
    expect(allowed({ user: 'a', roles: ['reviewer'] }, school)).toBe(true);
    expect(can({ user: 'a', roles: ['reviewer'], entity: 'education' }, 'rating.give', school)).toMatchObject({
      code: 'access/four-eyes',
    });
  });

  it('who is independent only where appointed, and never one who works there', () => {
    const samir: Actor = { user: 'samir', roles: ['independent'], entity: 'health' };
    const appointed = { ...school, members: { samir: 'independent' } } as const;
    expect(allowed(samir, school)).toBe(false);
    expect(allowed(samir, appointed)).toBe(true);
    for (const entity of ['education', 'finance']) expect(allowed({ ...samir, entity }, appointed)).toBe(false);
  });
});

describe('what was put to somebody', () => {
  const asked: Subject = { ...school, addressedTo: 'omar' };
  const omar: Actor = { user: 'omar', roles: ['auditor'] };
  it('he answers, whatever his role; nobody else of that role', () => {
    expect(mayAsk(omar, 'note.add')).toBe(true);
    expect(can(omar, 'note.add', asked).allowed).toBe(true);
    expect(can({ ...omar, user: 'mona' }, 'note.add', asked).allowed).toBe(false);
    expect(can(omar, 'blocker.resolve', asked).allowed).toBe(true);
  });
  it('only where the initiative exists for him', () =>
    expect(can({ user: 'omar', roles: ['member'] }, 'note.add', { ...asked, audience: 'team' })).toMatchObject({
      code: 'stream/not-found',
    }));
  it('an entity’s focal points answer for it, and reviewers for the cabinet', () => {
    const focal: Actor = { user: 'f', roles: ['focal-point'], entity: 'health' };
    expect(can(focal, 'note.add', { ...school, addressedTo: 'entity:health' }).allowed).toBe(true);
    expect(can(focal, 'note.add', { ...school, addressedTo: 'entity:finance' }).allowed).toBe(false);
    const auditor: Actor = { user: 'x', roles: ['auditor'] };
    expect(can(auditor, 'note.add', { ...school, addressedTo: 'cabinet' }).allowed).toBe(false);
  });
  it('a body of the constitution is nobody’s name', () => {
    for (const body of ['cabinet', 'legislature']) {
      const named: Actor = { user: body, roles: ['auditor'] };
      expect(can(named, 'blocker.resolve', { ...school, addressedTo: body }).allowed).toBe(false);
    }
    const reviewer: Actor = { user: 'hala', roles: ['reviewer'] };
    expect(can(reviewer, 'note.add', { ...school, addressedTo: 'cabinet' }).allowed).toBe(true);
  });
  it('is no partner’s', () =>
    expect(mayAsk({ user: 'nadia', roles: ['partner'], partner: 'nile' }, 'note.add')).toBe(false));
});
