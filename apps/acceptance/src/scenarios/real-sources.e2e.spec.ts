import { beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sharedData } from '../harness/shared-data.js';
import { listOf, oneOf, type Shown } from '../harness/shown.js';
import { useSystem } from '../harness/system-for-specs.js';
import { dayOf, localDateOf } from '../oracle/day-numbers.js';
import { importFile, levelWithLog } from '../real-data/import-file.js';
import { medianOf, separatedRows } from '../real-data/separated-rows.js';

const data = sharedData();
if (data === undefined)
  console.warn('REAL DATA ABSENT: bills, gates, permits and the action plan are not checked (set MASAR_SHARED_DATA)');
const whenThere = data === undefined ? describe.skip : describe;
const file = (name: string) => join(data ?? '', name);

/** Three ways to write a date, day first; the time of day plays no part. */
const gateDay = (text: string | undefined): number | undefined => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text ?? '');
  const dayFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text ?? '');
  if (iso) return dayOf(iso[0]);
  if (!dayFirst) return undefined;
  const [, day = '', month = '', year = ''] = dayFirst;
  return dayOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
};

/** Median days from PBC to BCA by approval body, read from the file alone. */
const mediansInFile = (): Readonly<Record<string, number>> => {
  const days = new Map<string, number[]>();
  for (const row of separatedRows(file('melbourne-water/capital_delivery.csv'))) {
    const [from, to] = [gateDay(row['PBC']), gateDay(row['BCA'])];
    const body = row['Approval body'] ?? '';
    if (from !== undefined && to !== undefined) days.set(body, [...(days.get(body) ?? []), to - from]);
  }
  return Object.fromEntries([...days].map(([body, all]) => [body, medianOf(all)]));
};

whenThere('real files of other governments', () => {
  // The file of Melbourne Water plans approvals until June 2029: read when all of it has come to pass.
  const { api } = useSystem({ now: '2033-01-02T08:00:00.000Z' });

  describe('the 25 bills of the United States', () => {
    beforeAll(async () => {
      for (const name of readdirSync(file('us-bills')))
        await importFile(api(), file(`us-bills/${name}`), { profile: 'us-bill-status' });
      await levelWithLog(api(), 'laws');
    }, 300_000);

    const bySource = async (id: string): Promise<Shown> => {
      const laws = await api().all('/api/laws');
      const law = laws.find((one) =>
        String(one['source']?.id)
          .toLowerCase()
          .replace(/[^a-z0-9]/g, '')
          .endsWith(id),
      );
      return api().json(`/api/timelines/laws/${String(law?.['id'])}`);
    };

    it('are 25 laws', async () => {
      expect(await api().all('/api/laws')).toHaveLength(25);
    });

    it.each([
      ['hr22', 332, '2015-12-04'],
      ['s1300', 157, '2015-10-16'],
    ])('%s became law after %i days', async (id, days, on) => {
      const timeline = await bySource(id);
      expect(timeline).toMatchObject({ endedOn: on, outcome: 'in-force', ledger: { elapsed: days } });
    });
  });

  describe('three hundred projects of Melbourne Water', () => {
    beforeAll(async () => {
      await importFile(api(), file('melbourne-water/capital_delivery.csv'), { profile: 'melbourne-water' });
      await levelWithLog(api(), 'projects');
    }, 300_000);

    it('waited on each body for the median the manifest states', async () => {
      const expected = {
        'People Leadership Group': 174,
        'Senior Leadership Group': 144,
        'Executive Leadership Group': 294.5,
        MD: 552,
        'Finance, Audit and Compliance': 661.5,
      };
      const entities = new Map(
        (await api().all('/api/entities')).map(
          (one) => [`entity:${String(one['id'])}` as string, one['name']] as const,
        ),
      );
      const { items } = await api().json('/api/portfolio/delays');
      const shown = Object.fromEntries(
        listOf(items)
          .filter((item) => String(item['kind']) === 'projects')
          .map((item) => [String(entities.get(String(item['party']))?.['en']), item['median']] as const)
          .filter(([name]) => name in expected),
      );
      expect(shown).toEqual(expected);
      expect(mediansInFile()).toMatchObject(expected);
    });
  });

  describe('a thousand permits of a Dutch municipality', () => {
    beforeAll(async () => {
      await importFile(api(), file('eventlogs/receipt.csv'), { profile: 'permit-receipt' });
      await levelWithLog(api(), 'projects');
    }, 300_000);

    it('ended 672 before the planned day, 249 after and 63 on it', async () => {
      const rows = separatedRows(file('eventlogs/receipt.csv'));
      const ends = new Map(rows.map((row) => [row['case:concept:name'], row]));
      const day = (text: string | undefined) => dayOf(localDateOf((text ?? '').replace(' ', 'T'), 'Europe/Amsterdam'));
      const inFile = [...ends.values()]
        .filter((row) => row['case:enddate'] !== '')
        .map((row) => day(row['case:enddate']) - day(row['case:enddate_planned']));
      const count = (values: readonly number[]) => [
        values.filter((v) => v < 0).length,
        values.filter((v) => v > 0).length,
        values.filter((v) => v === 0).length,
      ];
      expect(count(inFile)).toEqual([672, 249, 63]);
      const items = await api().all('/api/milestones?kind=projects');
      const permits = items.filter(
        (item) => /case-\d+/.test(String(item['initiative']?.['id'])) && item['actual'] !== null && item['key'],
      );
      expect(count(permits.map((item) => Number(item['variance']?.days)))).toEqual([672, 249, 63]);
    });
  });

  describe('the bills of Brazil', () => {
    beforeAll(async () => {
      for (const name of ['proposicoes', 'progressos', 'trams'])
        await importFile(api(), file(`br-bills/${name}.csv`), { profile: 'br-bills' });
      await levelWithLog(api(), 'laws');
    }, 300_000);

    it('stand in the order of date and sequence', async () => {
      const laws = (await api().all('/api/laws')).filter((law) => String(law['source']?.system).startsWith('br'));
      expect(laws).toHaveLength(37);
      for (const law of laws) {
        const timeline = await api().json(`/api/timelines/laws/${String(law['id'])}`);
        const days = listOf(timeline['stages']).map((stage) => String(stage['from']));
        expect(days).toEqual([...days].sort());
      }
    });

    it('enter each phase on the day its file states, and skip what it skips', async () => {
      const phases = separatedRows(file('br-bills/progressos.csv'));
      const laws = (await api().all('/api/laws')).filter((law) => String(law['source']?.['system']).startsWith('br'));
      let skipped = 0;
      for (const law of laws) {
        const stages = listOf((await api().json(`/api/timelines/laws/${String(law['id'])}`))['stages']);
        skipped += stages.flatMap((stage) => ('skipped' in stage ? listOf(stage['skipped']) : [])).length;
        const entered = new Set(stages.map((stage) => String(stage['from'])));
        const stated = phases.filter((row) => String(law['source']?.['id']).includes(row['id_ext'] ?? '?'));
        for (const row of stated) {
          if (row['data_inicio'] === 'NA' || row['pulou'] === 'TRUE') continue;
          expect([law['id'], [...entered]]).toEqual([
            law['id'],
            expect.arrayContaining([row['data_inicio']?.slice(0, 10)]),
          ]);
        }
      }
      expect(skipped).toBeGreaterThan(0);
    });
  });

  describe('the action plan of a federal data strategy', () => {
    let plan = '';
    const shownOn = (on: string) => api().json(`/api/timelines/policies/${plan}?on=${on}`);

    beforeAll(async () => {
      await importFile(api(), file('us-policy-fds/action_plan_2019-12-23.csv'), {
        profile: 'federal-data-strategy',
        asOf: '2019-12-23',
      });
      await levelWithLog(api(), 'policies');
      const policies = await api().all('/api/policies');
      plan = String(policies.find((one) => String(one['id']).includes('action-plan'))?.['id']);
    }, 120_000);

    it('has 65 milestones, and what depends on an event has no date before it', async () => {
      const milestones = listOf((await shownOn('2020-01-31'))['milestones']);
      expect(milestones).toHaveLength(65);
      const bound = milestones.filter((milestone) =>
        String(milestone['currentTarget']?.['after'] ?? '').includes('guidance'),
      );
      expect(bound.map((milestone) => milestone['currentTarget']?.['unresolved'])).toEqual([true]);
      expect(bound.map((milestone) => milestone['slip'])).toEqual([null]);
    });

    it('moves by the notice of May 2020, entered as requests with their own day', async () => {
      const june = listOf((await shownOn('2020-05-13'))['milestones']).filter((milestone) =>
        String(milestone['currentTarget']?.['date']).startsWith('2020-06'),
      );
      expect(june.length).toBeGreaterThan(3);
      const extended = june.map((milestone, index) => ({
        id: String(milestone['id']),
        was: String(milestone['currentTarget']?.['date']),
        to: index === 0 ? '2020-09-30' : '2020-07-31',
      }));
      for (const { id, to } of extended) {
        const changes = `/api/policies/${plan}/milestones/${id}/target-changes`;
        const asked = await api().accept(changes, { to, reason: 'COVID-19 response', on: '2020-05-14' });
        await api().accept(`${changes}/${String(asked['id'])}/approve`, { on: '2020-05-14' });
      }
      await levelWithLog(api(), 'policies');
      const [before, after] = [await shownOn('2020-05-13'), await shownOn('2020-05-14')];
      for (const { id, was, to } of extended) {
        expect(oneOf(before['milestones'], 'id', id)).toMatchObject({
          currentTarget: { date: was },
          slip: { days: 0 },
        });
        expect(oneOf(after['milestones'], 'id', id)).toMatchObject({
          originalTarget: { date: was },
          currentTarget: { date: to },
          slip: { days: dayOf(to) - dayOf(was) },
        });
      }
    }, 60_000);
  });
});
