/** What an import does to the initiatives of its file. */
export interface ImportCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly vanished: number;
}

export const noCounts: ImportCounts = { new: 0, changed: 0, unchanged: 0, vanished: 0 };

/** The counts out of whatever carries them: a plan, an answer, the state of an import. */
export const countsOf = ({ new: added, changed, unchanged, vanished }: ImportCounts): ImportCounts => ({
  new: added,
  changed,
  unchanged,
  vanished,
});
