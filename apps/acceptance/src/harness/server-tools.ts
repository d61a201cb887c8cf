import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { workspaceRoot } from './bundled-apps.js';

/** A module of `tools/servers`: what starts servers lies there for everybody, and is no package. */
export const tool = async <T>(file: string): Promise<T> =>
  (await import(pathToFileURL(join(workspaceRoot(), 'tools/servers', file)).href)) as T;

/** A port of this machine nobody listens on. */
export const freePort = async (): Promise<number> =>
  (await tool<{ freePort(): Promise<number> }>('free-port.mjs')).freePort();
