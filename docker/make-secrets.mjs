import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * The secrets of a cluster on one machine (docker/compose.yaml), made at its first start and never again: whoever has
 * others puts them into the volumes before. `make-secrets.mjs REGISTRY SERVICES MONGO`: a folder for the registry alone,
 * one for every service, one for MongoDB; each file can be read by its user only.
 */
const [registry, services, mongo] = process.argv.slice(2);
const owners = { [registry]: 10001, [services]: 10001, [mongo]: 999 };
const mongoHosts = process.env.MONGO_HOSTS ?? 'mongo-1:27017,mongo-2:27017,mongo-3:27017';

const word = (bytes = 24) => randomBytes(bytes).toString('base64url');
const signingKey = () => generateKeyPairSync('ed25519').privateKey;
const sealingKey = () => JSON.stringify({ keys: [{ kty: 'oct', k: word(32) }] });
const mongoPassword = word();
const urlOf = (database) =>
  `mongodb://masar:${mongoPassword}@${mongoHosts}/${database}?replicaSet=masar&authSource=admin`;

const secrets = [
  [registry, 'admin-password', word(15)],
  [registry, 'session-key.json', JSON.stringify(signingKey().export({ format: 'jwk' }))],
  [registry, 'account-key.json', sealingKey()],
  [registry, 'seal.pem', signingKey().export({ type: 'pkcs8', format: 'pem' })],
  [services, 'webhook-key.json', sealingKey()],
  [mongo, 'keyfile', randomBytes(96).toString('base64')],
  [mongo, 'root-password', word()],
];
/** One password in three places: they are made together or not at all. The last is written last. */
const ofOnePassword = [
  [mongo, 'masar-password', mongoPassword],
  [services, 'read-models-url', urlOf('masar_views')],
  [services, 'event-store-url', urlOf('masar')],
];

const write = ([folder, name, text]) => {
  const part = join(folder, `${name}.${process.pid}`);
  writeFileSync(part, text, { mode: 0o400 });
  if (process.getuid?.() === 0) chownSync(part, owners[folder], owners[folder]);
  renameSync(part, join(folder, name));
};
const isThere = ([folder, name]) => existsSync(join(folder, name));

for (const folder of [registry, services, mongo]) mkdirSync(folder, { recursive: true });
for (const secret of secrets) if (!isThere(secret)) write(secret);
if (!isThere(ofOnePassword.at(-1))) ofOnePassword.forEach(write);
