/** One of the two sides every commitment has. */
export type Side = 'partner' | 'government';
export type Status = 'offered' | 'accepted' | 'declined' | 'reported' | 'returned' | 'confirmed' | 'withdrawn';

export interface Step {
  readonly step: Status;
  readonly on: string;
}
export interface Sided {
  readonly direction: 'partner-to-government' | 'government-to-partner';
  readonly offeredBy: Side;
  readonly status: Status;
  readonly steps: readonly Step[];
}

export const otherSide = (side: Side): Side => (side === 'partner' ? 'government' : 'partner');

/** Who owes it; the other side receives it. */
export const debtorOf = ({ direction }: Pick<Sided, 'direction'>): Side =>
  direction === 'partner-to-government' ? 'partner' : 'government';

/** With whom the clock runs after a step: before the answer with nobody, as once it has ended. */
const runsWith = (commitment: Pick<Sided, 'direction'>, after: Status): Side | undefined => {
  if (after === 'accepted' || after === 'returned') return debtorOf(commitment);
  return after === 'reported' ? otherSide(debtorOf(commitment)) : undefined;
};

/** Where the clock stands now. */
export const runningSide = (commitment: Pick<Sided, 'direction' | 'status'>): Side | undefined =>
  runsWith(commitment, commitment.status);

/** Whose turn it is: where the clock runs, and before the answer whoever was offered it. */
export const turnOf = (commitment: Pick<Sided, 'direction' | 'status' | 'offeredBy'>): Side | undefined =>
  commitment.status === 'offered' ? otherSide(commitment.offeredBy) : runningSide(commitment);

/** Days `[from, until)` on which the clock ran with one side. */
export interface Span {
  readonly side: Side;
  readonly from: string;
  readonly until: string;
}

/** Every stretch of the clock, in order, up to a day: at each end the clock changed its side or stopped. */
export const spansOf = (commitment: Pick<Sided, 'direction' | 'steps'>, today: string): readonly Span[] =>
  commitment.steps.flatMap(({ step, on }, at) => {
    const side = runsWith(commitment, step);
    const until = commitment.steps[at + 1]?.on ?? today;
    return side === undefined ? [] : [{ side, from: on, until: until < on ? on : until }];
  });

/** The days of each side, out of the clock of who owes and who receives. */
export const daysOf = (
  commitment: Pick<Sided, 'direction'> & { readonly clock: { readonly debtor: number; readonly receiver: number } },
  side: Side,
): number => (debtorOf(commitment) === side ? commitment.clock.debtor : commitment.clock.receiver);

export const isOver = ({ status }: Pick<Sided, 'status'>): boolean =>
  status === 'confirmed' || status === 'declined' || status === 'withdrawn';
