import { refuse, type Party, type StreamName } from '@masar/contracts';
import type { DirectoryService } from '../platform/directory-service.js';
import type { Standing } from './standing-rules.js';

const isRegistered = async (directory: DirectoryService, stream: StreamName, party: Party): Promise<boolean> => {
  if (directory.current().knowsParty(party)) return true;
  await directory.lookAgain({ streams: [stream] });
  return directory.current().knowsParty(party);
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
