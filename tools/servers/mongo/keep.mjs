import { hasJava } from '../java.mjs';
import { startContainer } from './container.mjs';
import { startStandIn } from './stand-in.mjs';

/** A MongoDB for a run of tests: a real one in a container, else the stand-in, else none. */
export const keep = async () => {
  const container = await startContainer();
  if (container !== undefined)
    return { url: container.url, how: `a real one in a container (${container.image})`, stop: container.stop };
  if (!hasJava())
    return { how: 'none: MONGO_URL is not set, no Docker daemon answers, and java 17 with mvn is not there' };
  const { url, stop } = await startStandIn();
  return { url, how: 'the stand-in, a re-implementation of the protocol and not MongoDB', stop };
};
