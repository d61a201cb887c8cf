import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const variable = 'MASAR_TEST_RUN';

/**
 * A folder for one run of tests, known to every process of it by the environment: servers that are asked for are written
 * down there, so that all spec files share one of each. Made by whoever asks first; empty until a server is needed.
 */
export const runFolder = () => (process.env[variable] ??= mkdtempSync(join(tmpdir(), `masar-run-${process.pid}-`)));

/** Process whose end is the end of the run: whoever made the folder. */
export const runOwner = (folder) => Number(/masar-run-(\d+)-/.exec(folder)?.[1] ?? process.pid);
