import {
  Inject,
  Module,
  Optional,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { InboxPage } from '@masar/contracts';
import {
  isCluster,
  LOGGER,
  METRICS,
  READINESS,
  SETTINGS,
  type Logger,
  type MailSettings,
  type Metrics,
  type Readiness,
  type Settings,
} from '@masar/nest-kit';
import type { DirectoryService } from '../platform/directory-service.js';
import { DIRECTORY } from '../platform/tokens.js';
import { ReadDesk } from '../reporting/http/read-desk.js';
import { REPORTING } from '../reporting/http/tokens.js';
import { notReady } from '../reporting/projector/status.js';
import type { Reporting } from '../reporting/runtime/open-reporting.js';
import { Accounts } from '../sessions/accounts.js';
import { PlaceOfPeople } from '../sessions/place-of-people.js';
import { knowsPeople, openPost, type Post } from './open-reminders.js';
import { Reminders } from './reminders.js';

const firstRoundMs = 1_000;
const roundMs = 10_000;
const settledRounds = 2;
/** So many commits or events behind, reporting does not know yet what waits: nobody is written to. */
const farBehind = 500;

/** Letters about what waits, from wherever reporting is read. Without MASAR_SMTP the inbox is all there is. */
@Module({})
export class RemindersModule implements OnApplicationBootstrap, OnApplicationShutdown {
  #post: Post | undefined;
  #reminders: Reminders | undefined;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #closed = false;
  #levelRounds = 0;
  readonly #letters;
  readonly #rounds;
  readonly #places: PlaceOfPeople;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(REPORTING) private readonly reporting: Reporting,
    @Inject(ReadDesk) private readonly desk: ReadDesk,
    @Inject(DIRECTORY) private readonly directory: DirectoryService,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(METRICS) metrics: Metrics,
    @Inject(READINESS) private readonly readiness: Readiness,
    @Optional() @Inject(Accounts) private readonly accounts?: Accounts,
  ) {
    this.#places = new PlaceOfPeople(directory, () => desk.now());
    this.#rounds = metrics.counter('masar_reminder_rounds_total', 'Rounds over everybody who is written to', []);
    this.#letters = metrics.counter('masar_letters_total', 'Reminders, by what became of them', ['outcome']);
  }

  /** `reporting` is the module of the same process that answers what waits. */
  static beside(reporting: DynamicModule): DynamicModule {
    return { module: RemindersModule, imports: [reporting] };
  }

  onApplicationBootstrap(): void {
    const { mail } = this.settings;
    if (!mail || !knowsPeople(this.settings, this.accounts)) {
      this.logger.info('no mail goes out from here (MASAR_SMTP): what waits is in the inbox');
      return;
    }
    this.logger.info({ server: new URL(mail.server).host }, 'reminders go out by mail');
    this.#timer = setTimeout(() => this.#begin(mail), firstRoundMs).unref();
  }

  /** Round after round; one that fails, for a server that is away too, is made up for by the next. */
  #begin(mail: MailSettings): void {
    this.#round = this.#remind(mail)
      .catch((fault: unknown) => this.logger.warn({ fault: String(fault) }, 'reminders are tried again'))
      .then(() => {
        if (!this.#closed)
          this.#timer = setTimeout(() => this.#begin(mail), this.#reminders ? roundMs : firstRoundMs).unref();
      });
  }

  async #remind(mail: MailSettings): Promise<void> {
    if (!this.#knowsWhatWaits()) return;
    this.#post ??= await openPost(this.settings, mail, { accounts: this.accounts, places: this.#places });
    this.#reminders ??= this.#over(this.#post);
    await this.#reminders.tick();
    this.#rounds.inc();
  }

  /**
   * A command line that opens the same modules serves nobody, and reminds nobody. A reporting that begins empty would say that
   * nothing waits: until it has been level twice in a row nobody is written to.
   */
  #knowsWhatWaits(): boolean {
    const status = this.reporting.status();
    if (!this.readiness.isStarted || notReady(status) !== undefined) return false;
    const delivered = isCluster(this.settings) ? this.reporting.delivery()?.undelivered : 0;
    if (delivered === undefined) return false;
    const behind = status.lag + delivered;
    if (this.#levelRounds < settledRounds) this.#levelRounds = behind === 0 ? this.#levelRounds + 1 : 0;
    return this.#levelRounds >= settledRounds && behind < farBehind;
  }

  #over(post: Post): Reminders {
    return new Reminders({
      ...post,
      directory: () => this.directory.current(),
      now: () => this.desk.now(),
      inbox: async (reader, asked) =>
        JSON.parse(
          new TextDecoder().decode(await this.desk.ask({ ask: 'inbox', now: this.desk.now(), reader, ...asked })),
        ) as InboxPage,
      onOutcome: (user, outcome) => {
        this.#letters.labels(outcome.state).inc();
        if ('answer' in outcome) this.logger.warn({ user, ...outcome }, 'a reminder was not handed over');
      },
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#reminders?.stop();
    await this.#round;
    await this.#post?.book.close();
    await this.#post?.contacts.close();
  }
}
