import type { Admin } from 'kafkajs';
import type { PendingCommits } from '@masar/event-store';
import {
  BrokerUnavailable,
  type BrokerFollower,
  type BrokerFollowOptions,
  TopicFault,
  type ConsumerOptions,
  type EventBroker,
  type EventConsumer,
  type EventRelay,
  type PartitionLag,
  type RelayOptions,
} from '../broker-port.js';
import { contexts as everyContext, topicName } from '../topics.js';
import { assertTopics } from './assert-topics.js';
import { brokerAddress } from './broker-url.js';
import { Collector } from './collector.js';
import { driverFor, type DriverLog } from './driver.js';
import { TopicFollower } from './follower.js';
import { GroupMember } from './group-member.js';
import { endsOf, lagOf } from './lag.js';
import { connectProducer } from './record-producer.js';
import { Relay } from './relay.js';

interface Running {
  stop(): Promise<void>;
}

/** A Kafka named by a URL. Connects when something is asked of it. */
class KafkaBroker implements EventBroker {
  readonly #address;
  readonly #driver;
  readonly #running = new Set<Running>();
  #admin: Promise<Admin> | undefined;

  constructor(url: string, log?: DriverLog) {
    this.#address = brokerAddress(url);
    this.#driver = driverFor(this.#address, log);
  }

  readonly #topicOf = (context: string): string => topicName(context, this.#address.prefix);

  async assertTopics(contexts: readonly string[] = everyContext): Promise<void> {
    await this.#ask((admin) => assertTopics(admin, this.#address, contexts.map(this.#topicOf)));
  }

  relay(pending: PendingCommits, options: RelayOptions = {}): EventRelay {
    const collector = new Collector(() => connectProducer(this.#driver), options);
    const relay = new Relay(pending, collector, this.#topicOf, options);
    const running = {
      start: () => relay.start(),
      hint: () => relay.hint(),
      stop: async () => {
        this.#running.delete(running);
        // Together: the relay's last round ends when its requests do.
        await Promise.all([relay.stop(), collector.close()]);
      },
    };
    this.#running.add(running);
    return running;
  }

  consumer(options: ConsumerOptions): EventConsumer {
    const member = new GroupMember(this.#driver, (options.contexts ?? everyContext).map(this.#topicOf), options);
    this.#running.add(member);
    return member;
  }

  follow(options: BrokerFollowOptions): BrokerFollower {
    const topics = (options.contexts ?? everyContext).map(this.#topicOf);
    const ends = () => this.#ask((admin) => endsOf(admin, topics));
    const follower = new TopicFollower(this.#driver, topics, ends, options);
    this.#running.add(follower);
    return follower;
  }

  lag(group: string, contexts: readonly string[] = everyContext): Promise<readonly PartitionLag[]> {
    return this.#ask((admin) => lagOf(admin, group, contexts.map(this.#topicOf)));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running].map((one) => one.stop()));
    await (await this.#admin?.catch(() => undefined))?.disconnect();
  }

  async #ask<T>(question: (admin: Admin) => Promise<T>): Promise<T> {
    try {
      return await question(await (this.#admin ??= this.#connectAdmin()));
    } catch (fault) {
      if (fault instanceof TopicFault) throw fault;
      // A connection that was lost is made anew by the next question.
      const lost = this.#admin;
      this.#admin = undefined;
      void lost?.then((admin) => admin.disconnect()).catch(() => undefined);
      throw new BrokerUnavailable('the broker does not answer', { cause: fault });
    }
  }

  async #connectAdmin(): Promise<Admin> {
    const admin = this.#driver.admin();
    await admin.connect();
    return admin;
  }
}

export const openKafkaBroker = (url: string, log?: DriverLog): EventBroker => new KafkaBroker(url, log);
