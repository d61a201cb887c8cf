import { describe, expect, it } from '@jest/globals';
import type { AnyRecordedEvent } from '@masar/contracts';
import type { CommandHandler } from '@masar/event-store';
import type { CommandBus } from '../platform/command-bus.js';
import { RestrictedStreams } from './restricted-streams.js';

const stream = 'projects/P-1';
const restricting = [{ data: { audience: 'reviewers' } }] as unknown as readonly AnyRecordedEvent[];

/** A truth whose answers a spec gives: each reading waits for one. */
const room = () => {
  const answers: ((audience: string | Error) => void)[] = [];
  const current = () =>
    new Promise((resolve, reject) =>
      answers.push((audience) =>
        audience instanceof Error ? reject(audience) : resolve({ state: { status: 'open', audience } }),
      ),
    );
  const bus = { onRecorded: () => undefined } as unknown as CommandBus;
  return { answers, streams: new RestrictedStreams({ current } as unknown as CommandHandler, bus) };
};

describe('whether an initiative leaves somebody out', () => {
  it('is read once for all who ask at the same time, and kept', async () => {
    const { answers, streams } = room();
    const both = [streams.isRestricted(stream), streams.isRestricted(stream)];
    answers[0]!('portfolio');
    expect(await Promise.all(both)).toEqual([false, false]);
    expect(streams.isRestricted(stream)).toBe(false);
    expect(answers).toHaveLength(1);
  });

  it('is read again where its audience was said anew while it was read', async () => {
    const { answers, streams } = room();
    const early = streams.isRestricted(stream);
    streams.learn(stream, restricting);
    answers[0]!('portfolio');
    expect(await early).toBe(false);
    const late = streams.isRestricted(stream);
    answers[1]!('reviewers');
    expect(await late).toBe(true);
    expect(streams.isRestricted(stream)).toBe(true);
  });

  it('is asked anew where it could not be read', async () => {
    const { answers, streams } = room();
    const failed = streams.isRestricted(stream);
    answers[0]!(new Error('away'));
    await expect(failed).rejects.toThrow('away');
    const again = streams.isRestricted(stream);
    answers[1]!('reviewers');
    expect(await again).toBe(true);
  });
});
