import { spansOf, type Sided } from './sides.js';

/** Days of one initiative booked to the partner, as its commitment tells them. */
export interface Booked {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly contest: { readonly state: 'open' | 'dismissed' | 'ruled' } | null;
}
interface Told<B extends Booked> extends Pick<Sided, 'direction' | 'steps'> {
  readonly initiative: string;
  readonly partner: string;
  readonly dueOn: string;
  readonly for: { readonly booked: readonly B[] };
}

/** The commitment whose clock was with the partner when the days began: what they most likely rest on. */
const heldBy = <T extends Told<Booked>>(commitments: readonly T[], { from, to }: Booked): T | undefined =>
  commitments.find(
    (one) =>
      one.dueOn <= from &&
      spansOf(one, to).some((span) => span.side === 'partner' && span.from <= from && from < span.until),
  );

/** Every commitment for an initiative tells the same days of it: each is listed once, the latest first. */
export const bookedOf = <B extends Booked, T extends Told<B>>(commitments: readonly T[]) => {
  const of = new Map<string, T[]>();
  for (const one of commitments) of.set(one.initiative, [...(of.get(one.initiative) ?? []), one]);
  return [...of.values()]
    .flatMap((ofOne) => {
      const { initiative, partner, for: told } = ofOne[0]!;
      return told.booked.map((entry) => ({
        ...entry,
        initiative,
        partner,
        held: heldBy(ofOne, entry),
        told: ofOne[0]!,
      }));
    })
    .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
};
