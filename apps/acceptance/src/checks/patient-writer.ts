import { setTimeout as pause } from 'node:timers/promises';
import { passing, type ApiClient } from '../harness/api-client.js';
import type { Answer } from '../harness/target.js';
import { answered, type Given } from './waits-given.js';

const againAfterMs = 100;

/** A batch is answered by what its commands are; it is given again as a whole where one of them must be. */
const statusOf = ({ status, body }: Answer): number => {
  const items = Array.isArray(body['items']) ? (body['items'] as readonly { readonly status: number }[]) : [];
  return Math.max(status, ...items.map((one) => one.status));
};

export interface WriterFigures {
  acknowledged: number;
  repeated: number;
}

/**
 * Gives commands one after the other as a careful client does: what was not answered is sent again under its key until it
 * is. Rejects with any other answer, and when one took longer than `patienceMs`.
 */
export const giveUntilAnswered = async (
  client: ApiClient,
  commands: readonly Given[],
  figures: WriterFigures,
  patienceMs: number,
): Promise<void> => {
  for (const command of commands) {
    const end = Date.now() + patienceMs;
    for (let tried = 0; ; tried += 1) {
      const answer = await client
        .post(command.path, command.body, { 'idempotency-key': command.key })
        .catch(() => undefined);
      const status = answer && statusOf(answer);
      if (answer && status! < 300) {
        answered(command, JSON.stringify(answer.body));
        figures.acknowledged += 1;
        figures.repeated += tried > 0 ? 1 : 0;
        break;
      }
      if (answer && !passing.has(status!))
        throw new Error(`${command.path} answered ${status}: ${JSON.stringify(answer.body)}`);
      if (Date.now() > end) {
        const last = answer ? `last ${status} ${JSON.stringify(answer.body)}` : 'nobody was there';
        throw new Error(`${command.key} was not answered within ${patienceMs} ms: ${last}`);
      }
      await pause(againAfterMs);
    }
  }
};
