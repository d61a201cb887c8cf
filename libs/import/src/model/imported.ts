import type {
  Bilingual,
  InitiativeKind,
  LawOutcome,
  LocalDate,
  Party,
  TargetPromise,
  WaitReason,
} from '@masar/contracts';

/** A body an import names: registered when nobody has registered it yet. */
export interface ImportedBody {
  readonly id: string;
  readonly name: Bilingual;
  readonly jurisdiction: string;
  readonly zone: string;
  readonly calendar: string;
}

/** Where a statement stands in the file, so that a refusal can be listed by row and column. */
export interface Place {
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

/** A cell of our own table as it says something: nothing, the id of what it names, a day, a promise in the words of an export. */
export interface SaidCell {
  readonly what: SaidColumn;
  readonly said: string;
  readonly place: Place;
}
export type SaidColumn =
  | 'titleAr'
  | 'titleEn'
  | 'owner'
  | 'party'
  | 'key'
  | 'status'
  | 'startedOn'
  | 'endedOn'
  | 'originalTarget'
  | 'target'
  | 'forecast'
  | 'actual'
  | 'confirmedOn';

export interface ImportedMilestone {
  readonly id: string;
  readonly title?: Bilingual;
  readonly type?: string;
  readonly party?: Party;
  readonly key: boolean;
  /** Whether the file says so of it, and is not only silent. */
  readonly saysKey?: boolean;
  /** Of our own table: the cells of its row, so that what no command changes is not lost in silence. */
  readonly cells?: readonly SaidCell[];
  /** What the file says of the target; absent: nothing. */
  readonly target?: TargetPromise;
  readonly forecast?: LocalDate;
  readonly actual?: LocalDate;
  readonly dependsOn?: readonly string[];
  /** The day the promise was stated, when it is not the day of the file. */
  readonly statedOn?: LocalDate;
  /** Where its target stands, else the milestone as a whole. */
  readonly place: Place;
  /** Where the rest of it stands, when in columns of its own. */
  readonly places?: Readonly<Partial<Record<'title' | 'party' | 'key' | 'forecast' | 'actual' | 'dependsOn', Place>>>;
}

export interface ImportedWait {
  readonly id: string;
  readonly party: Party;
  readonly reason: WaitReason;
  readonly since: LocalDate;
  readonly until?: LocalDate;
  readonly milestone?: string;
  readonly note?: string;
  readonly place: Place;
}

export interface ImportedStage {
  readonly stage: string;
  readonly on: LocalDate;
  readonly party?: Party;
  readonly skip?: readonly string[];
  readonly number?: string;
  readonly inForceOn?: LocalDate;
  readonly place: Place;
}

/** Something the source says happened and that is no milestone, wait or stage: kept as a note, so that nothing is lost. */
export interface ImportedNote {
  readonly id: string;
  readonly on: LocalDate;
  readonly text: string;
  readonly about?: string;
  readonly place: Place;
}

/** One initiative as a file tells of it. What is `undefined` the file does not speak of, and changes nothing. */
export interface ImportedInitiative {
  /** First row that tells of it. */
  readonly row: number;
  readonly kind: InitiativeKind;
  /** Identity: system and id, never a name. */
  readonly source: { readonly system: string; readonly id: string };
  /** Of our own files: the id of the initiative itself, the version it was exported at, and whether the table is an export. */
  readonly own?: { readonly id: string; readonly version?: number; readonly isExport?: boolean };
  /** Of our own table: the cells that speak of the initiative itself. */
  readonly cells?: readonly SaidCell[];
  readonly title?: Bilingual;
  readonly owner?: string;
  readonly startedOn?: LocalDate;
  readonly type?: string;
  readonly path?: { readonly jurisdiction: string; readonly instrument: string };
  /** Used to register it when the file that knows better has not come yet. */
  readonly otherwise: { readonly title: Bilingual; readonly owner: string };
  /** Day on which registration and plan count as stated; absent: the day of the file. */
  readonly statedOn?: LocalDate;
  readonly milestones: readonly ImportedMilestone[];
  readonly waits: readonly ImportedWait[];
  readonly stages: readonly ImportedStage[];
  readonly notes: readonly ImportedNote[];
  readonly outcome?: { readonly outcome: LawOutcome; readonly on: LocalDate; readonly place: Place };
  readonly completedOn?: { readonly on: LocalDate; readonly place: Place };
  /** Where what is told of the initiative itself stands. */
  readonly places: Readonly<
    Partial<Record<'title' | 'owner' | 'startedOn' | 'jurisdiction' | 'instrument' | 'version', Place>>
  >;
}
