import type { AbsentTarget } from '@masar/contracts';

/** Words that stand where a date belongs, and what they mean. Data of the profile. */
export interface DateWords {
  /** Compared with the text as headers are (letter case, spaces and vowel signs play no part); `*` at the end: the rest may differ. */
  readonly text: string;
  readonly absent: AbsentTarget;
}

/** How a profile writes its dates: data, so that nothing is guessed. */
export interface DateStyle {
  /** Of `03/04/2021`: declared, or a fault when both readings exist. */
  readonly order?: 'dmy' | 'mdy';
  /** Two-digit years: `77` and later are 19.., earlier 20... Absent: two-digit years are a fault. */
  readonly pivot?: number;
  /** The zone whose days count for instants with an offset. Absent: the day as written. */
  readonly zone?: string;
  /** First month of the fiscal year (April = 4) that `Q4 2020/21` speaks of. Absent: quarters of a fiscal year are a fault. */
  readonly fiscalYearStarts?: number;
  /** Five-digit numbers are days since 1899-12-30 (Excel). */
  readonly excelSerials?: boolean;
  /** They count from 1904-01-01 instead. */
  readonly serialsFrom1904?: boolean;
  /** A month or quarter without a day stands for its last day. Absent: a fault. */
  readonly monthsEndOnLastDay?: boolean;
  readonly words?: readonly DateWords[];
}
