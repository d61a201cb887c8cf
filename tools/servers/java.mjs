import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is fetched or compiled once, outside the tracked files. */
export const serverCache = fileURLToPath(new URL('../../node_modules/.cache/masar-servers', import.meta.url));

const answers = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Whether the servers that need no Docker can run here: a Java development kit of 17 or newer, and Maven. */
export const hasJava = () => {
  if (!answers('mvn', '-v') || !answers('javac', '-version')) return false;
  const { stdout, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(`${stdout}${stderr}`)?.[1] ?? 0) >= 17;
};

const run = (command, args) => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed: ${`${stdout}${stderr}`.trim().slice(-2000)}`);
};

/**
 * A folder of the cache named by what it is made of, made when it is not there: two that make it at once both end with the
 * one that was there first.
 */
const made = (name, source, make) => {
  const digest = createHash('sha256').update(source).digest('hex').slice(0, 12);
  const folder = join(serverCache, `${name}-${digest}`);
  if (existsSync(folder)) return folder;
  mkdirSync(serverCache, { recursive: true });
  const part = mkdtempSync(join(serverCache, `${name}-part-`));
  try {
    make(part);
    renameSync(part, folder);
  } catch (fault) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(folder)) throw fault;
  }
  return folder;
};

/** The jars a `pom.xml` names, with all they need. */
export const jarsOf = (name, pom) =>
  made(`${name}-jars`, readFileSync(pom), (folder) =>
    run('mvn', [
      ...['-B', '-q', '-ntp', '-f', pom, 'dependency:copy-dependencies'],
      ...['-DincludeScope=runtime', `-DoutputDirectory=${folder}`],
    ]),
  );

/** One source file compiled against jars. */
export const classesOf = (name, source, jars) =>
  made(`${name}-classes`, `${jars}\n${readFileSync(source, 'utf8')}`, (folder) =>
    run('javac', ['-nowarn', '-cp', join(jars, '*'), '-d', folder, source]),
  );
