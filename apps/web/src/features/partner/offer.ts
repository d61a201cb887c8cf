/** A commitment while it is offered. */
export interface Offer {
  /** `projects/P-1`. */
  readonly initiative: string;
  readonly partner: string;
  readonly direction: 'partner-to-government' | 'government-to-partner';
  readonly arabic: string;
  readonly english: string;
  /** Empty: none in particular. */
  readonly milestone: string;
  readonly dueOn: string;
}
export const emptyOffer: Offer = {
  initiative: '',
  partner: '',
  direction: 'partner-to-government',
  arabic: '',
  english: '',
  milestone: '',
  dueOn: '',
};

/** Fields that keep it from being sent. */
export const missingOf = ({
  initiative,
  partner,
  arabic,
  english,
  dueOn,
}: Offer): ReadonlySet<'initiative' | 'partner' | 'title' | 'dueOn'> =>
  new Set([
    ...(initiative === '' ? (['initiative'] as const) : []),
    ...(partner === '' ? (['partner'] as const) : []),
    ...(arabic.trim() === '' && english.trim() === '' ? (['title'] as const) : []),
    ...(dueOn === '' ? (['dueOn'] as const) : []),
  ]);

/** As the interface takes it. */
export const bodyOfOffer = ({ initiative, direction, arabic, english, milestone, dueOn }: Offer) => ({
  direction,
  title: {
    ...(arabic.trim() !== '' && { ar: arabic.trim() }),
    ...(english.trim() !== '' && { en: english.trim() }),
  },
  initiative,
  ...(milestone !== '' && { milestone }),
  dueOn,
});
