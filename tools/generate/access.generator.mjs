import { actions, audienceRows, reaches, reachOf, rowOf } from '@masar/access';
import { initiativeKinds, roles } from '@masar/contracts';
import { readSettings, routesOf } from '@masar/nest-kit';
import { openStandalone } from '@masar/services';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOrCompare } from './write-or-compare.mjs';

/** Every route of the whole house, asked of a process that listens to nobody. */
const routesOfHouse = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'masar-access-'));
  const settings = readSettings({
    MASAR_DATA: folder,
    MASAR_SEAL_KEY: join(folder, 'seal.key'),
    MASAR_ADMIN_PASSWORD: 'never used: nobody signs in',
    MASAR_LOG: 'silent',
  });
  const { host } = await openStandalone(settings);
  try {
    return routesOf(host.app);
  } finally {
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const kinds = new RegExp(`^/api/(${initiativeKinds.join('|')})(?=/|$)`);
const shown = ({ method, path }) => `\`${method} ${path.replace(kinds, '/api/{kind}').replaceAll(/:(\w+)/g, '{$1}')}\``;
const routesFor = (routes, wanted) => [...new Set(routes.filter(wanted).map(shown))].sort();

const rule = ({ asker, party }) =>
  [
    ...(asker ? [`not by whoever asked for it or reported it (\`${asker}\`)`] : []),
    ...(party ? [`not by whoever belongs to the party it is about (\`${party}\`)`] : []),
  ].join('; ');

const routes = await routesOfHouse();
const sign = (reach) => (reach === '-' ? '' : reach);
const areas = Object.entries(Object.groupBy(actions, (action) => action.slice(0, action.indexOf('.'))));

const section = ([area, names]) => [
  `## ${area}`,
  '',
  `| Right | ${roles.join(' | ')} |`,
  `|---|${roles.map(() => ':-:').join('|')}|`,
  ...names.map((action) => `| \`${action}\` | ${roles.map((role) => sign(reachOf(action, role))).join(' | ')} |`),
  '',
  ...names.flatMap((action) => {
    const { ar, en, eyes, addressee } = rowOf(action);
    const guarded = routesFor(routes, (route) => route.action === action);
    return [
      `**\`${action}\`** ${en}.${addressee ? ' Besides, any official it was put to: by name, as focal point of the entity, as reviewer for the cabinet.' : ''}${eyes ? ` Four eyes: ${rule(eyes)}.` : ''}`,
      '',
      `<p dir="rtl" lang="ar">${ar}.</p>`,
      '',
      ...(guarded.length > 0 ? [guarded.join(' · '), ''] : []),
    ];
  }),
];

const text = [
  '# Who may do what',
  '',
  'Every right of Masar: who has it, how far it reaches, and why. Generated from `libs/access` and the routes (`npm run generate`); nothing else gives a right.',
  '',
  'Who asks is taken from the session, never from a body. What somebody may not see does not exist for him: 404, in the same words as an id that does not exist, not counted, not listed, not in files, streams or feeds. Any other refusal is 403 with a code. Rights over one initiative are looked at where it is decided, at the very version the decision is written on.',
  '',
  'While no second account exists the one administrator holds every role and may decide the own requests; from the second account on, this page holds in full.',
  '',
  '## How far a right reaches',
  '',
  '| Sign | Reaches | |',
  '|---|---|---|',
  ...Object.values(reaches).map(({ sign: name, en, ar }) => `| ${name} | ${en} | ${ar} |`),
  '| (empty) | nothing | لا شيء |',
  '',
  'A membership of an initiative gives its role in that initiative alone.',
  '',
  '## Whom an initiative is for',
  '',
  '| Audience | Beside the team itself | |',
  '|---|---|---|',
  ...Object.entries(audienceRows).map(([audience, { en, ar }]) => `| ${audience} | ${en} | ${ar} |`),
  '',
  'The team is whoever is a member, or belongs to the owner or to an entity that acts in a milestone. The focal point of an entity also sees where days are booked to it.',
  '',
  ...areas.flatMap(section),
  '## Without a right',
  '',
  'Routes that ask for no right, and why.',
  '',
  ...Object.entries(
    Object.groupBy(
      routes.filter(({ publicReason }) => publicReason),
      ({ publicReason }) => publicReason,
    ),
  )
    .map(([reason, open]) => `- ${routesFor(open, () => true).join(' · ')}: ${reason}`)
    .sort(),
];

writeOrCompare('docs/reference/access.md', `${text.join('\n').trimEnd()}\n`);
