import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../harness/api-client.js';
import type { Answer } from '../harness/target.js';
import { registerEntities, useSystem } from '../harness/system-for-specs.js';
import { joined, passwordOfCast } from '../rights/cast.js';

const { api } = useSystem({ now: '2026-03-11T08:00:00.000Z' });
const rounds = 12;
const evidence = [{ title: 'Handover', url: 'https://documents.example.com/1' }];
const title = { en: 'Work' };

let lead: ApiClient;
let leadElsewhere: ApiClient;
let first: ApiClient;
let second: ApiClient;
let firstElsewhere: ApiClient;
let worker: ApiClient;
let ofParty: ApiClient;
let ofNile: ApiClient;

beforeAll(async () => {
  await registerEntities(api(), ['education', 'land']);
  await api().accept('/api/partners', { id: 'nile', name: { en: 'nile' }, on: '2026-02-01' });
  lead = await joined(api(), 'layla', { roles: ['lead', 'member', 'reviewer'], entity: 'education' });
  leadElsewhere = await api().signIn('layla', passwordOfCast);
  first = await joined(api(), 'rami', { roles: ['reviewer'] });
  firstElsewhere = await api().signIn('rami', passwordOfCast);
  second = await joined(api(), 'hoda', { roles: ['reviewer'] });
  worker = await joined(api(), 'sami', { roles: ['member'], entity: 'education' });
  // Nobody who speaks for it, so that a reviewer may contest in its name.
  ofParty = await joined(api(), 'adel', { roles: ['reviewer'], entity: 'land' });
  ofNile = await joined(api(), 'nadia', { roles: ['partner'], partner: 'nile' });
}, 120_000);

let made = 0;
const project = async (): Promise<string> => {
  const id = `race-${(made += 1)}`;
  await lead.accept('/api/projects', { id, title, owner: 'education', startedOn: '2026-02-01' });
  await lead.accept(`/api/projects/${id}/milestones`, { id: 'm', title, target: '2026-05-03', party: 'entity:land' });
  return `/api/projects/${id}`;
};

/** All at once; which of them were done, by their place. */
const race = async (...asks: readonly (() => Promise<Answer>)[]): Promise<readonly number[]> => {
  const answers = await Promise.all(asks.map((ask) => ask()));
  for (const { status, body } of answers) if (status >= 500) throw new Error(JSON.stringify(body));
  return answers.flatMap(({ status }, at) => (status < 300 ? [at] : []));
};

const eventsOf = async (path: string, type: string) =>
  (await lead.all(`${path}/events`)).filter((event) => String(event['type']).startsWith(type));

describe('four eyes under races', () => {
  it('a request decided by two at once is decided once; its asker decides it in no session', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const path = await project();
      const changes = `${path}/milestones/m/target-changes`;
      // A reviewer without entity asks for nothing here: the asker is of the team, and a reviewer by membership.
      await lead.accept(changes, { id: 'c', to: '2026-06-07', reason: 'late' });
      const done = await race(
        () => lead.post(`${changes}/c/approve`, {}),
        () => leadElsewhere.post(`${changes}/c/approve`, {}),
        () => first.post(`${changes}/c/approve`, {}),
        () => second.post(`${changes}/c/reject`, { reason: 'no' }),
        () => leadElsewhere.post(`${changes}/c/reject`, {}),
      );
      expect(done).toHaveLength(1);
      expect([2, 3]).toContain(done[0]);
      const [decided] = await eventsOf(path, 'milestone.target-change-decided');
      expect(['rami', 'hoda']).toContain(String(decided?.['actor']));
      expect(await eventsOf(path, 'milestone.target-change-decided')).toHaveLength(1);
    }
  });

  it('a milestone reached and confirmed at once is confirmed by nobody who reported it, and once', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const path = await project();
      const at = `${path}/milestones/m`;
      const confirm = (by: ApiClient) => () => by.post(`${at}/confirm`, { evidence });
      const done = await race(
        () => worker.post(`${at}/reach`, { evidence }),
        confirm(worker),
        () => lead.post(`${at}/reach`, { evidence }),
        confirm(lead),
        confirm(leadElsewhere),
        confirm(ofParty),
        confirm(first),
        confirm(firstElsewhere),
        confirm(second),
      );
      expect(done).not.toContain(5);
      const [reached, ...again] = await eventsOf(path, 'milestone.reached');
      expect(again).toEqual([]);
      // Where all of them came before it was reached, somebody who may confirms it now: then too it is confirmed once.
      await second.post(`${at}/confirm`, { evidence });
      const confirmed = await eventsOf(path, 'milestone.confirmed');
      expect(confirmed).toHaveLength(1);
      expect(String(confirmed[0]?.['actor'])).not.toBe(String(reached?.['actor']));
    }
  });

  it('a pause asked for and granted at once is granted by nobody who asked, in neither of two sessions', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const path = await project();
      const pause = { id: 'p', on: '2026-03-11', until: '2026-03-31', reason: 'flood', steps: 'pump' };
      const grant = (by: ApiClient) => () => by.post(`${path}/pauses/p/grant`, {});
      const done = await race(
        () => lead.post(`${path}/pauses`, pause),
        grant(lead),
        grant(leadElsewhere),
        grant(first),
        grant(second),
        grant(firstElsewhere),
      );
      expect(done).toContain(0);
      expect(done).not.toContain(1);
      expect(done).not.toContain(2);
      await grant(second)();
      const decided = await eventsOf(path, 'pause.decided');
      expect(decided).toHaveLength(1);
      expect(['rami', 'hoda']).toContain(String(decided[0]?.['actor']));
    }
  });

  it('a contest is decided once, by nobody of the contested party, and never by who contests', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const path = await project();
      await lead.accept(`${path}/waits`, { id: 'w', party: 'entity:land', reason: 'busy', since: '2026-02-10' });
      const contest = { id: 'x', party: 'entity:land', from: '2026-02-10', to: '2026-02-16', reason: 'not ours' };
      await first.accept(`${path}/contests`, contest);
      const dismiss = (by: ApiClient) => () => by.post(`${path}/contests/x/dismiss`, { reason: 'no' });
      const done = await race(
        dismiss(first),
        dismiss(firstElsewhere),
        dismiss(ofParty),
        dismiss(lead),
        dismiss(second),
      );
      expect(done).toEqual([4]);
    }
  });

  it('a commitment reported and confirmed at once is confirmed by nobody who reported it, and once', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const path = await project();
      const id = `race-c-${made}`;
      const offer = {
        id,
        direction: 'government-to-partner',
        title,
        initiative: path.slice(5),
        dueOn: '2026-04-01',
        on: '2026-03-01',
      };
      await lead.accept('/api/partners/nile/commitments', offer);
      await ofNile.accept(`/api/commitments/${id}/accept`, { on: '2026-03-02' });
      const at = `/api/commitments/${id}`;
      const done = await race(
        () => lead.post(`${at}/report`, { evidence }),
        () => worker.post(`${at}/report`, { evidence }),
        () => lead.post(`${at}/confirm`, {}),
        () => worker.post(`${at}/confirm`, {}),
        () => ofNile.post(`${at}/confirm`, {}),
        () => ofNile.post(`${at}/return`, { reason: 'no' }),
      );
      expect(done).not.toContain(2);
      expect(done).not.toContain(3);
      const decided = done.filter((one) => one > 3);
      expect(decided.length).toBeLessThanOrEqual(1);
      if (decided.length === 0) await ofNile.accept(`${at}/confirm`, {});
      const steps = ['commitment.confirmed', 'commitment.returned'].map((step) => eventsOf(at, step));
      expect((await Promise.all(steps)).flat().map(({ actor }) => actor)).toEqual(['nadia']);
    }
  });

  it('two administrators who take each other’s rights leave one', async () => {
    const [one, two] = [
      await joined(api(), 'one', { roles: ['administrator'] }),
      await joined(api(), 'two', { roles: ['administrator'] }),
    ];
    await one.accept('/api/people/admin/roles', { roles: ['auditor'], reason: 'race' });
    const done = await race(
      () => one.post('/api/people/two/disable', { reason: 'race' }),
      () => two.post('/api/people/one/disable', { reason: 'race' }),
    );
    expect(done).toHaveLength(1);
  });
});
