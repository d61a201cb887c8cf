import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { classesOf, jarsOf } from '../java.mjs';

const beside = (file) => fileURLToPath(new URL(file, import.meta.url));
const patienceMs = 60_000;

/** Fetches and compiles what the stand-in needs, once; answers where it is. */
export const installStandIn = () => {
  const jars = jarsOf('mongo', beside('./pom.xml'));
  return { jars, classes: classesOf('mongo', beside('./MongoStandIn.java'), jars) };
};

const readyLine = (child) =>
  new Promise((resolve, reject) => {
    const faults = [];
    const timer = setTimeout(() => reject(new Error('the MongoDB stand-in was not ready in time')), patienceMs);
    child.stderr.on('data', (chunk) => faults.push(String(chunk)));
    child.once('exit', (code) =>
      reject(new Error(`the MongoDB stand-in ended (${code}): ${faults.join('').slice(-2000)}`)),
    );
    createInterface({ input: child.stdout }).once('line', (line) => {
      clearTimeout(timer);
      resolve(line.replace(/^READY /, ''));
    });
  });

/**
 * Starts a stand-in of its own: in memory, or over a file whose writes are committed before they are answered. It ends by
 * `stop`, and with this process. `signal` 'SIGKILL' is a crash; the same file and port again is the restart after it.
 * @param {{ port?: number, file?: string, fsync?: boolean, heap?: string }} [options]
 * @returns {Promise<{ url: string, pid: number, stop(signal?: NodeJS.Signals): Promise<void> }>}
 */
export const startStandIn = async ({ port = 0, file, fsync = false, heap = '384m' } = {}) => {
  const { jars, classes } = installStandIn();
  const machine = [`-Xmx${heap}`, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto'];
  const where = [...(file === undefined ? [] : ['--file', file]), ...(fsync ? ['--fsync'] : [])];
  const path = [join(jars, '*'), classes].join(process.platform === 'win32' ? ';' : ':');
  const child = spawn('java', [...machine, '-cp', path, 'MongoStandIn', '--port', String(port), ...where], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = await readyLine(child);
  const stop = async (signal = 'SIGTERM') => {
    child.kill(signal);
    await ended;
  };
  return { url, pid: child.pid, stop };
};
