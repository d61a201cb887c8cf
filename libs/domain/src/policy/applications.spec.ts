import { describe, expect, it } from '@jest/globals';
import { event } from '@masar/contracts';
import { policy } from '../testing/initiatives.js';
import { lead, onlyAdministrator, reviewer, voice } from '../testing/voices.js';
import type { Initiative } from '../initiative/state.js';
import { policyOf } from './policy-state.js';

const finance = voice({ user: 'fadi', roles: ['focal-point'], entity: 'finance' });
const applied = { entity: 'finance', state: 'applied' } as const;
const declared = policy.after(finance('2026-03-01', 'RecordApplication', applied));
const scope = (...entities: readonly string[]) => entities.map((entity) => ({ entity, dueOn: '2026-06-30' }));

describe('the scope of a policy', () => {
  it('is stated whole, from a day on', () =>
    policy
      .when(lead('2026-03-01', 'SetScope', { entities: scope('education', 'land') }))
      .thenFacts(event('policy.scope-set.v1', { happenedOn: '2026-03-01', entities: scope('education', 'land') })));
  it('names bodies that are registered, each once, due on days that exist', () => {
    policy
      .when(lead('2026-03-01', 'SetScope', { entities: scope('fisheries') }))
      .thenRefused('initiative/unknown-party');
    policy.when(lead('2026-03-01', 'SetScope', { entities: scope('land', 'land') })).thenRefused('command/invalid');
    policy
      .when(lead('2026-03-01', 'SetScope', { entities: [{ entity: 'land', dueOn: '2026-06-31' }] }))
      .thenRefused('date/not-a-date');
  });
  it('is not stated for a day before the last one, nor for the future', () => {
    policy.when(lead('2026-03-01', 'SetScope', { on: '2026-01-31', entities: [] })).thenRefused('date/out-of-order');
    policy.when(lead('2026-03-01', 'SetScope', { on: '2026-03-02', entities: [] })).thenRefused('date/in-future');
  });
});

describe('an application', () => {
  it('is declared by a body in the scope of the day', () => {
    const narrowed = policy.after(lead('2026-03-01', 'SetScope', { entities: scope('education') }));
    narrowed.when(finance('2026-03-05', 'RecordApplication', applied)).thenRefused('policy/entity-not-in-scope');
    narrowed
      .when(finance('2026-03-05', 'RecordApplication', { ...applied, on: '2026-02-28' }))
      .thenFacts(event('policy.application-recorded.v1', { happenedOn: '2026-02-28', ...applied, evidence: [] }));
  });
  it('is declared again as it advances, in order', () => {
    declared
      .when(finance('2026-03-05', 'RecordApplication', { ...applied, state: 'partly', on: '2026-02-20' }))
      .thenRefused('date/out-of-order');
    policy
      .when(finance('2026-03-05', 'RecordApplication', { ...applied, on: '2026-03-06' }))
      .thenRefused('date/in-future');
  });

  it('is verified by another, who is not of the body', () => {
    declared
      .when(reviewer('2026-03-08', 'VerifyApplication', { entity: 'finance' }))
      .thenFacts(event('policy.application-verified.v1', { happenedOn: '2026-03-08', entity: 'finance' }));
    declared.when(finance('2026-03-08', 'VerifyApplication', { entity: 'finance' })).thenRefused('access/four-eyes');
    declared
      .when(
        voice({ user: 'farah', roles: ['member'], entity: 'finance' })('2026-03-08', 'VerifyApplication', {
          entity: 'finance',
        }),
      )
      .thenRefused('access/four-eyes');
  });
  it('is verified by who recorded it while there is one account only', () =>
    policy
      .after(onlyAdministrator('2026-03-01', 'RecordApplication', applied))
      .when(onlyAdministrator('2026-03-02', 'VerifyApplication', { entity: 'finance' }))
      .thenFacts(event('policy.application-verified.v1', { happenedOn: '2026-03-02', entity: 'finance' })));
  it('is verified once, after it was declared', () => {
    policy.when(reviewer('2026-03-08', 'VerifyApplication', { entity: 'finance' })).thenRefused('policy/not-recorded');
    declared
      .when(reviewer('2026-03-08', 'VerifyApplication', { entity: 'finance', on: '2026-02-28' }))
      .thenRefused('date/out-of-order');
    declared
      .after(reviewer('2026-03-08', 'VerifyApplication', { entity: 'finance' }))
      .when(reviewer('2026-03-09', 'VerifyApplication', { entity: 'finance' }))
      .thenRefused('policy/already-verified');
  });
  it('is returned with a reason, and then declared anew', () => {
    const returned = declared.after(
      reviewer('2026-03-08', 'ReturnApplication', { entity: 'finance', reason: 'no proof' }),
    );
    returned
      .when(reviewer('2026-03-09', 'VerifyApplication', { entity: 'finance' }))
      .thenRefused('policy/not-recorded');
    returned
      .after(finance('2026-03-10', 'RecordApplication', applied))
      .when(reviewer('2026-03-11', 'VerifyApplication', { entity: 'finance' }))
      .thenFacts(event('policy.application-verified.v1', { happenedOn: '2026-03-11', entity: 'finance' }));
  });
});

describe('an exemption', () => {
  const exempt = policy.after(reviewer('2026-03-01', 'ExemptEntity', { entity: 'health', ground: 'law 12' }));
  it('has a ground and a body in scope', () => {
    expect(policyOf(exempt.state as Initiative).exempt).toEqual({ health: '2026-03-01' });
    policy
      .when(reviewer('2026-03-01', 'ExemptEntity', { entity: 'land', ground: 'r' }))
      .thenRefused('policy/entity-not-in-scope');
  });
  it('is given once, and leaves nothing to declare', () => {
    exempt
      .when(reviewer('2026-03-02', 'ExemptEntity', { entity: 'health', ground: 'r' }))
      .thenRefused('policy/entity-exempt');
    exempt
      .when(lead('2026-03-02', 'RecordApplication', { entity: 'health', state: 'begun' }))
      .thenRefused('policy/entity-exempt', { since: '2026-03-01' });
  });
});
