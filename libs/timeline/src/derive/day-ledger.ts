import type { Party, WaitCause } from '@masar/contracts';
import { byPrecedence, type Claim } from './claim.js';
import { derivedWaits } from './derived-waits.js';
import { milestoneReading } from './milestone-reading.js';
import { pauseClaims } from './pauses.js';
import type { Reading } from './reading-shapes.js';
import { ownerParty, watch } from './reading.js';
import { recordedClaims } from './recorded-claims.js';
import { rulingClaims } from './rulings.js';
import { covers, someCovers, type Span } from './spans.js';
import { legalPeriods } from './stage-visits.js';

/** A run of days booked alike. `claim` is absent on active days. */
export interface BookedSpan extends Span {
  readonly claim: Claim | undefined;
  readonly party: Party;
  readonly cause: WaitCause | null;
}

export interface DayBook {
  /** Contiguous from the start to the day after the reading day, or to the end. */
  readonly booked: readonly BookedSpan[];
  /** Waits on days they ran and did not hold. */
  readonly concurrent: readonly BookedSpan[];
}

interface MilestoneDays {
  readonly id: string;
  readonly open: readonly Span[];
  readonly waited: readonly Span[];
}

const milestoneDays = (reading: Reading, claims: readonly Claim[]): readonly MilestoneDays[] => {
  const days: MilestoneDays[] = [];
  for (const { id } of reading.facts.milestones) {
    const open = milestoneReading(reading, id)?.life.open;
    if (!open || open.length === 0) continue;
    const waited = claims.filter((claim) => claim.source === 'recorded' && claim.milestone === id);
    days.push({ id, open, waited });
  }
  return days;
};

/** In progress: started, not reached or cancelled, not itself waited on. */
const isAnotherInProgress = (milestones: readonly MilestoneDays[], except: string | undefined, day: number): boolean =>
  milestones.some(({ id, open, waited }) => id !== except && someCovers(open, day) && !someCovers(waited, day));

const causeOf = (claim: Claim | undefined, isLegal: boolean): WaitCause | null => {
  if (!claim || claim.source === 'paused') return null;
  if (claim.source === 'ruling' && claim.cause) return claim.cause;
  return isLegal ? 'statutory' : (claim.cause ?? 'unstated');
};

const isWait = (claim: Claim): boolean => claim.source === 'recorded' || claim.source === 'derived';

interface Day {
  readonly claims: readonly Claim[];
  readonly milestones: readonly MilestoneDays[];
  readonly legal: readonly Span[];
}

/** The claims that want a day, in order of precedence, and the first that may hold it. */
const contenders = (reading: Reading, { claims, milestones }: Day, day: number) => {
  const owner = ownerParty(reading, day);
  const wanting = claims.filter((claim) => covers(claim, day) && !(claim.unlessOwner && claim.party === owner));
  const holder = wanting.find((claim) => !claim.yields || !isAnotherInProgress(milestones, claim.milestone, day));
  return { owner, holder, wanting };
};

const cutsBetween = (from: number, to: number, spans: readonly Span[], days: readonly number[]): readonly number[] => {
  const cuts = new Set<number>([from, to]);
  const add = (day: number): void => void (day > from && day < to && cuts.add(day));
  for (const span of spans) {
    add(span.from);
    add(span.to);
  }
  for (const day of days) add(day);
  return [...cuts].sort((a, b) => a - b);
};

const isSameBooking = (a: BookedSpan, b: BookedSpan): boolean =>
  a.claim?.id === b.claim?.id && a.party === b.party && a.cause === b.cause;

/** Adds a run of days; adjacent runs of the same claim, party and cause are one entry. `at` is where such a run was added last. */
const addRun = (spans: BookedSpan[], span: BookedSpan, at: number | undefined): number => {
  const before = at === undefined ? undefined : spans[at];
  if (at === undefined || before?.to !== span.from || !isSameBooking(before, span)) return spans.push(span) - 1;
  spans[at] = { ...before, to: span.to };
  return at;
};

/** Every day between the first and the last cut, booked between the cuts at which anything changes. */
const book = (reading: Reading, day: Day, cuts: readonly number[]): DayBook => {
  const booked: BookedSpan[] = [];
  const concurrent: BookedSpan[] = [];
  const lastRunOf = new Map<string, number>();
  for (let at = 0; at + 1 < cuts.length; at++) {
    const span = { from: cuts[at] as number, to: cuts[at + 1] as number };
    const isLegal = someCovers(day.legal, span.from);
    const { owner, holder, wanting } = contenders(reading, day, span.from);
    const held = { ...span, claim: holder, party: holder?.party ?? owner, cause: causeOf(holder, isLegal) };
    addRun(booked, held, booked.length - 1);
    for (const claim of wanting) {
      if (claim === holder || !isWait(claim)) continue;
      const run = { ...span, claim, party: claim.party ?? owner, cause: causeOf(claim, isLegal) };
      lastRunOf.set(claim.id, addRun(concurrent, run, lastRunOf.get(claim.id)));
    }
  }
  return { booked, concurrent };
};

/**
 * Books every day of `[start, end)` once, in the order paused › ruling › recorded wait › derived wait › active
 * (definitions §3), up to and with the reading day, which tells what grows next. Days are whole calendar days: between
 * two cuts nothing changes, so each stretch is settled by its first day.
 */
export const dayBook = (reading: Reading): DayBook => {
  const claims = [
    ...pauseClaims(reading),
    ...rulingClaims(reading),
    ...recordedClaims(reading),
    ...derivedWaits.flatMap((rule) => rule(reading)),
  ].sort(byPrecedence);
  const legal = legalPeriods(reading);
  const milestones = milestoneDays(reading, claims);
  const spans = [...claims, ...legal, ...milestones.flatMap(({ open }) => open)];
  for (const { from, to } of spans) {
    for (const day of [from, from + 1, to, to + 1]) watch(reading, day);
  }
  for (const day of [...reading.ownerTurns, reading.start, reading.end]) watch(reading, day + 1);
  const to = Math.min(reading.end, reading.on + 1);
  if (reading.start >= to) return { booked: [], concurrent: [] };
  const cuts = cutsBetween(reading.start, to, spans, reading.ownerTurns);
  return book(reading, { claims, milestones, legal }, cuts);
};

/** The part of a book that is booked on the reading day: the reading day itself is not. */
export const bookedBy = (spans: readonly BookedSpan[], day: number): readonly BookedSpan[] =>
  spans.flatMap((span) => (span.from >= day ? [] : [span.to <= day ? span : { ...span, to: day }]));
