import type { Bilingual, Role, StreamName } from '@masar/contracts';

/**
 * One line of a story: on which day before today it is recorded (−1 at the latest), by whom, which command, and its fields.
 * In fields `@-120` is a day counted from today and `#label` the version of an earlier line of the same story.
 */
export type Line = readonly [
  day: number,
  by: string,
  command: string,
  fields?: Readonly<Record<string, unknown>>,
  label?: string,
];

/** What happened to one thing over the year. Data: a story has no code. */
export interface Story {
  readonly stream: StreamName;
  /** Whose working days its dates fall on: a date of a weekend or holiday moves to the working day before. */
  readonly calendar: 'EG' | 'AE';
  readonly lines: readonly Line[];
}

/** Somebody of the demonstration: what the deciders ask of an actor, and what the person is called. */
export interface Person {
  readonly user: string;
  readonly name: Bilingual;
  readonly roles: readonly Role[];
  readonly entity?: string;
  readonly partner?: string;
}
