import { isOver, spansOf, type Sided, type Span } from './sides.js';

/** A due date that was proposed, as the ribbon needs it. */
interface Proposal {
  readonly status: string;
  readonly from: string;
  readonly to: string;
}
interface Drawn extends Pick<Sided, 'direction' | 'steps' | 'status'> {
  readonly dueOn: string;
}

/** The days a ribbon shows. */
export interface Ribbon {
  readonly from: string;
  readonly to: string;
  readonly spans: readonly Span[];
  /** Not shown once it has ended. */
  readonly today: string | undefined;
  /** The date in force, the first one where another was agreed since, and one that is asked for. */
  readonly due: string;
  readonly firstDue: string | undefined;
  readonly askedDue: string | undefined;
}

/** From the day it was offered to whatever comes last: the date in force, one asked for, or today while it goes on. */
export const ribbonOf = (commitment: Drawn, proposals: readonly Proposal[], today: string): Ribbon => {
  const { steps, dueOn } = commitment;
  const hasEnded = isOver(commitment);
  const end = hasEnded ? steps.at(-1)!.on : today;
  const askedDue = proposals.find(({ status }) => status === 'undecided')?.to;
  const first = proposals.find(({ status }) => status === 'agreed')?.from;
  const firstDue = first === dueOn ? undefined : first;
  const days = [steps[0]!.on, end, dueOn, firstDue ?? dueOn, askedDue ?? dueOn].sort();
  return {
    from: days[0]!,
    to: days.at(-1)!,
    spans: spansOf(commitment, end),
    today: hasEnded ? undefined : today,
    due: dueOn,
    firstDue,
    askedDue,
  };
};
