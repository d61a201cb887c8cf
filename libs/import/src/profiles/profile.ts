import type {
  AbsentTarget,
  Bilingual,
  InitiativeKind,
  LawOutcome,
  LawPath,
  LocalDate,
  WaitReason,
} from '@masar/contracts';
import type { DateStyle } from '../dates/date-style.js';
import type { Encoding } from '../decode/decode.js';
import type { ColumnSpec } from '../table/columns.js';
import type { Separator } from '../table/separated-table.js';

/** Bodies of a source: where they live, and those with better names than the file gives. */
export interface BodiesOfSource {
  readonly prefix: string;
  readonly jurisdiction: string;
  readonly zone: string;
  readonly calendar: string;
  readonly known?: Readonly<Record<string, Bilingual>>;
}

interface ProfileBase {
  readonly name: string;
  readonly title: Bilingual;
  /** The `system` of every identity this source gives. */
  readonly system: string;
  readonly kind: InitiativeKind;
  readonly encodings?: readonly Encoding[];
  readonly bodies: BodiesOfSource;
  /** A file lists everything the source has: what it no longer lists counts as vanished (and changes nothing). */
  readonly completeList: boolean;
  /** `snapshot`: what was believed on the file's day; `history`: what happened and when. */
  readonly tells: 'snapshot' | 'history';
  /** Dates after this day are plans of the source, not facts; a snapshot's own day goes before it. */
  readonly factsUntil?: LocalDate;
  /** The law path it brings, published by the first import. */
  readonly path?: LawPath;
  /** Of our own files: commands are given with the rights of who imports; nothing is decided by the source. */
  readonly decidedByPerson?: boolean;
}

interface OfTable {
  readonly separator?: Separator;
  readonly dates: DateStyle;
  readonly columns: Readonly<Record<string, ColumnSpec>>;
}

/** A milestone told in columns of its initiative's row. `date`: an actual up to `factsUntil`, a target after it. */
export interface MilestoneColumns {
  readonly id: string;
  readonly title: Bilingual;
  readonly key?: boolean;
  readonly target?: string;
  readonly actual?: string;
  readonly date?: string;
}
export interface WaitColumns {
  readonly id: string;
  readonly since: string;
  readonly until: string;
  readonly party: string;
  readonly reason: WaitReason;
  readonly milestone?: string;
}

/** One row an initiative (or, in an event log, many rows that must agree). */
export interface InitiativeRowsProfile extends ProfileBase, OfTable {
  readonly shape: 'initiative-rows';
  /** Column of the source's id; a row without it is identified within its snapshot by `otherwiseBy`. */
  readonly id: string;
  readonly otherwiseBy?: readonly string[];
  readonly titleFrom: string;
  readonly titlePrefix?: string;
  readonly owner: { readonly column: string } | { readonly body: string };
  readonly startedOn: string;
  readonly type?: string;
  readonly milestones: readonly MilestoneColumns[];
  readonly waits?: readonly WaitColumns[];
  /** The milestone whose actual completes the initiative. */
  readonly completedBy?: string;
  readonly manyRows?: boolean;
}

/** How words of a target column become a promise; `pattern` is a regular expression, `$1` its first group. */
export type TargetRule =
  | {
      readonly pattern: string;
      readonly after: string;
      readonly months?: '$1';
      readonly days?: number;
      readonly keep?: boolean;
    }
  | { readonly pattern: string; readonly absent: AbsentTarget };

/** An initiative of another body on which a plan's milestones depend. */
export interface AnchorInitiative {
  readonly id: string;
  readonly title: Bilingual;
  readonly owner: string;
  readonly milestone: { readonly id: string; readonly title: Bilingual };
}

/** One row a milestone of a single plan. */
export interface PlanRowsProfile extends ProfileBase, OfTable {
  readonly shape: 'plan-rows';
  readonly plan: {
    readonly id: string;
    readonly title: Bilingual;
    readonly owner: string;
    readonly startedOn: LocalDate;
  };
  readonly id: string;
  readonly titleFrom: string;
  readonly group?: { readonly column: string; readonly prefix: string };
  readonly party: string;
  readonly target: string;
  readonly targetRules: readonly TargetRule[];
  readonly anchors: readonly AnchorInitiative[];
}

/** Our own file: one row a milestone; the columns of its initiative are read from the first row that fills them. */
export interface OwnRowsProfile extends ProfileBase, OfTable {
  readonly shape: 'own-rows';
  /** Our own exports, read back: taken when every one of these headers stands in the file. They list what no command changes too. */
  readonly exports: readonly {
    readonly knownBy: readonly string[];
    readonly columns: Readonly<Record<string, ColumnSpec>>;
  }[];
}

/** An action of a bill becomes a stage when one of these says so. */
export interface StageRule {
  readonly stage: string;
  readonly codes?: readonly string[];
  /** A regular expression on the action's text. */
  readonly text?: string;
  readonly systems?: readonly string[];
}
export interface BillStatusProfile extends ProfileBase {
  readonly shape: 'bill-status';
  readonly path: LawPath;
  readonly stages: readonly StageRule[];
  readonly becameLaw: string;
  readonly titles: Readonly<Record<string, string>>;
}

/** Bills in three sheets, told apart by a header only one of them has. */
export interface BillSheetsProfile extends ProfileBase {
  readonly shape: 'bill-sheets';
  readonly path: LawPath;
  readonly dates: DateStyle;
  readonly owners: Readonly<Record<string, string>>;
  readonly sheets: Readonly<
    Record<
      'bills' | 'phases' | 'actions',
      { readonly knownBy: string; readonly columns: Readonly<Record<string, ColumnSpec>> }
    >
  >;
  readonly phaseStages: readonly { readonly phase: string; readonly place: string; readonly stage: string }[];
  /** Where a bill stands after a phase ended and before another begins. */
  readonly between: string;
  readonly outcomes: readonly { readonly status: string; readonly text: string; readonly outcome: LawOutcome }[];
}

export type Profile = InitiativeRowsProfile | PlanRowsProfile | OwnRowsProfile | BillStatusProfile | BillSheetsProfile;
