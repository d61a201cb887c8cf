import { entityOfParty, partnerOfParty, refuse, type Party, type StreamName } from '@masar/contracts';
import type { DirectoryService } from '../platform/directory-service.js';
import type { Standing } from './standing-rules.js';

const isRegistered = async (directory: DirectoryService, stream: StreamName, party: Party): Promise<boolean> => {
  if (directory.current().knowsParty(party)) return true;
  await directory.lookAgain({ streams: [stream] });
  return directory.current().knowsParty(party);
};

/** Whether a party is known, also one that was registered a moment ago elsewhere. */
export const isRegisteredParty = async (directory: DirectoryService, party: Party): Promise<boolean> => {
  const [entity, partner] = [entityOfParty(party), partnerOfParty(party)];
  if (entity !== undefined) return isRegistered(directory, `entities/${entity}`, party);
  return partner === undefined
    ? directory.current().knowsParty(party)
    : isRegistered(directory, `partners/${partner}`, party);
};

/** People belong to what is registered; what was registered a moment ago elsewhere is looked for once more. */
export const requireRegisteredPlace = async (
  directory: DirectoryService,
  { entity, partner }: Pick<Standing, 'entity' | 'partner'>,
): Promise<void> => {
  if (entity !== undefined && !(await isRegistered(directory, `entities/${entity}`, `entity:${entity}`)))
    refuse('entity/unknown', { entity }, 'entity');
  if (partner !== undefined && !(await isRegistered(directory, `partners/${partner}`, `partner:${partner}`)))
    refuse('partner/unknown', { partner }, 'partner');
};
