import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { formatStorage, installBroker, spawnBroker } from './machine.mjs';
import { freePort } from '../free-port.mjs';
import { brokerProperties } from './properties.mjs';

const patienceMs = 120_000;

const accepts = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

const ready = async (child, log, port) => {
  const faults = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => faults.push(String(chunk)));
  for (const end = Date.now() + patienceMs; Date.now() < end; await pause(50)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the broker ended: ${faults.join('').slice(-2000)}`);
    if (existsSync(log) && readFileSync(log, 'utf8').includes('Kafka Server started') && (await accepts(port))) return;
  }
  child.kill('SIGKILL');
  throw new Error(`the broker was not ready within ${patienceMs / 1000} s, see ${log}`);
};

const start = async ({ directory, port, secure, measured, archive }) => {
  const place = { port: port || (await freePort()), controllerPort: await freePort(), data: join(directory, 'data') };
  const properties = join(directory, 'server.properties');
  const log = join(directory, 'broker.log');
  const guarded = secure && { ...secure, port: secure.port || (await freePort()) };
  mkdirSync(directory, { recursive: true });
  writeFileSync(properties, brokerProperties({ ...place, secure: guarded }));
  if (!existsSync(join(place.data, 'meta.properties'))) formatStorage({ log, properties, users: secure?.users });
  // Read anew: an earlier start said the same words.
  rmSync(log, { force: true });
  const child = spawnBroker({ log, properties, measured, archive });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const killed = () => child.kill('SIGKILL');
  process.once('exit', killed);
  await ready(child, log, place.port);
  const stop = async (signal = 'SIGTERM') => {
    child.kill(signal);
    await ended;
    process.removeListener('exit', killed);
  };
  return { port: place.port, securePort: guarded?.port, pid: child.pid, directory, stop };
};

/**
 * Starts a real Kafka of one node on 127.0.0.1: java 17 and jars, no Docker. It ends by `stop`, and with this process.
 * `directory` and `port` of an earlier one start it again with what it held; without a directory it has one of its own,
 * removed when it is stopped. `stop('SIGKILL')` is a crash. `secure` adds a listener with TLS and SASL (PLAIN, SCRAM):
 * `keyStore` is a PEM file with key and certificate, `users` are passwords by name.
 * @param {{ directory?: string, port?: number, measured?: boolean, secure?: { keyStore: string, users: Record<string, string>, port?: number } }} [options]
 * @returns {Promise<{ url: string, port: number, secureAddress?: string, securePort?: number, pid: number, directory: string, stop(signal?: NodeJS.Signals): Promise<void> }>}
 */
export const startBroker = async ({ directory, ...options } = {}) => {
  await installBroker(async (told) => (await start(told)).stop());
  const folder = directory ?? mkdtempSync(join(tmpdir(), 'masar-kafka-'));
  const broker = await start({ ...options, directory: folder });
  return {
    ...broker,
    url: `kafka://127.0.0.1:${broker.port}`,
    ...(broker.securePort ? { secureAddress: `127.0.0.1:${broker.securePort}` } : {}),
    stop: async (signal) => {
      await broker.stop(signal);
      if (directory === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
};
