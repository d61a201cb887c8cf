import { runFolder } from '../servers/run-folder.mjs';

/** Makes the folder in which workers find the servers of this run; starts none. */
export default function beginRun() {
  runFolder();
}
