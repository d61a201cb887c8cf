import type { Arrived } from './arrivals.js';

/** Commits of one stream in the order of their versions, in the places that the stream's commits have among the others. Pure. */
export const inOrderOfVersions = (arrived: readonly Arrived[]): readonly Arrived[] => {
  const byStream = new Map<string, Arrived[]>();
  for (const one of arrived) byStream.set(one.stream, [...(byStream.get(one.stream) ?? []), one]);
  for (const commits of byStream.values()) commits.sort((a, b) => a.first - b.first);
  return arrived.map(({ stream }) => byStream.get(stream)!.shift()!);
};
