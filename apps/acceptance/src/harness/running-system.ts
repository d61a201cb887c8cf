import type { ApiClient } from './api-client.js';
import type { HttpTarget } from './http-target.js';

/** A whole Masar that is running, in one process or in many: what a scenario needs of it. */
export interface RunningSystem {
  /** Signed in as the administrator. */
  readonly client: ApiClient;
  /** Where everybody asks: the process itself, or the proxy before many. */
  readonly url: string;
  /** Where each process answers for itself alone: its health and its figures. */
  readonly processes: readonly string[];
  /** Moves the clock of every process. */
  setNow(instant: string): void;
  target(): HttpTarget;
  /** Asks every process to stop and waits until it has. */
  stop(): Promise<unknown>;
  /** Starts everything again over what it held, and signs in anew. */
  restart(): Promise<void>;
  /** Builds every document of reporting anew, as an operator would; rejects when that fails. */
  rebuild(): Promise<void>;
  /** Ends everything it started and deletes what it wrote. */
  remove(): Promise<void>;
}
