import type { DescribedRoute } from '../described-routes.js';
import type { Example, Preparing } from '../example.js';
import type { House, Houses } from '../full-house.js';
import type { Ground } from '../ground.js';
import { keyed } from './people-examples.js';

type Reading = (ground: Ground, houses: Houses) => Promise<Example>;

/** People of partners are asked about commitments of theirs and of the other partner, for an initiative of anybody. */
const houseOf = ({ isPartner, whose }: Ground, houses: Houses, kind = 'projects'): Promise<House> =>
  houses.of(kind, isPartner ? 'other' : whose);

const commitmentOf = async (ground: Ground, houses: Houses): Promise<string> => {
  const { commitments } = await houseOf(ground, houses);
  return commitments[ground.isPartner && ground.whose !== 'own' ? 'other' : 'own'];
};

const onCommitment: Reading = async (ground, houses) => ({
  path: { id: await commitmentOf(ground, houses), change: 'd' },
});
const onPartner: Reading = async (ground, houses) => ({
  path: { id: ground.partner, commitment: await commitmentOf(ground, houses) },
});
const onProgram: Reading = async (ground) => ({ path: await keyed(ground) });
const onCalendar: Reading = async () => ({ path: { id: 'EG', year: '2026' } });
const onDay: Reading = async ({ cast }) => {
  const date = '2026-03-05';
  await cast.administrator.accept('/api/calendars/EG/days', { date, off: true, reason: 'announced' });
  return { path: { id: 'EG', date } };
};

const onTimeline: Reading = async (ground, houses) => ({
  path: { kind: ground.kind, id: (await houseOf(ground, houses)).ground.id },
});

/** A bookmark of who asks, or of somebody else. */
const onLook: Reading = async ({ whose, role, cast }) => {
  const keeper = whose === 'own' && role !== undefined ? cast.byRole.get(role)! : cast.auditor;
  const made = role === 'partner' ? {} : await keeper.accept('/api/portfolio/looks');
  const id = String(made['id'] ?? 'l-00000000');
  return { path: { id }, names: [id] };
};

const csv =
  'year;project_number;project_name;department;colour_rating;start_date;end_date\n2021;A_1;Alpha;MOD;Green;2019-01-01;2024-03-31';
const importQuery = { profile: 'gmpp', asOf: '2021-03-31' };

/** Our own table, which says of an initiative that it is there. */
const ownTable = (id: string): string => `kind,initiative,milestone,target\nprojects,${id},,`;
const givesByHand: readonly (string | undefined)[] = ['member', 'lead'];

/** An import of who asks, where people import by hand; else one of a source, by the administrator. */
const onImport: Reading = async ({ cast, whose, role }, houses) => {
  const isByHand = whose === 'own' && givesByHand.includes(role);
  const importer = isByHand ? cast.byRole.get(role!)! : cast.administrator;
  const table = isByHand ? ownTable((await houses.of('projects', 'own')).ground.id) : csv;
  const query = new URLSearchParams(isByHand ? { profile: 'initiatives' } : importQuery).toString();
  const sent = { body: table, headers: { 'content-type': 'text/csv' } };
  const { body } = await importer.send('POST', `/api/imports?${query}`, sent);
  const id = String(body['id']);
  return { path: { id }, names: [id] };
};

/** Reads that name something, and commands of reporting and imports, which need no body of JSON. */
const readings: Readonly<Record<string, Reading>> = {
  'GET /api/timelines/{kind}/{id}': onTimeline,
  'GET /api/timelines/{kind}/{id}/links': onTimeline,
  'GET /api/commitments/{id}': onCommitment,
  'GET /api/commitments/{id}/events': onCommitment,
  'GET /api/commitments/{id}/due-changes': onCommitment,
  'GET /api/commitments/{id}/due-changes/{change}': onCommitment,
  'GET /api/partners/{id}': onPartner,
  'GET /api/partners/{id}/commitments': onPartner,
  'GET /api/partners/{id}/commitments/{commitment}': onPartner,
  'GET /api/portfolio/looks/{id}': onLook,
  'GET /api/export/{file}': async () => ({ path: { file: 'portfolio.csv' } }),
  'GET /api/portfolio/calendar-change': async () => ({ query: { calendar: 'EG', date: '2026-03-04', off: 'true' } }),
  'GET /api/entities/{id}': async ({ owner }) => ({ path: { id: owner } }),
  'GET /api/directory/voices': async ({ owner }) => ({ query: { party: `entity:${owner}` } }),
  'GET /api/directory/names': async () => ({ query: { user: 'judge' } }),
  'GET /api/law-paths/{id}': async () => ({ path: { id: 'EG.law' } }),
  'GET /api/calendars/{id}': onCalendar,
  'GET /api/calendars/{id}/days': onCalendar,
  'GET /api/calendars/{id}/days/{date}': onDay,
  'GET /api/calendars/{id}/years': onCalendar,
  'GET /api/calendars/{id}/years/{year}': onCalendar,
  'GET /api/people/{user}': async () => ({ path: { user: 'judge' } }),
  'GET /api/service-accounts/{user}': onProgram,
  'GET /api/service-accounts/{user}/keys': onProgram,
  'GET /api/service-accounts/{user}/keys/{key}': onProgram,
  'GET /api/imports/{id}': onImport,
  'GET /api/imports/template': async () => ({ query: { profile: 'initiatives' } }),
  'POST /api/imports': async ({ whose }, houses) =>
    whose === 'own'
      ? {
          query: { profile: 'initiatives', dryRun: 'true' },
          raw: { media: 'text/csv', text: ownTable((await houses.of('projects', 'own')).ground.id) },
        }
      : { query: { ...importQuery, dryRun: 'true' }, raw: { media: 'text/csv', text: csv } },
  'POST /api/portfolio/looks': async () => ({}),
  'POST /api/reporting/rebuild': async () => ({}),
  'POST /api/reporting/parked/replay': async () => ({}),
  'POST /api/reporting/republish': async ({ kind }, houses) => ({
    query: { stream: `${kind}/${(await houses.of(kind, 'own')).ground.id}` },
  }),
};

/** What hangs below an initiative: the first item of its list. */
const below =
  ({ path, kind }: DescribedRoute, houses: Houses): Preparing =>
  async (ground) => {
    const { ground: house } = await houseOf(ground, houses, kind);
    const named = { id: house.id, milestone: 'm' };
    if (!path.endsWith('/{item}')) return { path: named };
    const list = path.replace('/{item}', '').replace('{id}', house.id).replace('{milestone}', 'm');
    const [first] = await ground.cast.auditor.all(list);
    if (!first) throw new Error(`${list} is empty: the house needs one`);
    return { path: { ...named, item: String(first['id']) } };
  };

/** The example of a read; undefined where nobody has written one and the path names something. */
export const readExample = (route: DescribedRoute, houses: Houses): Preparing | undefined => {
  const reading = readings[route.name];
  if (reading) return (ground) => reading(ground, houses);
  if (route.method !== 'GET') return undefined;
  if (route.path.startsWith(`/api/${route.kind}/{id}`)) return below(route, houses);
  return route.path.includes('{') ? undefined : async () => ({});
};
