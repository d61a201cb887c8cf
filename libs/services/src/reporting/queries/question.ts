import type { Actor } from '@masar/access';
import type { ChangeItem, Instant, LocalDate, StreamName } from '@masar/contracts';
import type { DayScope } from '@masar/directory';

/** The day read and the day of knowledge, as asked; defaults are worked out where the zone is known (definitions §1). */
export interface ReadingDay {
  readonly on?: LocalDate;
  /** A date, or an instant: then what was known up to it. */
  readonly knownOn?: LocalDate | Instant;
  /** Sovereign bodies read `constitutional-procedure`: for everybody but reviewers (definitions §3). */
  readonly hideSovereign?: boolean;
}

/** What a list is asked for. `sort` is a field, `-` before it for descending. */
export interface PortfolioFilter {
  readonly kind?: readonly string[];
  readonly owner?: string;
  readonly challenge?: string;
  readonly status?: readonly string[];
  readonly colour?: readonly string[];
  readonly late?: boolean;
  readonly q?: string;
}
export interface MilestoneFilter {
  readonly kind?: readonly string[];
  readonly status?: readonly string[];
  readonly party?: string;
  readonly owner?: string;
  readonly dueBefore?: LocalDate;
  /** Of initiatives the reader is a member of. */
  readonly member?: boolean;
}
export interface PageAsked {
  readonly limit: number;
  readonly cursor?: string;
}

export type TimelineQuestion = ReadingDay & { readonly ask: 'timeline'; readonly stream: StreamName };
/** What an initiative leans on and what leans on it, today. */
export type LinksQuestion = { readonly ask: 'links'; readonly stream: StreamName; readonly hideSovereign?: boolean };
export type PortfolioQuestion = ReadingDay &
  PageAsked &
  PortfolioFilter & { readonly ask: 'portfolio'; readonly sort?: string };
export type MilestonesQuestion = ReadingDay & PageAsked & MilestoneFilter & { readonly ask: 'milestones' };
export type ChangesQuestion = PageAsked & {
  readonly ask: 'changes';
  readonly since: Instant;
  readonly knownOn?: LocalDate | Instant;
  readonly hideSovereign?: boolean;
};
/** How far a live line has been told: so many changes of a generation of documents. */
export interface LivePlace {
  readonly generation: string;
  readonly told: number;
}
/** Changes told after a place, for live lines; after the id of a change; absent: none, but the place to go on from. */
export type LiveQuestion = {
  readonly ask: 'live';
  readonly after?: LivePlace | string;
  readonly limit: number;
};
export interface LiveAnswer {
  readonly changes: readonly ChangeItem[];
  readonly place: LivePlace;
}
export type DelaysQuestion = ReadingDay & {
  readonly ask: 'delays';
  readonly kind?: readonly string[];
  readonly owner?: string;
};
/** What would read otherwise today if a day of a calendar were set. */
export type CalendarChangeQuestion = PageAsked & {
  readonly ask: 'calendar-change';
  readonly calendar: string;
  readonly date: LocalDate;
  readonly off: boolean;
  readonly scope?: DayScope;
  readonly hideSovereign?: boolean;
};
export type FeedQuestion = {
  readonly ask: 'feed';
  readonly after?: string;
  readonly types?: readonly string[];
  readonly limit: number;
};
/** Whether a stream does not exist for who asks: then nothing may be told of how far it is. */
export type HidesQuestion = { readonly ask: 'hides'; readonly stream: StreamName };

/** What waits for the reader, today. */
export type InboxQuestion = PageAsked & { readonly ask: 'inbox'; readonly what?: readonly string[] };

/** When it is asked, and by whom: absent where Masar reads for itself. */
export interface Asking {
  readonly now: Instant;
  readonly reader?: Actor;
}

/** Where the feed ends now: what is recorded later comes after it. */
export type FeedEndQuestion = { readonly ask: 'feed-end' };

/** Everything the reading side answers; `now` comes with the question, so that the answer depends on the question only. */
export type Question = Asking &
  (
    | TimelineQuestion
    | PortfolioQuestion
    | MilestonesQuestion
    | ChangesQuestion
    | LiveQuestion
    | DelaysQuestion
    | CalendarChangeQuestion
    | LinksQuestion
    | FeedQuestion
    | FeedEndQuestion
    | HidesQuestion
    | InboxQuestion
  );

export const exportSubjects = ['portfolio', 'milestones', 'ledger', 'events'] as const;
export type ExportSubject = (typeof exportSubjects)[number];
/** Which formats a subject is offered in here. */
export const exportFormats: Readonly<Record<ExportSubject, readonly string[]>> = {
  portfolio: ['csv', 'xlsx', 'json'],
  milestones: ['csv', 'xlsx', 'json', 'ics'],
  ledger: ['csv', 'xlsx', 'json'],
  events: ['csv', 'xlsx', 'json', 'xes'],
};
export interface ExportQuestion extends ReadingDay, Asking {
  readonly subject: ExportSubject;
  readonly format: string;
  /** Of a workbook: what its sheet is called, and how it lies. */
  readonly language: 'ar' | 'en';
}
