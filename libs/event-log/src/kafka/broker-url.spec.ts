import { describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '@masar/testing';
import { writeFileSync } from 'node:fs';
import { brokerAddress } from './broker-url.js';

describe('a broker’s URL', () => {
  it('names one broker or several', () => {
    expect(brokerAddress('kafka://127.0.0.1:9092')).toEqual({
      brokers: ['127.0.0.1:9092'],
      clientId: 'masar',
      prefix: 'masar',
      partitions: 12,
    });
    expect(brokerAddress('kafka://a:1,b:2/?partitions=6&replication=3&prefix=trial&client=laws')).toEqual({
      brokers: ['a:1', 'b:2'],
      clientId: 'laws',
      prefix: 'trial',
      partitions: 6,
      replication: 3,
    });
  });

  it('carries user, password and the certificate of whoever signed the broker’s', () => {
    const folder = temporaryFolder();
    writeFileSync(folder.file('ca.pem'), 'a certificate');
    const ca = encodeURIComponent(folder.file('ca.pem'));
    expect(brokerAddress(`kafka+ssl://laws:p%40ss@a:1?ca=${ca}&sasl=plain`)).toMatchObject({
      tls: { ca: ['a certificate'] },
      sasl: { mechanism: 'plain', username: 'laws', password: 'p@ss' },
    });
    expect(brokerAddress('kafka+ssl://laws:secret@a:1').sasl?.mechanism).toBe('scram-sha-512');
    expect(brokerAddress('kafka+ssl://a:1')).toMatchObject({ tls: {}, brokers: ['a:1'] });
    folder.remove();
  });

  it.each([
    ['kafka://', 'a broker is named'],
    ['kafka://user:secret@a:1', 'need kafka+ssl://'],
    ['kafka://a:1?ca=x', 'need kafka+ssl://'],
    ['kafka+ssl://user:secret@a:1?sasl=md5', 'sasl=md5: one of'],
    ['kafka://a:1?partitions=0', 'partitions=0: a whole number'],
    ['kafka://a:1?retention=1', 'retention: a broker’s URL knows'.replace('’', "'")],
  ])('%s is refused, without its password', (url, message) => {
    expect(() => brokerAddress(url)).toThrow(message);
    expect(() => brokerAddress(url)).not.toThrow('secret');
  });
});
