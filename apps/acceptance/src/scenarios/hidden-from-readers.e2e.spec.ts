import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../harness/api-client.js';
import { useSystem } from '../harness/system-for-specs.js';
import { until } from '../harness/until.js';
import { joined } from '../rights/cast.js';
import { Crawl, type Hunt } from '../rights/crawl.js';
import { descriptionOf, routesIn, type DescribedRoute } from '../rights/described-routes.js';

const { api } = useSystem({ now: '2026-05-20T08:00:00.000Z' });
const evidence = (of: string) => [{ title: `Proof of ${of}`, url: `https://documents.example.com/${of}` }];
const files = ['portfolio', 'milestones', 'ledger', 'events'].flatMap((subject) =>
  ['csv', 'json', 'ics', 'xes'].map((format) => `${subject}.${format}`),
);

/** Everything of the other partner has `delta` in its name; everything of the hidden initiative has `velvet`. */
const ofDelta: Hunt = {
  marker: 'delta',
  nothing: 'nodel',
  secrets: ['delta', 'c-delta', 'd-delta', 'm-delta', 'x-delta', 'adel-of-delta'],
  known: [
    { id: 'c-nile', change: 'd-nile', commitment: 'c-nile', kind: 'projects', file: 'portfolio.csv' },
    { id: 'nile', commitment: 'c-nile', kind: 'projects', item: 'm-nile', milestone: 'm-nile', file: 'events.json' },
    { id: 'open', kind: 'projects', item: 'm-nile', milestone: 'm-nile', file: 'milestones.ics', user: 'nadia' },
  ],
};
const ofVelvet: Hunt = {
  marker: 'velvet',
  nothing: 'nought',
  secrets: ['p-velvet', 'm-velvet', 'w-velvet', 'c-velvet', 'lead-of-velvet'],
  known: [
    { id: 'open', kind: 'projects', item: 'm-nile', milestone: 'm-nile', change: 'd-nile', user: 'rami' },
    { id: 'c-nile', change: 'd-nile', commitment: 'c-nile', kind: 'projects' },
    { id: 'nile', commitment: 'c-nile', kind: 'projects', user: 'nadia' },
    ...files.map((file) => ({ file, id: 'education', kind: 'projects' })),
  ],
};

let reads: readonly DescribedRoute[];
let lead: ApiClient;
let auditor: ApiClient;
let ofNile: ApiClient;
let outside: ApiClient;
let administrator: ApiClient;

const plan = async (by: ApiClient, project: string, of: string, owner: string, audience: string) => {
  const title = { ar: `عمل ${of}`, en: `Work of ${of}` };
  await by.accept('/api/projects', {
    id: project,
    title,
    owner,
    audience,
    startedOn: '2026-02-01',
    partnerTitle: title,
  });
};
const milestone = (by: ApiClient, project: string, of: string) =>
  by.accept(`/api/projects/${project}/milestones`, {
    id: `m-${of}`,
    title: { en: `Site of ${of}` },
    target: '2026-05-01',
  });

/** A commitment of a partner with all that can be said of one. */
const commitment = async (project: string, of: string, by: ApiClient, leading: ApiClient, partner = of) => {
  const offer = { id: `c-${of}`, direction: 'partner-to-government', title: { en: `Turbine of ${of}` } };
  const dates = { dueOn: '2026-04-01', on: '2026-03-01' };
  const path = `/api/partners/${partner}/commitments`;
  await leading.accept(path, { ...offer, ...dates, initiative: `projects/${project}`, milestone: `m-${of}` });
  await by.accept(`/api/commitments/c-${of}/accept`, { on: '2026-03-04' });
  const later = { id: `d-${of}`, to: '2026-04-02', reason: `feast of ${of}`, on: '2026-03-05' };
  await by.accept(`/api/commitments/c-${of}/due-changes`, later);
  await leading.accept(`/api/commitments/c-${of}/due-changes/d-${of}/agree`, { on: '2026-03-06' });
  await by.accept(`/api/commitments/c-${of}/report`, { on: '2026-04-08', evidence: evidence(of) });
  await leading.accept(`/api/commitments/c-${of}/return`, { on: '2026-04-20', reason: `no power for ${of}` });
};

const level = async (stream: string) => {
  const { version } = await auditor.json(`/api/${stream}`);
  await auditor.json(`/api/portfolio?atLeast=${stream}@${Number(version)}&waitMs=20000`);
};

beforeAll(async () => {
  administrator = api();
  reads = routesIn(await descriptionOf(api())).filter(({ method }) => method === 'GET');
  for (const id of ['education', 'health', 'finance'])
    await api().accept('/api/entities', { id, name: { en: id }, jurisdiction: 'EG' });
  for (const id of ['nile', 'delta'])
    await api().accept('/api/partners', { id, name: { ar: id, en: `${id} Works` }, on: '2026-02-01' });
  lead = await joined(api(), 'layla', { roles: ['lead', 'member'], entity: 'education' });
  outside = await joined(api(), 'omar', { roles: ['lead', 'member', 'focal-point'], entity: 'health' });
  auditor = await joined(api(), 'watcher', { roles: ['auditor'] });
  const hiding = await joined(api(), 'lead-of-velvet', { roles: ['lead', 'member'], entity: 'finance' });
  ofNile = await joined(api(), 'nadia', { roles: ['partner'], partner: 'nile' });
  const ofOther = await joined(api(), 'adel-of-delta', { roles: ['partner'], partner: 'delta' });
  await plan(lead, 'open', 'all', 'education', 'portfolio');
  for (const whom of ['nile', 'delta']) await milestone(lead, 'open', whom);
  await commitment('open', 'nile', ofNile, lead);
  await commitment('open', 'delta', ofOther, lead);
  const booked = {
    id: 'x-delta',
    party: 'partner:delta',
    from: '2026-04-20',
    to: '2026-05-02',
    reason: 'not of delta',
  };
  await ofOther.accept('/api/projects/open/contests', booked);
  await plan(hiding, 'p-velvet', 'velvet', 'finance', 'team');
  await milestone(hiding, 'p-velvet', 'velvet');
  const wait = { id: 'w-velvet', party: 'cabinet', reason: 'busy', since: '2026-05-10', note: 'velvet' };
  await hiding.accept('/api/projects/p-velvet/waits', wait);
  await commitment('p-velvet', 'velvet', ofOther, hiding, 'delta');
  await level('projects/open');
  await level('projects/p-velvet');
}, 300_000);

describe('a partner who reads everything there is to read', () => {
  it('finds nothing of the other partner, byte for byte', async () => {
    const crawl = new Crawl(ofNile, ofDelta);
    await crawl.innocently(reads);
    expect(crawl.found.faults).toEqual([]);
    expect(crawl.found.answered).toBeGreaterThan(15);
    const whole = new Crawl(auditor, ofDelta, true);
    await whole.innocently(reads);
    expect(whole.found.shown).toBeGreaterThan(20);
  });

  it('is answered about what is the other’s as about what is not there: body, status and headers', async () => {
    const crawl = new Crawl(ofNile, ofDelta);
    await crawl.guessing(reads);
    await crawl.searching(reads);
    expect(crawl.found.faults).toEqual([]);
    expect(crawl.found.requests).toBeGreaterThan(5_000);
  }, 300_000);
});

describe('an official outside an audience who reads everything', () => {
  it('finds nothing of the hidden initiative, in lists, sums, files, feeds and pages', async () => {
    for (const reader of [outside, administrator]) {
      const crawl = new Crawl(reader, ofVelvet);
      await crawl.innocently(reads.filter(({ path }) => !/people|sessions?$/.test(path)));
      expect(crawl.found.faults).toEqual([]);
      expect(crawl.found.answered).toBeGreaterThan(60);
    }
    const whole = new Crawl(auditor, ofVelvet, true);
    await whole.innocently(reads);
    expect(whole.found.shown).toBeGreaterThan(15);
  }, 300_000);

  it('is answered about it as about what is not there', async () => {
    const crawl = new Crawl(outside, { ...ofVelvet, known: ofVelvet.known.slice(0, 3) });
    await crawl.guessing(reads);
    await crawl.searching(reads);
    expect(crawl.found.faults).toEqual([]);
    expect(crawl.found.requests).toBeGreaterThan(5_000);
  }, 300_000);

  it('hears nothing of it on a live line, while it changes', async () => {
    const heard: string[] = [];
    const ending = new AbortController();
    const line = (async () => {
      for await (const text of outside.lines('/api/live', ending.signal)) heard.push(text);
    })().catch(() => {});
    await until('the line began', async () => heard.length > 0);
    const hiding = await api().signIn('lead-of-velvet', 'seven quiet rivers bend');
    await hiding.accept('/api/projects/p-velvet/milestones/m-velvet/forecast', { date: '2026-07-01' });
    await lead.accept('/api/projects/open/milestones/m-nile/forecast', { date: '2026-07-01' });
    await until('the open one is told', async () =>
      heard.some((text) => text.includes('m-nile') || text.includes('open')),
    );
    ending.abort();
    await line;
    expect(heard.filter((text) => text.includes('velvet'))).toEqual([]);
  });
});
