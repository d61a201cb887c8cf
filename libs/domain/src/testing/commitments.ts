import { localDateOf } from '@masar/calendar';
import type { Actor, AnyRecordedEvent, DomainEvent, Evidence, LocalDate } from '@masar/contracts';
import { minutesOf } from '@masar/testing';
import type { Minutes } from '@masar/testing';
import type { CommandContext, KnownInitiative } from '../command-context.js';
import type { CommitmentCommand, CommitmentCommandFields, CommitmentCommandType } from '../commitment/commands.js';
import { commitmentDecider } from '../commitment/decider.js';
import type { CommitmentState } from '../commitment/state.js';
import { registry } from './a-registry.js';
import { recordedOn } from './recorded-on.js';

const untouched = { isReached: false, isCancelled: false };
/** The initiatives a commitment may be for: one that runs, with milestones in each state, a draft and one that has ended. */
const initiatives: Readonly<Record<string, KnownInitiative>> = {
  'projects/P-1': {
    status: 'open',
    owner: 'education',
    members: {},
    milestones: {
      sites: untouched,
      done: { isReached: true, isCancelled: false },
      dropped: { isReached: false, isCancelled: true },
      published: { ...untouched, stage: 'published' },
    },
  },
  'projects/draft': { status: 'draft', owner: 'education', members: {}, milestones: {} },
  'projects/over': { status: 'complete', owner: 'education', members: {}, milestones: {} },
};

/** Somebody who gives commands to a commitment: on a day, what, with which fields. `on` is that day unless a field says otherwise. */
type CommitmentVoice = <T extends CommitmentCommandType>(
  today: LocalDate,
  type: T,
  fields?: CommitmentCommandFields[T] & { readonly on?: LocalDate },
) => CommitmentCommand<T>;

export const commitmentVoice =
  (actor: Actor, knowing: Partial<CommandContext> = {}): CommitmentVoice =>
  (today, type, fields) =>
    ({
      type,
      on: today,
      ...fields,
      context: {
        actor,
        now: `${today}T09:00:00.000Z`,
        today,
        localDate: localDateOf,
        directory: registry,
        dateOf: () => undefined,
        initiative: (stream: string) => initiatives[stream],
        ...knowing,
      },
    }) as unknown as CommitmentCommand<typeof type>;

export const official = commitmentVoice({ user: 'omar', roles: ['lead'], entity: 'education' });
export const colleague = commitmentVoice({ user: 'mona', roles: ['lead'], entity: 'education' });
export const contractor = commitmentVoice({ user: 'nadia', roles: ['partner'], partner: 'nile' });
export const engineer = commitmentVoice({ user: 'karim', roles: ['partner'], partner: 'nile' });
export const rival = commitmentVoice({ user: 'adel', roles: ['partner'], partner: 'delta' });
export const onlyAccount = commitmentVoice({ user: 'admin', roles: ['administrator'], onlyAccount: true });

export const evidence: readonly Evidence[] = [{ title: 'Handover', url: 'https://documents.example.com/1' }];

export type CommitmentMinutes = Minutes<CommitmentState, CommitmentCommand, AnyRecordedEvent, DomainEvent>;
export const nothingOffered: CommitmentMinutes = minutesOf(commitmentDecider, recordedOn('commitments/c-1'));

/** What government asks of the partner: the sites ready by 1 April, feeding a milestone. */
export const sites: CommitmentCommandFields['OfferCommitment'] = {
  partner: 'nile',
  direction: 'partner-to-government',
  title: { en: 'Ten sites made ready' },
  initiative: 'projects/P-1',
  milestone: 'sites',
  dueOn: '2026-04-01',
};
/** The same the other way round: government owes the partner the permits. */
export const permits: CommitmentCommandFields['OfferCommitment'] = {
  ...sites,
  direction: 'government-to-partner',
  title: { en: 'Permits' },
};
export const offered = nothingOffered.after(official('2026-03-01', 'OfferCommitment', sites));
export const accepted = offered.after(contractor('2026-03-04', 'AcceptCommitment'));
export const reported = accepted.after(contractor('2026-04-08', 'ReportCommitment', { evidence }));
