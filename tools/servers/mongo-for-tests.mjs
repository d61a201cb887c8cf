import { sharedServer } from './shared-server.mjs';

/**
 * The MongoDB of this run of tests: the one `MONGO_URL` names, else a real one in a container, else the stand-in, else none
 * (`url` is absent). Says once, in one line, which it is.
 */
export const mongoForTests = () => {
  const { MONGO_URL: url } = process.env;
  return sharedServer('mongo', 'MongoDB', url ? { url, variable: 'MONGO_URL' } : undefined);
};
