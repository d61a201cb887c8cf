import { initiativeKinds, type StreamName } from '@masar/contracts';
import type { Actor } from '@masar/access';
import { createCommandHandler, type EventStore } from '@masar/event-store';
import { InitiativeCommands } from '../../initiatives/initiative-commands.js';
import { CommandBus } from '../../platform/command-bus.js';
import { StoreDirectory } from '../../platform/directory-service.js';
import { RegistryCommands } from '../../registry/registry-commands.js';
import { PartnerCommands } from '../partner-commands.js';

export const administrator: Actor = { user: 'admin', roles: ['administrator'], onlyAccount: true };
export const evidence = [{ title: 'Handover', url: 'https://documents.example.com/1' }];

/** A process over a store: every decider, without anybody who tells initiatives. */
export const openProcess = async (store: EventStore) => {
  const bus = new CommandBus();
  const directory = new StoreDirectory(store, 'Africa/Cairo');
  await directory.load();
  bus.onRecorded(directory);
  const around = { handler: createCommandHandler(store), directory, bus, store };
  for (const kind of initiativeKinds) new InitiativeCommands(kind, around);
  new RegistryCommands(around);
  const partners = new PartnerCommands(around);
  const give = (stream: StreamName, type: string, fields: object = {}) =>
    bus.run(stream, { ...fields, type }, { actor: administrator });
  return { bus, partners, give };
};
export type PartnersProcess = Awaited<ReturnType<typeof openProcess>>;

/** A project with a milestone, and two partners. */
export const beginProgramme = async ({ give }: PartnersProcess): Promise<void> => {
  await give('entities/works', 'RegisterEntity', { name: { en: 'Works' }, jurisdiction: 'EG' });
  for (const id of ['nile', 'delta'] as const) await give(`partners/${id}`, 'RegisterPartner', { name: { en: id } });
  const title = { en: 'Schools' };
  const partnerTitle = { en: 'Places to learn' };
  await give('projects/P-1', 'RegisterInitiative', { title, partnerTitle, owner: 'works', startedOn: '2026-02-01' });
  await give('projects/P-1', 'PlanMilestone', { milestone: 'sites', title, target: '2026-05-01' });
};

/** What government asks of a partner by 1 April. */
export const offer = ({ give }: PartnersProcess, id: string, fields: object = {}) =>
  give(`commitments/${id}`, 'OfferCommitment', {
    partner: 'nile',
    direction: 'partner-to-government',
    title: { en: 'Sites' },
    initiative: 'projects/P-1',
    milestone: 'sites',
    dueOn: '2026-04-01',
    on: '2026-03-01',
    ...fields,
  });
