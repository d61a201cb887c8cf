import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Refusal } from '@masar/contracts';
import { lawPathFaults } from '@masar/directory';
import { profiles } from '@masar/import';
import { runningFor } from './import-running.js';
import { RefusedFile } from './import-answer.js';
import { administrator, houseInMemory, type House } from './testing/house-in-memory.js';

const now = '2026-11-21T09:00:00.000Z';
const header = 'year;project_number;project_name;department;colour_rating;start_date;end_date';
const row = (id: string, name: string, department: string, end: string) =>
  `2022;${id};${name};${department};Green;2019-01-01;${end}`;
const gmpp = (...rows: string[]) => Buffer.from([header, ...rows].join('\n'));
const give = (house: House, bytes: Buffer, asOf: string, dryRun = false) =>
  house.imports.import({ bytes, profile: 'gmpp', asOf, filename: 'gmpp.csv', dryRun, actor: administrator });
const first = gmpp(row('A_1', 'Alpha', 'MOD', '2024-03-31'), row('B_2', 'Beta', 'HO', '2025-03-31'));
const second = gmpp(row('A_1', 'Alpha Two', 'HO', '2025-03-31'), row('C_3', 'Gamma', 'HO', 'TBD'));
const counts = ({
  new: added,
  changed,
  unchanged,
  vanished,
}: {
  new: number;
  changed: number;
  unchanged: number;
  vanished: number;
}) => [added, changed, unchanged, vanished];

describe('an import', () => {
  it('snapshots become what was known on their days, through the deciders, with bodies registered', async () => {
    const house = await houseInMemory(now);
    expect(counts(await give(house, first, '2021-03-31'))).toEqual([2, 0, 0, 0]);
    expect(counts(await give(house, second, '2022-03-31'))).toEqual([1, 1, 0, 1]);
    const events = await house.events('projects/gmpp-A_1');
    expect(events.map(({ type, knownAt, data }) => [type, knownAt, data.happenedOn])).toEqual([
      ['initiative.registered.v1', '2021-03-31T11:00:00.000Z', '2021-03-31'],
      ['milestone.planned.v1', '2021-03-31T11:00:00.000Z', '2021-03-31'],
      ['initiative.described.v1', '2022-03-31T11:00:00.000Z', '2022-03-31'],
      ['initiative.owner-changed.v1', '2022-03-31T11:00:00.000Z', '2022-03-31'],
      ['milestone.target-moved.v1', '2022-03-31T11:00:00.000Z', '2022-03-31'],
    ]);
    expect(events.at(-1)!.data).toMatchObject({ from: '2024-03-31', to: '2025-03-31', reason: 'source' });
    expect(await house.streams('entities/')).toEqual(['entities/gmpp-ho', 'entities/gmpp-mod']);
    expect(house.imports.running()).toEqual([]);
  });

  it('looked at only, it records nothing', async () => {
    const house = await houseInMemory(now);
    const answer = await give(house, first, '2021-03-31', true);
    expect([answer.status, ...counts(answer)]).toEqual(['preview', 2, 0, 0, 0]);
    expect(answer.preview.map(({ initiative, change }) => [initiative, change])).toEqual([
      ['projects/gmpp-A_1', 'new'],
      ['projects/gmpp-B_2', 'new'],
    ]);
    expect([
      await house.streams('projects/'),
      await house.streams('entities/'),
      await house.streams('imports/'),
    ]).toEqual([[], [], []]);
  });

  it('the same file again is one more run of the same import, planned on what is known by then', async () => {
    const house = await houseInMemory(now);
    const once = await give(house, first, '2021-03-31');
    const again = await give(house, first, '2021-03-31');
    expect([again.id, again.status, ...counts(again)]).toEqual([once.id, 'completed', 0, 0, 2, 0]);
    expect(await house.events('projects/gmpp-A_1')).toHaveLength(2);
    const [stream] = await house.streams('imports/');
    expect((await house.events(stream!)).map(({ type }) => type)).toEqual([
      'import.started.v1',
      'import.commands-planned.v1',
      'import.completed.v1',
      'import.started.v1',
      'import.commands-planned.v1',
      'import.completed.v1',
    ]);
    await give(house, second, '2022-03-31');
    const older = await give(house, first, '2021-03-31').catch((fault: unknown) => fault);
    expect((older as RefusedFile).answer.faults).toMatchObject([{ code: 'import/older-than-known', row: 2 }]);
  });

  it('the same file brings back what was changed in between', async () => {
    const house = await houseInMemory(now);
    const send = (dryRun: boolean) =>
      house.imports.import({ bytes: own, profile: 'initiatives', dryRun, actor: administrator });
    const own = Buffer.from('kind,initiative,title,owner,milestone,target\nprojects,W-1,Wells,gmpp-mod,,\n');
    await give(house, first, '2021-03-31');
    expect(counts(await send(false))).toEqual([1, 0, 0, 0]);
    const describe = (en: string) =>
      house.bus.run('projects/W-1', { type: 'DescribeInitiative', title: { en } }, { actor: administrator });
    for (const title of ['Deep wells', 'Deeper wells']) {
      await describe(title);
      expect(counts(await send(true))).toEqual([0, 1, 0, 0]);
      expect(counts(await send(false))).toEqual([0, 1, 0, 0]);
      expect((await house.events('projects/W-1')).at(-1)!.data).toMatchObject({ title: { en: 'Wells' } });
    }
  });

  it('a resend of the same request gets its first answer, whatever came after', async () => {
    const house = await houseInMemory(now);
    const send = (request: string) =>
      house.imports.import({
        bytes: first,
        profile: 'gmpp',
        asOf: '2021-03-31',
        dryRun: false,
        request: request.repeat(64),
        actor: administrator,
      });
    expect(counts(await send('a'))).toEqual([2, 0, 0, 0]);
    expect(counts(await send('b'))).toEqual([0, 0, 2, 0]);
    await give(house, second, '2022-03-31');
    expect(counts(await send('a'))).toEqual([2, 0, 0, 0]);
    expect(counts(await send('b'))).toEqual([0, 0, 2, 0]);
  });

  it('an older snapshot than what is known is refused, naming the rows; nothing changes', async () => {
    const house = await houseInMemory(now);
    await give(house, second, '2022-03-31');
    const refused = await give(house, first, '2021-03-31').catch((fault: unknown) => fault);
    expect(refused).toBeInstanceOf(RefusedFile);
    expect((refused as RefusedFile).answer.faults).toMatchObject([
      { code: 'import/older-than-known', row: 2, column: 'project_name' },
    ]);
    expect(await house.streams('projects/')).toEqual(['projects/gmpp-A_1', 'projects/gmpp-C_3']);
  });

  it('nothing has vanished from a snapshot that came to be known after it, nor from a file without ids', async () => {
    const house = await houseInMemory(now);
    await give(house, second, '2022-03-31');
    const zeta = gmpp(row('Z_9', 'Zeta', 'MOD', '2024-03-31'));
    expect(counts(await give(house, zeta, '2020-03-31'))).toEqual([1, 0, 0, 0]);
    expect(counts(await give(house, zeta, '2022-03-31', true))).toEqual([0, 0, 1, 2]);
    const without = Buffer.from(
      'project_name;department;start_date;end_date\nAlpha;MOD;2019-01-01;2024-03-31\nBeta;HO;2019-01-01;2024-03-31',
    );
    expect(counts(await give(house, without, '2023-03-31'))).toEqual([2, 0, 0, 0]);
  });

  it('a later snapshot takes its own days as facts; what has been reached keeps its promise', async () => {
    const house = await houseInMemory(now);
    const gates = (stage1: string) =>
      Buffer.from(
        `ID,Delivery Program,Owner Group,Approval body,BNI,PBC,Tender Closed,BCA,Stage1,Stage2,Stage3\n7,Water,Assets,Board,2015-01-01,2016-01-01,2016-06-01,2017-01-01,${stage1},2030-01-01,2031-01-01\n`,
      );
    const send = (bytes: Buffer, asOf?: string) =>
      house.imports.import({
        bytes,
        profile: 'melbourne-water',
        ...(asOf ? { asOf } : {}),
        dryRun: false,
        actor: administrator,
      });
    await send(gates('2024-11-15'), '2024-10-28');
    expect(counts(await send(gates('2024-11-20'), '2024-11-29'))).toEqual([0, 1, 0, 0]);
    const about = (await house.events('projects/melbourne-water-7')).filter(
      ({ data }) => data['milestone'] === 'stage-1',
    );
    expect(about.map(({ type, data }) => [type, data.happenedOn, data['target']])).toEqual([
      ['milestone.planned.v1', '2024-10-28', '2024-11-15'],
      ['milestone.reached.v1', '2024-11-20', undefined],
    ]);
    const undated = await houseInMemory(now);
    await undated.imports.import({
      bytes: gates('2024-11-15'),
      profile: 'melbourne-water',
      dryRun: false,
      actor: administrator,
    });
    expect(
      (await undated.events('projects/melbourne-water-7')).filter(({ type }) => type === 'milestone.reached.v1'),
    ).toHaveLength(3);
  });

  it('one bad row refuses the whole file; notices do not', async () => {
    const house = await houseInMemory(now);
    const bad = gmpp(
      row('A_1', 'Alpha', 'MOD', '2024-03-31'),
      row('B_2', 'Beta', 'HO', '31 June 2025'),
      row('C_3', 'Gamma', 'HO', 'TBD'),
    );
    const refused = (await give(house, bad, '2021-03-31').catch((fault: unknown) => fault)) as RefusedFile;
    expect(
      refused.answer.faults.map(({ code, row: at, column, value, blocking }) => [code, at, column, value, blocking]),
    ).toEqual([
      ['date/does-not-exist', 3, 'end_date', '31 June 2025', true],
      ['date/absent', 4, 'end_date', 'TBD', false],
    ]);
    expect(await house.streams('')).toEqual([]);
  });

  it('what it writes to reads "import running" meanwhile, and nothing else', async () => {
    const seen: unknown[] = [];
    const house: House = await houseInMemory(now, {
      around: (gateway) => ({
        ...bound(gateway),
        run: async (...call) => {
          const ask = (url: string) => runningFor(url, house.imports) !== undefined;
          if (seen.length === 0)
            seen.push(
              ask('/api/timelines/projects/gmpp-A_1?on=2021-01-01'),
              ask('/api/projects/gmpp-B_2'),
              ask('/api/portfolio?limit=1'),
              ask('/api/timelines/projects/other'),
              ask('/api/session'),
            );
          return gateway.run(...call);
        },
      }),
    });
    await give(house, first, '2021-03-31');
    expect(seen).toEqual([true, true, true, false, false]);
    expect(runningFor('/api/projects/gmpp-A_1', house.imports)).toBeUndefined();
  });

  it('an unknown profile, a day that has not come, no day at all', async () => {
    const house = await houseInMemory(now);
    const ask = (profile: string, asOf: string) =>
      house.imports
        .import({ bytes: first, profile, asOf, dryRun: true, actor: administrator })
        .catch((fault: Refusal) => fault.code);
    expect(await ask('gmpq', '2021-03-31')).toBe('import/unknown-profile');
    expect(await ask('gmpp', '2026-11-22')).toBe('date/in-future');
    expect(await ask('gmpp', '2021-02-30')).toBe('date/not-a-date');
  });

  it('a snapshot of today is known when it is recorded, so that work can go on at once', async () => {
    const house = await houseInMemory(now);
    await give(house, first, '2026-11-21');
    expect((await house.events('projects/gmpp-A_1')).map(({ knownAt }) => knownAt)).toEqual([now, now]);
  });

  it('a stop in the middle is taken up again from the recorded plan, with the same commands', async () => {
    let given = 0;
    const stopping = await houseInMemory(now, {
      around: (gateway) => ({
        ...bound(gateway),
        run: async (...call) => {
          if ((given += 1) > 3) throw new Error('killed');
          return gateway.run(...call);
        },
      }),
    });
    await expect(give(stopping, first, '2021-03-31')).rejects.toThrow('killed');
    const again = await houseInMemory(now, { store: stopping.store });
    await again.imports.resume(
      () => administrator,
      (id, fault) => {
        throw new Error(id, { cause: fault });
      },
    );
    const [stream] = await again.streams('imports/');
    expect((await again.events(stream!)).map(({ type }) => type)).toEqual([
      'import.started.v1',
      'import.commands-planned.v1',
      'import.completed.v1',
    ]);
    for (const id of ['A_1', 'B_2']) expect(await again.events(`projects/gmpp-${id}`)).toHaveLength(2);
    expect(counts(await give(again, first, '2021-03-31'))).toEqual([0, 0, 2, 0]);
  });

  it('a stop in the middle is taken up by the request that comes again, which gets the first answer from then on', async () => {
    let given = 0;
    const house = await houseInMemory(now, {
      around: (gateway) => ({
        ...bound(gateway),
        run: async (...call) => {
          if ((given += 1) === 4) throw new Error('killed');
          return gateway.run(...call);
        },
      }),
    });
    const send = () =>
      house.imports.import({
        bytes: first,
        profile: 'gmpp',
        asOf: '2021-03-31',
        dryRun: false,
        request: 'c'.repeat(64),
        actor: administrator,
      });
    await expect(send()).rejects.toThrow('killed');
    expect([counts(await send()), counts(await send())]).toEqual([
      [2, 0, 0, 0],
      [2, 0, 0, 0],
    ]);
  });

  it('a row somebody changed meanwhile is left out and named; the same file then brings in the rest', async () => {
    let once = true;
    const house = await houseInMemory(now, {
      around: (gateway) => ({
        ...bound(gateway),
        run: async (stream, commands, meta) => {
          if (stream === 'projects/gmpp-B_2' && once) {
            once = false;
            throw new Refusal('initiative/closed');
          }
          return gateway.run(stream, commands, meta);
        },
      }),
    });
    const answer = await give(house, first, '2021-03-31');
    expect([answer.status, answer.refused]).toEqual(['failed', [{ row: 3, code: 'initiative/closed', detail: '{}' }]]);
    expect(counts(await give(house, first, '2021-03-31'))).toEqual([1, 0, 1, 0]);
  });

  it('our own exports read back: unchanged says nothing, a resolved rule is no change, a moved version is a fault', async () => {
    const house = await houseInMemory(now);
    const actor = administrator;
    const template = [
      'kind,initiative,title_en,owner,startedOn,milestone,milestone_title_en,key,target,actual',
      'projects,P-1,Ports,gmpp-mod,2026-01-04,m-1,Study,yes,2026-03-01,2026-03-06',
      ',,,,,m-2,Contract,,m-1 + 30 days,',
      ',,,,,m-3,Works,,m-2 + 2 months,',
    ];
    const send = (bytes: Buffer) => house.imports.import({ bytes, profile: 'initiatives', dryRun: false, actor });
    await give(house, first, '2026-11-20');
    expect(counts(await send(Buffer.from(template.join('\n'))))).toEqual([1, 0, 0, 0]);
    const head =
      'kind,initiative,version,id,title_ar,title_en,owner,party,key,status,originalTarget,currentTarget,forecast,actual';
    const exported = (version: number, target: string) =>
      Buffer.from(
        [
          head,
          `projects,P-1,${version},m-1,,Study,gmpp-mod,entity:gmpp-mod,true,reached,2026-03-01,2026-03-01,,2026-03-06`,
          `projects,P-1,${version},m-2,,Contract,gmpp-mod,entity:gmpp-mod,false,planned,2026-04-05,${target},,`,
          `projects,P-1,${version},m-3,,Works,gmpp-mod,entity:gmpp-mod,false,planned,m-2 + 2 months,m-2 + 2 months,,`,
        ].join('\n'),
      );
    const version = (await house.events('projects/P-1')).length;
    expect(counts(await send(exported(version, '2026-04-05')))).toEqual([0, 0, 1, 0]);
    expect(counts(await send(exported(version, '2026-05-05')))).toEqual([0, 1, 0, 0]);
    const moved = (await send(exported(version, '2026-06-05')).catch((fault: unknown) => fault)) as RefusedFile;
    expect(moved.answer.faults.map(({ code }) => code)).toEqual(['import/version-moved']);
    const portfolio = `kind,id,version,title_ar,title_en,owner,status,startedOn,endedOn,next,next_target\nprojects,P-1,${version + 1},,Great ports,gmpp-mod,active,2026-01-04,,m-2,2026-04-05\n`;
    expect(counts(await send(Buffer.from(portfolio)))).toEqual([0, 1, 0, 0]);
    expect((await house.events('projects/P-1')).slice(-2).map(({ type }) => type)).toEqual([
      'milestone.target-change-requested.v1',
      'initiative.described.v1',
    ]);
  });

  it('our own file is given with a person’s rights: a changed date becomes a request', async () => {
    const house = await houseInMemory(now);
    await give(house, first, '2026-11-20');
    const own = Buffer.from('kind,initiative,milestone,target\nprojects,gmpp-A_1,end,2027-01-31\n');
    const answer = await house.imports.import({
      bytes: own,
      profile: 'initiatives',
      dryRun: false,
      actor: administrator,
    });
    expect(counts(answer)).toEqual([0, 1, 0, 0]);
    expect((await house.events('projects/gmpp-A_1')).at(-1)).toMatchObject({
      type: 'milestone.target-change-requested.v1',
      data: { to: '2027-01-31', reason: 'file' },
    });
  });
});

const bound = (gateway: House['gateway']): House['gateway'] => ({
  bySource: (system) => gateway.bySource(system),
  known: (stream, asker, fromSource) => gateway.known(stream, asker, fromSource),
  directory: () => gateway.directory(),
  now: () => gateway.now(),
  decides: (kind) => gateway.decides(kind),
  rehearse: (...question) => gateway.rehearse(...question),
  run: (...call) => gateway.run(...call),
});

describe('law paths that profiles bring', () => {
  it.each(profiles.flatMap(({ name, path }) => (path ? [[name, path] as const] : [])))('%s can be walked', (_, path) =>
    expect(lawPathFaults(path)).toEqual([]),
  );
});

const folder = resolve(process.env['MASAR_SHARED_DATA'] ?? '../shared/data');
if (!existsSync(folder)) console.warn('real files: not found, importing them is NOT checked (set MASAR_SHARED_DATA)');
const given = existsSync(folder) ? it : it.skip;

describe('real files through the deciders', () => {
  const real = async (house: House, profile: string, file: string, asOf?: string) => {
    const send = () =>
      house.imports.import({
        bytes: readFileSync(resolve(folder, file)),
        profile,
        ...(asOf ? { asOf } : {}),
        dryRun: false,
        actor: administrator,
      });
    const answer = await send();
    expect([answer.status, answer.refused]).toEqual(['completed', undefined]);
    const told = answer.new + answer.changed + answer.unchanged;
    expect([file, ...counts(await send())]).toEqual([file, 0, 0, told, answer.vanished]);
    return answer;
  };

  given(
    'seven GMPP snapshots, oldest first',
    async () => {
      const house = await houseInMemory(now);
      const days = {
        2014: '2013-09-30',
        2015: '2014-09-30',
        2018: '2017-09-30',
        2019: '2018-09-30',
        2020: '2019-09-30',
        2021: '2021-03-31',
        2022: '2022-03-31',
      };
      const answers = [];
      for (const [year, asOf] of Object.entries(days))
        answers.push(counts(await real(house, 'gmpp', `gmpp/gmpp_${year}.csv`, asOf)));
      expect(answers.map(([added, changed, unchanged]) => [added, changed! + unchanged!])).toEqual([
        [199, 0],
        [188, 0],
        [133, 0],
        [133, 0],
        [125, 0],
        [103, 81],
        [76, 159],
      ]);
      expect(answers.map((one) => one[3])).toEqual([0, 0, 0, 0, 0, 44, 69]);
    },
    120_000,
  );

  given(
    'bills, gates, an action plan and permits',
    async () => {
      const house = await houseInMemory(now);
      for (const name of readdirSync(resolve(folder, 'us-bills')).filter((one) => one.endsWith('.xml')))
        expect(counts(await real(house, 'us-bill-status', `us-bills/${name}`))).toEqual([1, 0, 0, 0]);
      expect(counts(await real(house, 'br-bills', 'br-bills/trams.csv'))).toEqual([27, 0, 0, 0]);
      expect(counts(await real(house, 'br-bills', 'br-bills/proposicoes.csv'))).toEqual([10, 27, 0, 0]);
      expect(counts(await real(house, 'br-bills', 'br-bills/progressos.csv'))).toEqual([0, 33, 1, 0]);
      expect(counts(await real(house, 'federal-data-strategy', 'us-policy-fds/action_plan_2019-12-23.csv'))).toEqual([
        2, 0, 0, 0,
      ]);
      expect(
        counts(await real(house, 'melbourne-water', 'melbourne-water/capital_delivery.csv', '2024-10-28')),
      ).toEqual([300, 0, 0, 0]);
      const before = Date.now();
      expect(counts(await real(house, 'permit-receipt', 'eventlogs/receipt.csv'))).toEqual([1000, 0, 0, 0]);
      expect(Date.now() - before).toBeLessThan(20_000);
    },
    180_000,
  );
});
