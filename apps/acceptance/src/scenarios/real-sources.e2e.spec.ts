import { beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sharedData } from '../harness/shared-data.js';
import { listOf, type Shown } from '../harness/shown.js';
import { useStandalone } from '../harness/standalone-for-specs.js';
import { dayOf, localDateOf } from '../oracle/day-numbers.js';
import { importFile, levelWithLog } from '../real-data/import-file.js';
import { medianOf, separatedRows } from '../real-data/separated-rows.js';

const data = sharedData();
if (data === undefined)
  console.warn('REAL DATA ABSENT: bills, gates, permits and the action plan are not checked (set MASAR_SHARED_DATA)');
const whenThere = data === undefined ? describe.skip : describe;
const file = (name: string) => join(data ?? '', name);

whenThere('real files of other governments', () => {
  const { api } = useStandalone();

  describe('the 25 bills of the United States', () => {
    beforeAll(async () => {
      for (const name of readdirSync(file('us-bills')))
        await importFile(api(), file(`us-bills/${name}`), { profile: 'us-bill-status' });
      await levelWithLog(api());
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
      await importFile(api(), file('melbourne-water/capital_delivery.csv'), {
        profile: 'melbourne-water',
        asOf: '2024-10-28',
      });
      await levelWithLog(api());
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
    });
  });

  describe('a thousand permits of a Dutch municipality', () => {
    beforeAll(async () => {
      await importFile(api(), file('eventlogs/receipt.csv'), { profile: 'permit-receipt' });
      await levelWithLog(api());
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
      await levelWithLog(api());
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
  });

  it('medians are what the file gives', () => {
    const rows = separatedRows(file('melbourne-water/capital_delivery.csv'));
    expect(rows).toHaveLength(300);
    expect(medianOf([3, 1, 2, 10])).toBe(2.5);
  });
});
