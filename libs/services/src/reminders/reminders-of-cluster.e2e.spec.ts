import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kafkaForTests, mongoForTests } from '@masar/testing';
import { RunningCluster, type RunningService } from '../hosting/testing/running-cluster.js';
import { roundsPassed } from './testing/rounds.js';
import { openPostOffice, type PostOffice } from './testing/post-office.js';

const [kafka, mongo] = [await kafkaForTests(), await mongoForTests()];
const whenThere = kafka.url === undefined || mongo.url === undefined ? describe.skip : describe;
const password = 'seven quiet rivers bend';

const within = async (holds: () => Promise<boolean>, what: string): Promise<void> => {
  for (const end = Date.now() + 60_000; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 100)))
    if (Date.now() > end) throw new Error(`not within a minute: ${what}`);
};

whenThere('what waits, in a cluster', () => {
  let office: PostOffice;
  let cluster: RunningCluster;
  let registry: RunningService;
  let projects: RunningService;
  const as = (token: string) => ({ authorization: `Bearer ${token}` });

  const joined = async (user: string, standing: object): Promise<string> => {
    const body = { user, name: { en: user }, ...standing };
    const invited = (await cluster.send(registry, 'POST', '/api/people', body)).body;
    await cluster.send(registry, 'POST', `/api/invitations/${invited.invitation.token}`, { password });
    return (await cluster.send(registry, 'POST', '/api/session', { user, password })).body.token;
  };

  beforeAll(async () => {
    office = await openPostOffice();
    cluster = new RunningCluster(mongo.url!, kafka.url!, {
      MASAR_TODAY: '2026-03-04',
      MASAR_ALLOW_TODAY: '1',
      MASAR_SMTP: office.url,
      MASAR_MAIL_FROM: 'masar@example.org',
    });
    registry = await cluster.begin();
    projects = await cluster.start('projects');
    await Promise.all([registry, projects].map((service) => cluster.ready(service)));
  }, 120_000);
  afterAll(async () => {
    await cluster.end();
    await office.close();
  });

  it('is read at any instance of reporting, and of two instances one writes to each person, once', async () => {
    await cluster.send(registry, 'POST', '/api/entities', { id: 'works', name: { en: 'Works' }, jurisdiction: 'EG' });
    const lead = await joined('layla', { roles: ['lead', 'member'], entity: 'works', mail: 'layla@example.org' });
    const reviewers = await Promise.all(
      ['rami', 'reem', 'huda'].map((user) => joined(user, { roles: ['reviewer'], mail: `${user}@example.org` })),
    );
    const project = { id: 'P-1', title: { en: 'Bridges' }, owner: 'works', startedOn: '2026-02-01' };
    await within(
      async () => (await cluster.send(projects, 'POST', '/api/projects', project, as(lead))).status < 300,
      'the lead registers',
    );
    const asked = { on: '2026-03-03', until: '2026-03-20', reason: 'flood', steps: 'pump' };
    expect((await cluster.send(projects, 'POST', '/api/projects/P-1/pauses', asked, as(lead))).status).toBe(201);
    const note = { text: 'Which bridge?', to: 'layla' };
    expect((await cluster.send(projects, 'POST', '/api/projects/P-1/notes', note, as(reviewers[0]!))).status).toBe(201);
    await projects.stop();

    const reporting = [await cluster.start('reporting'), await cluster.start('reporting')];
    for (const instance of reporting) {
      await cluster.ready(instance);
      const read = async (token: string) =>
        (await cluster.send(instance, 'GET', '/api/inbox', undefined, as(token))).body;
      await within(async () => (await read(reviewers[1]!)).total === 1, 'the reviewer reads what waits');
      expect((await read(reviewers[1]!)).items).toMatchObject([{ what: 'pause', by: 'layla' }]);
      expect((await read(lead)).items).toMatchObject([{ what: 'question', to: 'layla', by: 'rami' }]);
    }
    // A digest for each of the four, and a notice for the lead.
    await within(async () => office.letters.length >= 5, 'everybody is written to');
    const metricsOf = (instance: RunningService) => async () =>
      String((await cluster.send(instance, 'GET', '/metrics')).body);
    await Promise.all(reporting.map((instance) => roundsPassed(1, metricsOf(instance))));
    expect(office.letters.map(({ to }) => to.join()).sort()).toEqual(
      ['huda', 'layla', 'layla', 'rami', 'reem'].map((user) => `${user}@example.org`),
    );
  }, 240_000);
});
