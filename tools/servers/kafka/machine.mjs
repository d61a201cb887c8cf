import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jarsOf, serverCache } from '../java.mjs';

const beside = (file) => fileURLToPath(new URL(file, import.meta.url));
const jars = () => jarsOf('kafka', beside('./pom.xml'));
/** Classes as they lie in memory after a start: halves the next one. It belongs to exactly these jars. */
const archiveOf = (folder) => join(serverCache, `${basename(folder)}.jsa`);

/** `measured`: compile as a server in use does, for figures; otherwise start fast. */
const javaArguments = (log, { measured = false, heap = '512m', archive = [] } = {}) => [
  ...['-Xms64m', `-Xmx${heap}`, '-XX:+UseSerialGC', '-Djava.awt.headless=true', '-Xshare:auto'],
  ...(measured ? [] : ['-XX:TieredStopAtLevel=1']),
  ...archive,
  ...['-cp', join(jars(), '*')],
  `-Dlog4j2.configurationFile=${beside('./log4j2.xml')}`,
  `-Dmasar.broker.log=${log}`,
];

const sharedArchive = () => {
  const archive = archiveOf(jars());
  return existsSync(archive) ? [`-XX:SharedArchiveFile=${archive}`] : [];
};

/** Writes an empty broker's storage, with the users of SCRAM in it. */
export const formatStorage = ({ log, properties, users = {} }) => {
  const scram = Object.entries(users).flatMap(([user, password]) =>
    ['256', '512'].flatMap((bits) => ['--add-scram', `SCRAM-SHA-${bits}=[name=${user},password=${password}]`]),
  );
  const { status, stdout, stderr } = spawnSync(
    'java',
    [
      ...javaArguments(log, { archive: sharedArchive() }),
      ...['kafka.tools.StorageTool', 'format', '-t', 'AAAAAAAAAAAAAAAAAAAAAQ', '-c', properties, ...scram],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0)
    throw new Error(`the broker's storage could not be made: ${`${stdout}${stderr}`.trim().slice(-2000)}`);
};

/** The broker's process; its log tells how far it is. */
export const spawnBroker = ({ log, properties, measured, archive = sharedArchive() }) =>
  spawn('java', [...javaArguments(log, { measured, archive }), 'kafka.Kafka', properties], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Fetches the jars and makes the archive, once; `startAndStop` is given what a first start must be told. */
export const installBroker = async (startAndStop) => {
  const archive = archiveOf(jars());
  if (existsSync(archive)) return;
  const folder = mkdtempSync(join(tmpdir(), 'masar-kafka-'));
  const part = `${archive}.${process.pid}`;
  await startAndStop({ directory: folder, archive: [`-XX:ArchiveClassesAtExit=${part}`] });
  if (existsSync(part)) renameSync(part, archive);
  rmSync(folder, { recursive: true, force: true });
};
