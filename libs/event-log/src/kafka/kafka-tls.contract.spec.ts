import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canOwnBroker, ownBroker, temporaryFolder, type OwnBroker } from '@masar/testing';
import { openEventBroker } from '../open.js';
import { certificateFor127 } from '../testing/certificate.js';
import { HistoryInMemory, topicsOfItsOwn, until } from '../testing/log-under-test.js';
import { PendingInMemory } from '../testing/pending-in-memory.js';

// The driver tries three times as often where it thinks it is being tested; this is about what it does in use.
process.env['NODE_ENV'] = 'production';
const whenPossible = (await canOwnBroker()) ? describe : describe.skip;
const contexts = ['projects'];

whenPossible('a broker behind TLS and SASL', () => {
  const folder = temporaryFolder();
  let kafka: OwnBroker;
  let certificate: string;
  const urlOf = (user: string, query: string) => topicsOfItsOwn(`kafka+ssl://${user}@${kafka.secureAddress}?${query}`);
  const trusted = () => `ca=${encodeURIComponent(certificate)}`;

  beforeAll(async () => {
    const made = certificateFor127(folder.file(''));
    certificate = made.certificate;
    kafka = await ownBroker({
      secure: { keyStore: made.keyStore, users: { projects: 'se cret', reporting: 'other' } },
    });
  });
  afterAll(async () => {
    await kafka.stop();
    folder.remove();
  });

  it.each(['scram-sha-512', 'scram-sha-256', 'plain'])('carries events for a user known by %s', async (sasl) => {
    const url = urlOf('projects:se%20cret', `${trusted()}&sasl=${sasl}`);
    const broker = await openEventBroker(url);
    await broker.assertTopics(contexts);
    const pending = new PendingInMemory();
    const history = new HistoryInMemory();
    pending.commit('projects/P-1', 5);
    broker.relay(pending).start();
    // Another identity reads: reporting, where projects writes.
    const reader = await openEventBroker(url.replace('projects:se%20cret', 'reporting:other'));
    await reader.consumer(history.consumer('reporting', { contexts })).start();
    await until(() => history.folded.length === 5, 'the events');
    await Promise.all([reader.close(), broker.close()]);
  });

  it.each([
    ['a wrong password', 'projects:guess', trusted],
    ['an unknown user', 'nobody:se%20cret', trusted],
    ['a certificate nobody vouches for', 'projects:se%20cret', () => 'client=stranger'],
  ])('is not to be had with %s', async (_, user, query) => {
    const broker = await openEventBroker(urlOf(user, query()));
    await expect(broker.assertTopics(contexts)).rejects.toMatchObject({ code: 'broker/unavailable' });
    await broker.close();
  });
});
