import type { PendingCommit, PendingPage } from '@masar/event-store';
import type { HeldStream } from '../broker-port.js';
import { topicRowOf } from '../topics.js';

/** What may be published of one stream now, in order of version. `context` absent: it stays inside, marks are unset at once. */
export interface StreamRun {
  readonly stream: PendingCommit['stream'];
  readonly context?: string;
  readonly commits: readonly PendingCommit[];
}

export interface RelayPlan {
  readonly runs: readonly StreamRun[];
  readonly held: readonly HeldStream[];
}

const byStream = (commits: readonly PendingCommit[]): Map<PendingCommit['stream'], PendingCommit[]> => {
  const streams = new Map<PendingCommit['stream'], PendingCommit[]>();
  for (const commit of commits) {
    const held = streams.get(commit.stream);
    if (held === undefined) streams.set(commit.stream, [commit]);
    else held.push(commit);
  }
  return streams;
};

/** The commits from the first on, as far as each begins where the one before it ends and can be believed. */
const contiguous = (sorted: readonly PendingCommit[]): PendingCommit[] => {
  const run: PendingCommit[] = [];
  for (const commit of sorted) {
    if (commit.broken !== undefined) break;
    const before = run.at(-1);
    if (before !== undefined && commit.first !== before.last + 1) break;
    run.push(commit);
  }
  return run;
};

/**
 * What of a page is published: by stream, sorted by version, as far as versions are contiguous; a stream is left alone
 * when an earlier pending commit of it is missing from the page, and from a broken text on. Pure.
 */
export const planOf = ({ commits, earliest }: PendingPage): RelayPlan => {
  const runs: StreamRun[] = [];
  const held: HeldStream[] = [];
  for (const [stream, pending] of byStream(commits)) {
    const row = topicRowOf(stream);
    const sorted = pending.toSorted((a, b) => a.first - b.first);
    const isMissing = (earliest.get(stream) ?? sorted[0]!.first) < sorted[0]!.first;
    const run = row === undefined || isMissing ? [] : contiguous(sorted);
    if (run.length > 0)
      runs.push({ stream, commits: run, ...(row?.context === undefined ? {} : { context: row.context }) });
    if (run.length === sorted.length) continue;
    const stopped = sorted[run.length]!;
    const broken = !isMissing && stopped.broken !== undefined;
    held.push({ stream, because: row === undefined ? 'no-topic' : broken ? 'broken' : 'earlier-missing' });
  }
  return { runs, held };
};

/** Things of a size cut into parts of at most about so much, each at least one thing. Pure. */
export const partsOf = <T extends { readonly size: number }>(things: readonly T[], most: number): T[][] => {
  const parts: T[][] = [];
  let size = 0;
  for (const thing of things) {
    const last = parts.at(-1);
    if (last !== undefined && size + thing.size <= most) {
      last.push(thing);
      size += thing.size;
    } else {
      parts.push([thing]);
      size = thing.size;
    }
  }
  return parts;
};
