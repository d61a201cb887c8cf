import { describe, expect, it } from '@jest/globals';
import { runFaultSimulation } from './fault-simulation.js';

describe('seeded fault simulation', () => {
  it('keeps what was acknowledged through torn writes, lost syncs, full disks and kills', () => {
    const report = runFaultSimulation({ seeds: [1, 2, 3, 4, 5, 6], crashes: 4 });
    expect(report.rounds).toBe(24);
    for (const seen of [report.cutCommits, report.cutCheckpoints, report.killedBeforeAnswer, report.fullDisks])
      expect(seen).toBeGreaterThan(0);
  }, 60_000);

  it('notices a disk that lied about its syncs', () => {
    expect(() => runFaultSimulation({ seeds: [1], lyingDisk: true })).toThrow(
      /seed 1: .* was acknowledged and is gone|broken/,
    );
  });
});
