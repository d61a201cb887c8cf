import type { Problem } from '../../api/problem.js';

/** A command as somebody gave it: an address of the interface and what it says. */
export interface Command {
  /** `/api/projects/P-1/milestones/m-2/reach` */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** What takes it back once it has arrived, as another event: nothing recorded is removed. `{id}` is what was made. */
  readonly undo?: { readonly path: string; readonly body: Readonly<Record<string, unknown>> };
  /** The version the reader saw, where what is there must still be what was read (If-Match). */
  readonly version?: number;
  /** The form it was typed in: what is kept of that form is thrown away when this has arrived, and not before. */
  readonly draft?: string;
}

/** What the server said when it had written the command down. */
export interface Arrival {
  readonly id?: string;
  readonly version: number;
  readonly position: string;
}

/**
 * One wish of one person, kept until the server has answered it. The key is made once, when it is wished: however often it
 * is sent, it is done once.
 */
export interface Intent extends Command {
  readonly key: string;
  readonly user: string;
  /** What it is about, so that it is shown there: `projects/P-1/milestones/m-2`. */
  readonly about: string;
  readonly madeAt: string;
  /** Its place in the order in which things were wished. */
  readonly turn: number;
  /** It has been on its way: nobody can know that it did not arrive. */
  readonly wasSent: boolean;
  /** Why the server would not: stays until somebody has read it. */
  readonly refusal?: Problem;
}

export type Entry =
  | { readonly intent: Intent; readonly state: 'sending' }
  /** Kept on this device until the server can be reached. */
  | { readonly intent: Intent; readonly state: 'kept' }
  | { readonly intent: Intent; readonly state: 'arrived'; readonly at: string; readonly arrival: Arrival }
  | { readonly intent: Intent; readonly state: 'refused'; readonly refusal: Problem };

export const isUnderWay = ({ state }: Entry): boolean => state === 'sending' || state === 'kept';

/** The command that takes back what has arrived, where there is one. */
export const undoOf = (entry: Entry | undefined): Command | undefined => {
  if (entry?.state !== 'arrived') return undefined;
  const { undo } = entry.intent;
  return undo && { path: undo.path.replace('{id}', entry.arrival.id ?? ''), body: undo.body };
};
