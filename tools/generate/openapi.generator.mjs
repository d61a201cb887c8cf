import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@masar/nest-kit';
import { openStandalone } from '@masar/services';
import { writeOrCompare } from './write-or-compare.mjs';

/** The interface as OpenAPI: what the whole system answers at /api/openapi.json, asked without listening and over an empty folder. */
const folder = mkdtempSync(join(tmpdir(), 'masar-openapi-'));
const settings = readSettings({
  MASAR_DATA: folder,
  MASAR_SEAL_KEY: join(folder, 'seal.key'),
  MASAR_ADMIN_PASSWORD: 'never used: nobody signs in',
  MASAR_LOG: 'silent',
});
try {
  const { host } = await openStandalone(settings);
  const answer = await host.app.inject({ method: 'GET', url: '/api/openapi.json' });
  await host.stop();
  if (answer.statusCode !== 200) throw new Error(`/api/openapi.json answered ${answer.statusCode}: ${answer.body}`);
  await writeOrCompare('docs/reference/openapi.json', `${JSON.stringify(answer.json(), null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
