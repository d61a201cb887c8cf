import { readFileSync } from 'node:fs';
import type { ApiClient } from '../harness/api-client.js';
import type { Shown } from '../harness/shown.js';
import type { Answer } from '../harness/target.js';

export interface ImportQuestion {
  readonly profile: string;
  readonly asOf?: string;
  readonly dryRun?: boolean;
  readonly filename: string;
}

/** Sends bytes to `POST /api/imports`. */
export const importBytes = (
  api: ApiClient,
  bytes: Uint8Array<ArrayBuffer>,
  question: ImportQuestion,
): Promise<Answer> => {
  const query = new URLSearchParams({ profile: question.profile, filename: question.filename });
  if (question.asOf !== undefined) query.set('asOf', question.asOf);
  if (question.dryRun) query.set('dryRun', 'true');
  return api.send('POST', `/api/imports?${query.toString()}`, {
    body: bytes,
    headers: { 'content-type': 'application/octet-stream' },
  });
};

/** Imports a file that must be taken; answers the counts. */
export const importFile = async (
  api: ApiClient,
  file: string,
  question: Omit<ImportQuestion, 'filename'>,
): Promise<Shown> => {
  const answer = await importBytes(api, new Uint8Array(readFileSync(file)), {
    ...question,
    filename: file.split('/').at(-1) ?? file,
  });
  if (answer.status >= 300)
    throw new Error(`${file} answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, 2000)}`);
  return answer.body;
};

/** Waits until reporting has every initiative of a kind as its own service has it. */
export const levelWithLog = async (api: ApiClient, kind: 'projects' | 'laws' | 'policies'): Promise<void> => {
  const positions = (await api.all(`/api/${kind}`)).map((one) => [String(one['id']), String(one['position'])] as const);
  for (let at = 0; at < positions.length; at += 20) {
    await Promise.all(
      positions.slice(at, at + 20).map(async ([id, position]) => {
        const path = `/api/timelines/${kind}/${id}?atLeast=${encodeURIComponent(position)}&waitMs=30000`;
        const answer = await api.get(path);
        if (answer.status !== 200 || answer.headers['x-behind'] !== undefined)
          throw new Error(`${path} answered ${answer.status}, behind ${String(answer.headers['x-behind'])}`);
      }),
    );
  }
};
