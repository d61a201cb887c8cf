import { join } from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { LOGGER, METRICS, isCluster, SETTINGS, type Logger, type Metrics, type Settings } from '@masar/nest-kit';
import type { EventStore } from '@masar/event-store';
import type { DirectoryService } from '../platform/directory-service.js';
import { DIRECTORY, EVENT_STORE } from '../platform/tokens.js';
import { ReadDesk } from '../reporting/http/read-desk.js';
import { Accounts } from '../sessions/accounts.js';
import { PlaceOfPeople } from '../sessions/place-of-people.js';
import { ownBox, sharedBox, type TakeBox } from '../sealing/box-file.js';
import { feedOf } from './feed-of.js';
import { openWebhookOwners, type WebhookOwners } from './webhook-owners.js';
import { networksOf } from './public-address.js';
import { openWebhookRecords } from './open-webhook-records.js';
import { postEvents } from './post-events.js';
import { SendingTurns } from './sending-turns.js';
import { WebhookSender } from './webhook-sender.js';
import type { WebhookRecords } from './webhook.js';
import { Webhooks } from './webhooks.js';
import { WebhooksController } from './webhooks.controller.js';

const RECORDS = Symbol('webhook records');
const SECRETS = Symbol('webhook secrets');
const OWNERS = Symbol('webhook owners');

/** Several instances must open what one of them sealed: the file is named. */
const boxFor = ({ webhookKey, dataFolder, ...settings }: Settings): TakeBox | undefined => {
  if (webhookKey !== undefined) return sharedBox('MASAR_WEBHOOK_KEY', webhookKey);
  if (isCluster(settings) || settings.eventStore.includes(':memory:')) return undefined;
  return ownBox(join(dataFolder, 'webhook.key'));
};

/** Webhooks, in every instance of reporting; one at a time sends. */
@Module({})
export class WebhooksModule {
  static of(reporting: DynamicModule): DynamicModule {
    return {
      module: WebhooksModule,
      imports: [reporting],
      controllers: [WebhooksController],
      providers: [
        { provide: RECORDS, inject: [SETTINGS], useFactory: openWebhookRecords },
        { provide: SECRETS, inject: [SETTINGS], useFactory: boxFor },
        {
          provide: OWNERS,
          inject: [SETTINGS, DIRECTORY, ReadDesk, { token: Accounts, optional: true }],
          useFactory: (settings: Settings, directory: DirectoryService, desk: ReadDesk, accounts?: Accounts) =>
            openWebhookOwners(settings, new PlaceOfPeople(directory, () => desk.now()), accounts),
        },
        {
          provide: Webhooks,
          inject: [RECORDS, SECRETS, SETTINGS, ReadDesk],
          useFactory: (records: WebhookRecords, secrets: TakeBox | undefined, settings: Settings, desk: ReadDesk) => {
            const { endOfFeed, checkPlace } = feedOf(desk);
            return new Webhooks({
              records,
              secrets,
              networks: networksOf(settings.webhookNetworks),
              endOfFeed,
              checkPlace,
            });
          },
        },
        {
          provide: SendingTurns,
          inject: [RECORDS, SECRETS, OWNERS, SETTINGS, ReadDesk, EVENT_STORE, LOGGER, METRICS],
          useFactory: (
            records: WebhookRecords,
            secrets: TakeBox | undefined,
            owners: WebhookOwners,
            settings: Settings,
            desk: ReadDesk,
            store: EventStore,
            logger: Logger,
            metrics: Metrics,
          ) => {
            const networks = networksOf(settings.webhookNetworks);
            const post = (sending: Parameters<typeof postEvents>[0]) => postEvents(sending, { networks });
            const { read: feed } = feedOf(desk);
            const onFault = (webhook: string, fault: unknown) =>
              logger.warn({ webhook, fault: String(fault) }, 'a webhook could not be sent to; tried again');
            const sender =
              secrets && new WebhookSender({ records, secrets, feed, ownerOf: owners.ownerOf, post, onFault });
            return new SendingTurns({ sender, records, owners, leases: store.leases, logger, metrics });
          },
        },
      ],
    };
  }
}
