import { describe, expect, it } from '@jest/globals';
import { canOwnBroker, kafkaForTests, ownBroker, temporaryFolder, type OwnBroker } from '@masar/testing';
import type { BrokerFollowOptions, EventBroker, Pause } from '../broker-port.js';
import { openEventBroker } from '../open.js';
import { topicsOfItsOwn, until } from '../testing/log-under-test.js';
import { PendingInMemory } from '../testing/pending-in-memory.js';

// The driver tries three times as often where it thinks it is being tested; this is about what it does in use.
process.env['NODE_ENV'] = 'production';
const kafka = await kafkaForTests();
const whenThere = kafka.url === undefined ? describe.skip : describe;
const whenPossible = (await canOwnBroker()) ? describe : describe.skip;
const contexts = ['projects', 'laws'];

/** A follower, and what it was told, as `<stream>@<version>`. */
const followed = (broker: EventBroker, more: Partial<BrokerFollowOptions> = {}) => {
  const told: string[] = [];
  const pauses: Pause[] = [];
  const follower = broker.follow({
    name: 'following',
    contexts,
    deliver: async ({ events }) => void told.push(...events.map(({ stream, version }) => `${stream}@${version}`)),
    onPause: (pause) => void pauses.push(pause),
    shortestPauseMs: 20,
    longestPauseMs: 500,
    ...more,
  });
  return { follower, told, pauses };
};

const published = async (pending: PendingInMemory) =>
  until(() => pending.size === 0, 'everything committed is published');

whenThere('who follows topics from now on', () => {
  const opened = async () => {
    const broker = await openEventBroker(topicsOfItsOwn(kafka.url!));
    await broker.assertTopics(contexts);
    const pending = new PendingInMemory();
    broker.relay(pending).start();
    return { broker, pending };
  };

  it('is told of what was published after the start, by whomever, and of nothing before', async () => {
    const { broker, pending } = await opened();
    for (let index = 0; index < 40; index += 1) pending.commit(`projects/P-${index}`);
    await published(pending);
    const { follower, told } = followed(broker);
    await follower.start();
    // Published while it has not joined its group yet.
    for (let index = 0; index < 40; index += 1) pending.commit(`${index % 2 ? 'laws/L' : 'projects/Q'}-${index}`);
    await until(() => told.length >= 40, 'what came after');
    expect([...told].sort()).toEqual(
      Array.from({ length: 40 }, (_, index) => `${index % 2 ? 'laws/L' : 'projects/Q'}-${index}@1`).sort(),
    );
    await broker.close();
  });

  it('several of them are each told of everything', async () => {
    const { broker, pending } = await opened();
    const two = [followed(broker), followed(broker)];
    await Promise.all(two.map(({ follower }) => follower.start()));
    for (let index = 0; index < 30; index += 1) pending.commit(`projects/P-${index % 3}`);
    await until(() => two.every(({ told }) => told.length === 30), 'everything, twice');
    await two[0]!.follower.stop();
    pending.commit('projects/P-9');
    await until(() => two[1]!.told.includes('projects/P-9@1'), 'the other goes on');
    expect(two[0]!.told).toHaveLength(30);
    await broker.close();
  });

  it('that cannot take it now is told the same again, in order', async () => {
    const { broker, pending } = await opened();
    let faults = 2;
    const told: string[] = [];
    const { follower, pauses } = followed(broker, {
      deliver: async ({ events }) => {
        if ((faults -= 1) >= 0) throw new Error('the store is away');
        told.push(...events.map(({ version }) => String(version)));
      },
    });
    await follower.start();
    pending.commit('projects/P-1', 3);
    await until(() => told.length >= 3, 'the third attempt');
    expect(told).toEqual(['1', '2', '3']);
    expect(pauses.map(({ place }) => place?.topic.endsWith('.projects'))).toEqual([true, true]);
    await broker.close();
  });

  it('leaves no group behind', async () => {
    const { broker, pending } = await opened();
    const { follower, told } = followed(broker);
    await follower.start();
    pending.commit('projects/P-1');
    await until(() => told.length === 1, 'the event');
    await follower.stop();
    const { driverFor } = await import('./driver.js');
    const { brokerAddress } = await import('./broker-url.js');
    const admin = driverFor(brokerAddress(kafka.url!)).admin();
    await admin.connect();
    const left = async () => (await admin.listGroups()).groups.filter(({ groupId }) => groupId.startsWith('following'));
    const { groups } = await admin.describeGroups((await left()).map(({ groupId }) => groupId));
    // A broker forgets empty groups without offsets by and by; none of them is anything but that.
    expect(groups.filter(({ state }) => state !== 'Empty' && state !== 'Dead')).toEqual([]);
    await admin.disconnect();
    await broker.close();
  });
});

whenPossible('who follows topics of a broker that goes away', () => {
  it('misses nothing, and waits for one that is not there yet', async () => {
    const folder = temporaryFolder();
    const directory = folder.file('kafka');
    let own: OwnBroker = await ownBroker({ directory });
    const url = topicsOfItsOwn(own.url);
    const broker = await openEventBroker(url);
    await broker.assertTopics(contexts);
    const pending = new PendingInMemory();
    let away = false;
    broker.relay(pending, { longestPauseMs: 500, meters: { paused: () => void (away = true) } }).start();
    const { follower, told } = followed(broker);
    await follower.start();
    pending.commit('projects/P-1', 2);
    await until(() => told.length === 2, 'what came before');

    await own.stop('SIGKILL');
    for (let index = 0; index < 30; index += 1) pending.commit(`projects/P-${index % 5}`);
    await until(() => away, 'the relay says that the broker is away');
    const elsewhere = await openEventBroker(url);
    const later = followed(elsewhere);
    const started = later.follower.start();
    await until(() => later.pauses.length > 1, 'the other says so too');

    own = await ownBroker({ directory, port: own.port });
    await started;
    pending.commit('laws/L-1');
    await until(() => later.told.includes('laws/L-1@1'), 'what came after the start of the other');
    await until(() => new Set(told).size === 33, 'everything');
    expect(told.indexOf('projects/P-1@2')).toBeLessThan(told.indexOf('projects/P-1@3'));

    const nobody = await openEventBroker('kafka://127.0.0.1:9');
    const never = followed(nobody);
    const waiting = never.follower.start();
    await until(() => never.pauses.length > 0, 'nobody answers');
    await never.follower.stop();
    await expect(waiting).rejects.toMatchObject({ code: 'broker/unavailable' });

    await Promise.all([broker.close(), elsewhere.close(), nobody.close()]);
    await own.stop();
    folder.remove();
  });
});
