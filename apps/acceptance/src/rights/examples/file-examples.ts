import type { ApiClient } from '../../harness/api-client.js';
import type { Catalogue } from '../example.js';
import type { Ground } from '../ground.js';

const media = 'application/octet-stream';

/** Brings a text as a file; answers what evidence names it by. */
export const uploaded = async (by: ApiClient, text: string): Promise<string> => {
  const { status, body } = await by.send('POST', '/api/files?filename=minutes.txt', {
    body: text,
    headers: { 'content-type': media },
  });
  if (status !== 201) throw new Error(`POST /api/files answered ${status}: ${JSON.stringify(body)}`);
  return String(body['id']);
};

/** A file that a milestone was reached with. */
const ofInitiative = async (ground: Ground): Promise<string> => {
  const file = await uploaded(ground.lead, `minutes of ${ground.id}`);
  await ground.initiative();
  await ground.milestone();
  await ground.give('milestones/m/reach', { on: '2026-03-02', evidence: [{ title: 'Minutes', file }] });
  await ground.close();
  return file;
};

/** A file that a commitment of a partner was reported with, by that partner's people. */
const ofCommitment = async (ground: Ground): Promise<string> => {
  await ground.initiative();
  const commitment = await ground.commitment('government', 'partner-to-government');
  const by = ground.ofPartner;
  await by.accept(`/api/commitments/${commitment}/accept`, { on: '2026-03-02' });
  const file = await uploaded(by, `minutes of ${commitment}`);
  const evidence = [{ title: 'Minutes', file }];
  await by.accept(`/api/commitments/${commitment}/report`, { on: '2026-03-08', evidence });
  return file;
};

/** Evidence files: nobody who is looked at brings one that is read. */
export const fileExamples: Catalogue = {
  'POST /api/files': async ({ id }) => ({ raw: { media, text: `letter of ${id}` } }),
  'GET /api/files/{id}': async (ground) => {
    const id = await (ground.isPartner ? ofCommitment(ground) : ofInitiative(ground));
    return { path: { id }, names: [id] };
  },
};
