import { event, refuse, type Bilingual, type DomainEvent, type LocalDate } from '@masar/contracts';
import type { Decider } from '@masar/event-store';
import { notInFuture, type Asked } from '../guards.js';

export type PartnerCommand = Asked &
  (
    | { readonly type: 'RegisterPartner'; readonly name: Bilingual }
    | { readonly type: 'SuspendPartner'; readonly reason: string }
  );

/** A stream `partners/<id>`. */
export type PartnerState =
  | { readonly status: 'unregistered' }
  | { readonly status: 'registered' | 'suspended'; readonly registeredOn: LocalDate };

const decide = (state: PartnerState, command: PartnerCommand): readonly DomainEvent[] => {
  const { on } = command;
  notInFuture(command, on, 'on');
  if (command.type === 'RegisterPartner') {
    if (state.status !== 'unregistered') refuse('stream/exists');
    return [event('partner.registered.v1', { happenedOn: on, name: command.name })];
  }
  if (state.status === 'unregistered') return refuse('stream/not-found');
  if (state.status === 'suspended') return refuse('partner/suspended');
  if (on < state.registeredOn) refuse('date/out-of-order', { date: on, notBefore: state.registeredOn }, 'on');
  return [event('partner.suspended.v1', { happenedOn: on, reason: command.reason })];
};

/** Private partners: registered once, suspended at most once; what they owe and are owed stands in streams of its own. */
export const partnerDecider: Decider<PartnerState, PartnerCommand> = {
  name: 'partner',
  version: 1,
  initial: { status: 'unregistered' },
  evolve: (state, { type, data }) => {
    if (type === 'partner.registered.v1') return { status: 'registered', registeredOn: data.happenedOn };
    if (type === 'partner.suspended.v1' && state.status !== 'unregistered') return { ...state, status: 'suspended' };
    return state;
  },
  decide,
};
