import { openEventStore } from '../open.js';
import { sampleAppend } from './sample-events.js';

/*
 * A process to be killed: appends without end on so many streams at once and prints `<stream>@<version>` for everything
 * that was acknowledged, after it was. Continues where the store stands.
 */
const [url, streams = '8'] = process.argv.slice(2);
const store = await openEventStore(url!);

const appendForEver = async (stream: `${string}/${string}`): Promise<void> => {
  for (let version = (await store.head(stream))?.version ?? 0; ;) {
    const facts = 1 + (version % 3);
    const result = await store.append(sampleAppend(stream, version, `c-${version}`, { facts }));
    if (result.outcome !== 'committed') throw new Error(`${stream}@${version}: ${result.outcome}`);
    version += facts;
    process.stdout.write(`${stream}@${version}\n`);
  }
};

await Promise.all(Array.from({ length: Number(streams) }, (_, index) => appendForEver(`projects/P-${index}`)));
