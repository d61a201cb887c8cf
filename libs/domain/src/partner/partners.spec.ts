import { describe, expect, it } from '@jest/globals';
import { event, type AnyRecordedEvent, type DomainEvent } from '@masar/contracts';
import { minutesOf, type Minutes } from '@masar/testing';
import { commitmentVoice } from '../testing/commitments.js';
import { recordedOn } from '../testing/recorded-on.js';
import { partnerDecider, type PartnerCommand, type PartnerState } from './partner.js';

type PartnerMinutes = Minutes<PartnerState, PartnerCommand, AnyRecordedEvent, DomainEvent>;
const nobody: PartnerMinutes = minutesOf(partnerDecider, recordedOn('partners/nile'));
const administrator = commitmentVoice({ user: 'amal', roles: ['administrator'] });
const given = (today: string, fields: object): PartnerCommand =>
  ({ ...administrator(today, 'AcceptCommitment'), ...fields }) as unknown as PartnerCommand;
const register = given('2026-02-16', { type: 'RegisterPartner', name: { en: 'Nile Builders' } });
const suspend = given('2026-09-01', { type: 'SuspendPartner', reason: 'over' });

describe('a partner', () => {
  it('is registered once', () => {
    nobody
      .when(register)
      .thenFacts(event('partner.registered.v1', { happenedOn: '2026-02-16', name: { en: 'Nile Builders' } }));
    nobody.after(register).when(register).thenRefused('stream/exists');
  });

  it('is suspended once, not before it was registered', () => {
    const registered = nobody.after(register);
    registered.when(suspend).thenFacts(event('partner.suspended.v1', { happenedOn: '2026-09-01', reason: 'over' }));
    registered.after(suspend).when(suspend).thenRefused('partner/suspended');
    nobody.when(suspend).thenRefused('stream/not-found');
    registered.when(given('2026-09-01', { ...suspend, on: '2026-02-15' })).thenRefused('date/out-of-order');
    registered.when(given('2026-09-01', { ...suspend, on: '2026-09-02' })).thenRefused('date/in-future');
    registered
      .when(given('2026-09-01', { ...suspend, on: '2026-02-30' }))
      .thenRefused('date/not-a-date', { value: '2026-02-30' });
    registered.after(suspend).when(suspend).thenRefused('partner/suspended');
    expect(registered.state).toEqual({ status: 'registered', registeredOn: '2026-02-16' });
  });
});
