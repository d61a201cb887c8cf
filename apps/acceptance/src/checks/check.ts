export interface CheckPlan {
  /** How many histories, kills or days, as the check counts. */
  readonly rounds: number;
  readonly seed: number;
}

export interface CheckResult {
  readonly figures: Readonly<Record<string, number | string>>;
  /** Empty when the check holds; each with its seed. */
  readonly failures: readonly string[];
  /** It could not be run here; why is among the figures. Never taken for one that holds. */
  readonly isSkipped?: boolean;
}

/** Something that must hold of a whole running system, for as many rounds as there is time. */
export interface Check {
  readonly name: string;
  readonly what: string;
  /** Rounds when nobody says how many. */
  readonly usually: number;
  readonly run: (plan: CheckPlan) => Promise<CheckResult>;
}
