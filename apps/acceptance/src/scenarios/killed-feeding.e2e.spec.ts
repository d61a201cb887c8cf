import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { oneOf } from '../harness/shown.js';
import { registerEntities, timelineOf, useStandalone } from '../harness/system-for-specs.js';
import { until } from '../harness/until.js';

const { api, system } = useStandalone({ now: '2026-05-11T08:00:00.000Z' });

const title = { en: 'Sites' };
const evidence = [{ title: 'Handover', url: 'https://documents.example.com/handover' }];
/** Milliseconds between the confirmation's answer, or its being sent, and the kill. */
const rounds = [
  ['as soon as it is answered', 'answered', 0],
  ['a moment after it is answered', 'answered', 3],
  ['while it is on its way', 'sent', 2],
  ['a little later on its way', 'sent', 6],
] as const;

beforeAll(async () => {
  await registerEntities(api(), ['education']);
  await api().accept('/api/partners', { id: 'nile', name: { en: 'Nile' } });
  await api().accept('/api/projects', { id: 'P-1', title, owner: 'education', startedOn: '2026-02-01' });
});

describe('a process that is killed between a confirmation and the reach it entails', () => {
  it.each(rounds)(
    '%s: the next one sends it, once',
    async (name, when, milliseconds) => {
      const id = name.replaceAll(' ', '-');
      await api().accept('/api/projects/P-1/milestones', { id, title, target: '2026-05-01' });
      const offer = { id, direction: 'partner-to-government', title, initiative: 'projects/P-1', milestone: id };
      await api().accept('/api/partners/nile/commitments', { ...offer, dueOn: '2026-04-01', on: '2026-03-01' });
      await api().accept(`/api/commitments/${id}/accept`, { on: '2026-03-04' });
      await api().accept(`/api/commitments/${id}/report`, { on: '2026-04-08', evidence });

      const key = { 'idempotency-key': `confirm-${id}` };
      const confirming = api()
        .accept(`/api/commitments/${id}/confirm`, { on: '2026-05-11' }, key)
        .catch(() => undefined);
      if (when === 'answered') await confirming;
      await pause(milliseconds);
      await system().kill9();
      await confirming;
      await system().restart();
      // Whoever had no answer sends it again.
      await api().accept(`/api/commitments/${id}/confirm`, { on: '2026-05-11' }, key);

      await until('the initiative was told', async () => 'fed' in (await api().json(`/api/commitments/${id}`)));
      expect((await api().json(`/api/commitments/${id}`))['fed']).toEqual({ outcome: 'reached' });
      const events = await api().all('/api/projects/P-1/events');
      const reached = events.filter(
        ({ type, data }) => String(type) === 'milestone.reached.v1' && String(data?.['milestone']) === id,
      );
      expect(reached).toHaveLength(1);
      const timeline = await timelineOf(api(), 'projects/P-1');
      expect(oneOf(timeline['milestones'], 'id', id)).toMatchObject({ actual: '2026-05-11' });
    },
    120_000,
  );
});
