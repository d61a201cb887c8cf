import type { ApiClient } from '../harness/api-client.js';
import type { Ground } from './ground.js';

/** A request that would be accepted, were the right there. */
export interface Example {
  /** Values of the names between braces in the path. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** JSON, unless `raw` says otherwise. */
  readonly body?: unknown;
  readonly raw?: { readonly media: string; readonly text: string };
  /** Another session, or another person of the same standing, where asking ends one. */
  readonly as?: ApiClient;
  /** The code of a rule that stands behind the right and lets nobody pass: then to meet it is to have had the right. */
  readonly meets?: string;
  /** Names in the request that were found, not made: put something else in their place and there is nothing. */
  readonly names?: readonly string[];
}

export type Preparing = (ground: Ground) => Promise<Example>;

/** Examples by the name of their route. */
export type Catalogue = Readonly<Record<string, Preparing>>;
