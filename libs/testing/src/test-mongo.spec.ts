import { expect, it } from '@jest/globals';
import { databaseOfItsOwn, oneHostOf, overWire } from './test-mongo.js';

it.each([
  ['mongodb://127.0.0.1:27017', /^mongodb:\/\/127\.0\.0\.1:27017\/masar-[\da-f-]{13}$/],
  ['mongodb://a:1,b:2/?replicaSet=rs0', /^mongodb:\/\/a:1,b:2\/masar-[\da-f-]{13}\?replicaSet=rs0$/],
  ['mongodb+srv://u:p@host/masar', /^mongodb\+srv:\/\/u:p@host\/masar-[\da-f-]{13}\?authSource=masar$/],
  ['mongodb://u:p@host/?tls=true', /^mongodb:\/\/u:p@host\/masar-[\da-f-]{13}\?tls=true&authSource=admin$/],
])('a suite has a database of its own on %s', (url, expected) => {
  expect(databaseOfItsOwn(url)).toMatch(expected);
  expect(databaseOfItsOwn(url)).not.toBe(databaseOfItsOwn(url));
});

it.each([
  ['mongodb://127.0.0.1:27018/masar', { host: '127.0.0.1', port: 27018 }],
  ['mongodb://user:word@documents/masar?tls=false', { host: 'documents', port: 27017 }],
  ['mongodb://a:1,b:2/masar', undefined],
  ['mongodb+srv://documents/masar', undefined],
])('one host is read from %s', (url, host) => expect(oneHostOf(url)).toEqual(host));

it('a URL is led over a wire and keeps the rest', () => {
  expect(overWire('mongodb://u:p@documents:1/masar?replicaSet=rs0', 7)).toBe(
    'mongodb://u:p@127.0.0.1:7/masar?replicaSet=rs0&directConnection=true',
  );
  expect(overWire('mongodb://documents/masar?directConnection=true', 7)).toBe(
    'mongodb://127.0.0.1:7/masar?directConnection=true',
  );
});
