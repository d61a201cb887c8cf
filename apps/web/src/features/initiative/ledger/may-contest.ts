import type { Session } from '../../../app/session.js';
import type { Entry } from '../reading.js';

type Reader = Pick<Session, 'roles' | 'entity' | 'partner' | 'onlyAccount' | 'predecessors'>;

/**
 * Whether contesting is offered: days that are waited, of the reader's own entity or partner; a reviewer may for bodies
 * without an account. The server decides in any case and says why not.
 */
export const mayContest = (
  reader: Reader,
  { bucket, party, contest }: Pick<Entry, 'bucket' | 'party' | 'contest'>,
): boolean => {
  if (bucket !== 'waiting' || contest?.state === 'open') return false;
  if (party === 'constitutional-procedure') return false;
  if (reader.onlyAccount || reader.roles.includes('reviewer')) return true;
  const own = [reader.entity, ...(reader.predecessors ?? [])].map((entity) => `entity:${entity ?? ''}`);
  return own.includes(party) || (reader.partner !== undefined && party === `partner:${reader.partner}`);
};
