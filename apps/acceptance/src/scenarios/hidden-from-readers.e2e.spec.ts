import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../harness/api-client.js';
import { startReceiver } from '../harness/receiver.js';
import { useSystem } from '../harness/system-for-specs.js';
import { until } from '../harness/until.js';
import { joined } from '../rights/cast.js';
import { Crawl, type Hunt } from '../rights/crawl.js';
import { uploaded } from '../rights/examples/file-examples.js';
import { descriptionOf, routesIn, type DescribedRoute } from '../rights/described-routes.js';
import { blanked } from '../rights/exchange.js';
import { nothingLike } from '../rights/ground.js';

const { api } = useSystem({
  now: '2026-05-20T08:00:00.000Z',
  environment: { MASAR_WEBHOOK_NETWORKS: '127.0.0.1/32' },
});
/** Digests of evidence files and ids of webhooks: nothing in them says whose they are. */
const made: Record<'nile' | 'delta' | 'velvet', string[]> = { nile: [], delta: [], velvet: [] };
type Of = keyof typeof made;
const evidence = async (of: Of, by: ApiClient) => {
  const file = await uploaded(by, `minutes of ${of}`);
  made[of].push(file);
  return [
    { title: `Proof of ${of}`, url: `https://documents.example.com/${of}` },
    { title: `Minutes of ${of}`, file },
  ];
};
const files = ['portfolio', 'milestones', 'ledger', 'events'].flatMap((subject) =>
  ['csv', 'json', 'ics', 'xes'].map((format) => `${subject}.${format}`),
);

/** Everything of the other partner has `delta` in its name; everything of the hidden initiative has `velvet`. */
const ofDelta: Hunt = {
  marker: 'delta',
  nothing: 'nodel',
  made: () => made.delta,
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
  made: () => made.velvet,
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
let integrator: ApiClient;

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
const commitment = async (project: string, of: Of, by: ApiClient, leading: ApiClient, partner: string = of) => {
  const offer = { id: `c-${of}`, direction: 'partner-to-government', title: { en: `Turbine of ${of}` } };
  const dates = { dueOn: '2026-04-01', on: '2026-03-01' };
  const path = `/api/partners/${partner}/commitments`;
  await leading.accept(path, { ...offer, ...dates, initiative: `projects/${project}`, milestone: `m-${of}` });
  await by.accept(`/api/commitments/c-${of}/accept`, { on: '2026-03-04' });
  const later = { id: `d-${of}`, to: '2026-04-02', reason: `feast of ${of}`, on: '2026-03-05' };
  await by.accept(`/api/commitments/c-${of}/due-changes`, later);
  await leading.accept(`/api/commitments/c-${of}/due-changes/d-${of}/agree`, { on: '2026-03-06' });
  await by.accept(`/api/commitments/c-${of}/report`, { on: '2026-04-08', evidence: await evidence(of, by) });
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
  integrator = await joined(api(), 'rami', { roles: ['integrator'] });
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

/** Who is called how is no secret of an initiative: the one who leads the hidden one has its mark in the name. */
const isNoRegisterOfPeople = ({ path }: { readonly path: string }): boolean =>
  !/people|officials|sessions?$/.test(path);

describe('an official outside an audience who reads everything', () => {
  it('finds nothing of the hidden initiative, in lists, sums, files, feeds and pages', async () => {
    for (const reader of [outside, administrator, integrator]) {
      const crawl = new Crawl(reader, ofVelvet);
      await crawl.innocently(reads.filter(isNoRegisterOfPeople));
      expect(crawl.found.faults).toEqual([]);
      expect(crawl.found.answered).toBeGreaterThan(60);
    }
    const whole = new Crawl(auditor, ofVelvet, true);
    await whole.innocently(reads);
    expect(whole.found.shown).toBeGreaterThan(15);
  }, 300_000);

  it('is answered about it as about what is not there', async () => {
    const crawl = new Crawl(outside, { ...ofVelvet, known: ofVelvet.known.slice(0, 3) });
    await crawl.guessing(reads.filter(isNoRegisterOfPeople));
    await crawl.searching(reads.filter(isNoRegisterOfPeople));
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
    const { position } = await lead.accept('/api/projects/open/milestones/m-nile/forecast', { date: '2026-07-01' });
    // What came before the last forecast was told before it, where it is told at all.
    const [stream, version] = String(position).split('@');
    const last = `~${stream}@${String(version).padStart(8, '0')}~`;
    await until('the open one is told', async () =>
      heard.some((text) => text.startsWith('id: ') && text.includes(last)),
    );
    ending.abort();
    await line;
    expect(heard.filter((text) => text.includes('velvet'))).toEqual([]);
  });
});

describe('a hidden evidence file', () => {
  it('is no evidence for whoever may not see it, in the words of a file that nobody has', async () => {
    const [hidden] = made.velvet;
    const reach = (file: string) =>
      lead.post('/api/projects/open/milestones/m-nile/reach', { on: '2026-05-01', evidence: [{ title: 'M', file }] });
    const [named, missing] = [await reach(hidden!), await reach(nothingLike(hidden!))];
    expect([named.status, named.body['code']]).toEqual([422, 'file/unknown']);
    expect(blanked(named, [hidden!])).toBe(blanked(missing, [hidden!]));
  });

  it('brought by somebody else as well tells him nothing: neither whose it was, nor that it was there', async () => {
    const bring = async (text: string) => {
      const { status, body, headers } = await outside.send('POST', '/api/files?filename=mine.txt', {
        body: text,
        headers: { 'content-type': 'application/octet-stream' },
      });
      const id = String(body['id']);
      const { date: _when, 'x-request-id': _which, ...kept } = headers;
      return JSON.stringify([status, body, kept]).replaceAll(id, '…');
    };
    expect(await bring('minutes of velvet')).toBe(await bring('minutes of nought'));
    const { headers } = await outside.get(`/api/files/${made.velvet[0]!}`);
    expect(headers['content-disposition']).toContain('mine.txt');
  });
});

describe('an integrator who keeps webhooks', () => {
  const keep = (by: ApiClient, url: string, more = {}) =>
    by.accept('/api/webhooks', { url, secret: 'thirteen slow camels cross', ...more });

  it('finds nothing of another’s, and is answered about it as about what is not there', async () => {
    const other = await joined(api(), 'sara', { roles: ['integrator'] });
    const types = ['entity.succeeded.v1'];
    const own = String((await keep(integrator, 'https://own.invalid/', { types }))['id']);
    const another = String((await keep(other, 'https://walnut.invalid/', { types }))['id']);
    const hunt: Hunt = {
      ...{ marker: 'walnut', nothing: 'nought', secrets: ['sara'], known: [{ id: own }] },
      made: () => [another],
    };
    const routes = reads.filter(({ path }) => /webhooks|people|events$|files/.test(path));
    const crawl = new Crawl(integrator, hunt);
    await crawl.innocently(routes);
    await crawl.guessing(routes);
    await crawl.searching(routes);
    expect(crawl.found.faults).toEqual([]);
    const whole = new Crawl(administrator, hunt, true);
    await whole.innocently(routes);
    expect(whole.found.shown).toBeGreaterThan(0);
  });

  it('is sent nothing of the hidden initiative, neither of its past nor while it changes', async () => {
    const receiver = await startReceiver();
    const seeing = await joined(api(), 'mona', { roles: ['integrator', 'auditor'] });
    for (const [by, path] of [
      [integrator, '/outside'],
      [seeing, '/all'],
    ] as const) {
      const { id } = await keep(by, receiver.url + path);
      await by.accept(`/api/webhooks/${String(id)}/replay`);
    }
    const hiding = await api().signIn('lead-of-velvet', 'seven quiet rivers bend');
    await hiding.accept('/api/projects/p-velvet/milestones/m-velvet/forecast', { date: '2026-08-01' });
    await lead.accept('/api/projects/open/milestones/m-nile/forecast', { date: '2026-08-02' });
    await until('both are told', async () =>
      ['/outside', '/all'].every((path) => receiver.taken(path).includes('2026-08-02')),
    );
    await receiver.close();
    expect(receiver.taken('/all')).toContain('m-velvet');
    const text = receiver.taken('/outside');
    expect([...ofVelvet.secrets, 'velvet', ...made.velvet].filter((secret) => text.includes(secret))).toEqual([]);
  }, 60_000);
});
