import { expect, it } from '@jest/globals';
import { databaseOfItsOwn } from './servers.js';

it.each([
  ['mongodb://127.0.0.1:27017', /^mongodb:\/\/127\.0\.0\.1:27017\/masar-[\da-f-]{13}$/],
  ['mongodb://a:1,b:2/?replicaSet=rs0', /^mongodb:\/\/a:1,b:2\/masar-[\da-f-]{13}\?replicaSet=rs0$/],
  ['mongodb+srv://u:p@host/masar', /^mongodb\+srv:\/\/u:p@host\/masar-[\da-f-]{13}\?authSource=masar$/],
  ['mongodb://u:p@host/?tls=true', /^mongodb:\/\/u:p@host\/masar-[\da-f-]{13}\?tls=true&authSource=admin$/],
])('a suite has a database of its own on %s', (url, expected) => {
  expect(databaseOfItsOwn(url)).toMatch(expected);
  expect(databaseOfItsOwn(url)).not.toBe(databaseOfItsOwn(url));
});
