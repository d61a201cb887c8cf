import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { root } from '../../run/bundled.mjs';

const script = fileURLToPath(new URL('./ceilings-run.mjs', import.meta.url));
const answerOf = (child) =>
  new Promise((resolve, reject) => {
    const ended = (code) => reject(new Error(`the drivers' ceilings ended (${code})`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.removeListener('exit', ended);
      resolve(message);
    });
  });

/** The drivers alone, in a process of their own, over the servers and a commit of a cluster. */
export const startCeilings = async (truth, kafka) => {
  const child = fork(script, [truth, kafka], {
    cwd: root,
    execArgv: [
      '--conditions=@masar/source',
      '--import',
      './tools/run/sources.mjs',
      '--disable-warning=TimeoutNegativeWarning',
    ],
  });
  await answerOf(child);
  const measure = async (kind, clients, seconds) => {
    child.send({ kind, clients, seconds });
    return (await answerOf(child)).perSecond;
  };
  return {
    /** Inserts of a commit a second. */
    inserts: (clients, seconds) => measure('inserts', clients, seconds),
    /** Records a second, through our collector. */
    records: (clients, seconds) => measure('records', clients, seconds),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.disconnect();
      }),
  };
};
