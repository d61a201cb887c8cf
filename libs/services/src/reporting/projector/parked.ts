import type { Instant, StreamName } from '@masar/contracts';
import type { ReadModels } from '@masar/read-models';
import type { Generation } from './generation.js';
import type { ParkedCode, StreamDocument } from './stream-document.js';

/** A stream that stands still, and why; `hole` waits for `republish`, the others for somebody to mend them. */
export interface ParkedStream {
  readonly stream: StreamName;
  /** How far it is folded. */
  readonly applied: number;
  /** The event it stands still before. */
  readonly version: number;
  readonly code: ParkedCode | 'hole';
  readonly detail: string;
  readonly since: Instant;
}

const most = 1000;

const shown = ({ stream, version: applied, parked, hole }: StreamDocument): ParkedStream => {
  if (parked) return { stream, applied, ...parked };
  const missing = `versions ${applied + 1} to ${(hole?.before ?? 0) - 1} have not come`;
  return { stream, applied, version: applied + 1, code: 'hole', detail: missing, since: hole?.since ?? '' };
};

/** Every stream that is parked or has a hole, by name; the first thousand. */
export const listParked = async (models: ReadModels, generation: Generation): Promise<readonly ParkedStream[]> => {
  const found = await models.query<StreamDocument>(generation.of('timeline-facts'), {
    equal: { state: ['hole', 'parked'] },
    limit: most,
  });
  return found.map(({ body }) => shown(body));
};
