import { setTimeout as rest } from 'node:timers/promises';
import type { AnyRecordedEvent, Instant, StreamName } from '@masar/contracts';
import { questionsOf } from './answers.js';
import { Chance } from './chance.js';
import { interleaved } from './run-interleaving.js';
import { Participant } from './shared-room.js';

const epoch = 'epoch-1';

/** The one that writes, once there is one. */
export const writerOf = async (participants: readonly Participant[]): Promise<Participant> => {
  for (;;) {
    const writer = participants.find(({ projector }) => projector.isWriting);
    if (writer) return writer;
    await rest(20);
  }
};

/**
 * Delivers the same events to several processes over one database, in an order of chance, with duplicates, while processes
 * leave and others come; answers what each of them reads in the end. All of it must be what one process alone reads.
 */
export const runShared = async (
  url: string,
  events: readonly AnyRecordedEvent[],
  seed: number,
  { now, days }: { readonly now: Instant; readonly days: readonly string[] },
): Promise<readonly (readonly string[])[]> => {
  const chance = new Chance(seed);
  const open = (count: number) => Participant.open(url, `p-${seed}-${count}`, async () => epoch);
  let opened = 3;
  const participants = await Promise.all([1, 2, 3].map(open));
  try {
    const order = interleaved(events, chance);
    for (let at = 0; at < order.length;) {
      const next = at + 1 + chance.below(order.length / 6);
      await chance.one(participants).keep(order.slice(at, next), epoch);
      at = next;
      if (!chance.happens(0.25)) continue;
      const [gone] = participants.splice(chance.below(participants.length), 1);
      await (chance.happens(0.5) ? gone!.vanish() : gone!.close());
      participants.push(await open((opened += 1)));
    }
    const writer = await writerOf(participants);
    await writer.projector.tick(now);
    const streams = [...new Set(events.map(({ stream }) => stream))]
      .filter((stream) => stream.startsWith('projects/'))
      .sort() as StreamName[];
    const questions = [undefined, ...days].flatMap((day) => questionsOf(streams, day));
    return await Promise.all(
      participants.map(async (one) => {
        const answers: string[] = [];
        for (const question of questions)
          answers.push(
            await one.text(question, now).catch((refusal: { code?: string }) => `refused ${refusal.code ?? refusal}`),
          );
        return answers;
      }),
    );
  } finally {
    await Promise.all(participants.map((one) => one.close()));
  }
};
