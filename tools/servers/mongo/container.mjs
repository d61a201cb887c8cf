import { hasDocker } from '../docker.mjs';

const image = 'mongo:8.0.16';

/** A real MongoDB (a replica set of one) in a container; undefined where no Docker daemon answers. */
export const startContainer = async () => {
  if (!(await hasDocker())) return undefined;
  const { MongoDBContainer } = await import('@testcontainers/mongodb');
  const container = await new MongoDBContainer(image).start();
  return {
    url: `${container.getConnectionString()}/?directConnection=true`,
    image,
    stop: () => container.stop().then(() => undefined),
  };
};
