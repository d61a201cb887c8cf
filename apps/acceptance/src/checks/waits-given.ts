import type { ApiClient } from '../harness/api-client.js';

/** A command of a check, and what it was answered. */
export interface Given {
  readonly key: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
  answer?: string;
}

/** Every kind in turn, projects as often as the others together. */
const kinds = ['projects', 'laws', 'projects', 'policies'] as const;
const registered = { projects: {}, laws: { jurisdiction: 'EG', instrument: 'law' }, policies: {} };
const kindOf = (n: number) => kinds[n % kinds.length]!;

/** The stream of the initiative number `n`. */
export const streamOf = (n: number): string => `${kindOf(n)}/p-${n}`;

/** Commands of one initiative: waits, each with a note of its own, so that each can be found again. */
export const waitsOf = (initiative: number, from: number, count: number): Given[] =>
  Array.from({ length: count }, (_, index) => {
    const n = from + index;
    const since = `2026-02-${String(1 + (n % 25)).padStart(2, '0')}`;
    const body = { party: 'entity:finance', reason: 'busy', since, note: `n-${n}` };
    return { key: `k-${initiative}-${n}`, path: `/api/${streamOf(initiative)}/waits`, body };
  });

export const registerInitiatives = async (client: ApiClient, count: number): Promise<void> => {
  for (const id of ['education', 'finance'])
    await client.accept('/api/entities', { id, name: { en: id }, jurisdiction: 'EG' });
  for (let n = 0; n < count; n += 1) {
    const id = `p-${n}`;
    const body = { id, title: { en: id }, owner: 'education', startedOn: '2026-01-04', ...registered[kindOf(n)] };
    await client.accept(`/api/${kindOf(n)}`, body, { 'idempotency-key': `register-${n}` });
  }
};

/** What was acknowledged is there once, in order, and nothing is there twice. */
export const faultsOf = async (client: ApiClient, given: readonly (readonly Given[])[]): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const [initiative, commands] of given.entries()) {
    const id = streamOf(initiative);
    const events = await client.all(`/api/${id}/events`);
    events.forEach((event, index) => {
      if (Number(event['version']) !== index + 1)
        faults.push(`${id}: version ${String(event['version'])} at place ${index + 1}`);
    });
    const notes = events.map((event) => (event['data'] as Record<string, unknown>)['note']);
    if (new Set(notes.filter(Boolean)).size !== notes.filter(Boolean).length) faults.push(`${id}: recorded twice`);
    for (const command of commands) {
      if (command.answer === undefined) continue;
      const { version } = JSON.parse(command.answer) as { version: number };
      if (notes[version - 1] !== command.body['note'])
        faults.push(`${id}: ${command.key} acknowledged as ${version} is not there`);
    }
  }
  return faults;
};

/** The timeline of each initiative as text, once reporting has all of it. */
export const timelinesOf = async (client: ApiClient, count: number, waitMs = 10_000): Promise<readonly string[]> => {
  const texts: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const stream = streamOf(n);
    const { version } = await client.json(`/api/${stream}`);
    texts.push(await client.text(`/api/timelines/${stream}?atLeast=${stream}@${String(version)}&waitMs=${waitMs}`));
  }
  return texts;
};

/** Keeps an answer; throws when the same command was answered otherwise before. */
export const answered = (command: Given, text: string): void => {
  if (command.answer !== undefined && command.answer !== text)
    throw new Error(`${command.key} answered ${command.answer}, then ${text}`);
  command.answer = text;
};
