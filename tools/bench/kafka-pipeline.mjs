import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { root } from '../run/bundled.mjs';
import { hasJava } from '../servers/java.mjs';
import { startBroker } from '../servers/kafka/broker.mjs';

const script = fileURLToPath(new URL('./kafka-run.mjs', import.meta.url));
const eventsOfRound = 20_000;
const rounds = 3;

/** Our sources run as they are; the figures are of the process alone, the broker's work is not in them. */
const run = (url) =>
  new Promise((resolve, reject) => {
    const options = [
      '--conditions=@masar/source',
      '--import',
      './tools/run/sources.mjs',
      '--disable-warning=TimeoutNegativeWarning',
    ];
    const child = spawn(process.execPath, [...options, script, url, String(eventsOfRound), String(rounds)], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const out = [];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.once('close', (code) =>
      code === 0
        ? resolve(JSON.parse(Buffer.concat(out).toString()))
        : reject(new Error(`the Kafka figures ended (${code})`)),
    );
  });

/** Relay → topic → consumer as a share of the driver with the same collector, on one broker in one run. */
export const benchKafka = async () => {
  const given = process.env.KAFKA_URL;
  if (!given && !hasJava()) {
    console.log('\nKAFKA_URL is not set, and java 17 with mvn is not there: NO FIGURES OF KAFKA');
    return [];
  }
  const broker = given ? { url: given, stop: async () => undefined } : await startBroker({ measured: true });
  try {
    const { raw, pipeline, kept, alone } = await run(broker.url);
    const row = (name, { perSecond, cpuMicroseconds }) => ({
      '': name,
      'events/s': Math.round(perSecond),
      'share of raw': `${Math.round((100 * perSecond) / raw.perSecond)} %`,
      'CPU µs an event': Math.round(cpuMicroseconds),
    });
    return [
      {
        title: `Kafka: a burst of ${eventsOfRound} events of about 1 KB, in one process, middle of ${rounds}`,
        rows: [
          row('driver with our collector, ready-made records', raw),
          row('relay → topic → consumer', pipeline),
          row('relay → topic → consumer → history in SQLite', kept),
        ],
      },
      {
        title: 'Kafka: from commit to fold, one event at a time',
        rows: [{ 'p50 ms': alone.p50, 'p99 ms': alone.p99 }],
      },
    ];
  } finally {
    await broker.stop();
  }
};
