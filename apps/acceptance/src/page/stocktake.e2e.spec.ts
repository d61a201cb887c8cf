import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ApiClient } from '../harness/api-client.js';
import { listOf, type Shown } from '../harness/shown.js';
import { describeInBrowser } from './browser.js';
import { usePage } from './page-for-specs.js';
import { go, settled } from './settled.js';
import { dayFrom } from './steps/days.js';

const under = usePage();

/** Laws, projects and policies: open and closed, contested, corrected, waiting and cancelled. */
const printed = [
  'laws/labour-platforms',
  'laws/real-estate-registration',
  'laws/ae-digital-trade',
  'projects/metro-line-4-stage-1',
  'projects/giza-sixty-schools',
  'projects/solar-irrigation-pumps',
  'projects/aswan-water-plant',
  'policies/green-procurement',
  'policies/electronic-payments',
] as const;

/** Pages of a PDF, each with its size in points. */
const pagesOf = (pdf: Buffer): readonly (readonly number[])[] => {
  const text = pdf.toString('latin1');
  const pages = text.match(/\/Type\s*\/Page\b/g) ?? [];
  const boxes = [...text.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)];
  return pages.map(
    (_, at) =>
      boxes[at]?.[1]
        ?.trim()
        .split(/\s+/)
        .slice(2)
        .map((side) => Math.round(Number(side))) ?? [],
  );
};
const a4 = [595, 842];

/** What stands on the paper, and whether anything of it is cut off. */
const paperOf = (page: Page) =>
  page.evaluate(() => {
    const figures = (what: string) =>
      [...document.querySelectorAll(what)].map((element) =>
        element.textContent!.replace(/[\u2066-\u2069]/g, '').replaceAll(',', ''),
      );
    const cut = [...document.querySelectorAll('.sheet, .sheet-columns')].filter(
      (element) => element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1,
    );
    const beside = [...document.querySelectorAll('body *')].filter(
      (element) =>
        !element.closest('.sheet') &&
        !element.querySelector('.sheet') &&
        element.checkVisibility() &&
        element.getBoundingClientRect().height > 0,
    );
    return {
      figures: figures('.sheet-totals dd > b'),
      waits: figures('.sheet-bars li > b'),
      positions: figures('.sheet footer p:first-child bdi'),
      cut: cut.map((element) => `${element.className}: ${element.scrollHeight} in ${element.clientHeight}`),
      beside: beside.map((element) => `${element.tagName}.${element.className.toString()}`),
    };
  });

/** Bodies that a law's path does not let be ranked; elsewhere those that nobody ranks. */
const sovereignIn = async (reviewer: ApiClient, initiative: string): Promise<readonly string[]> => {
  if (!initiative.startsWith('laws/')) return ['head-of-state', 'legislature', 'judiciary'];
  const { path } = await reviewer.json(`/api/${initiative}`);
  const names = ['jurisdiction', 'instrument', 'version'] as const;
  const paths = listOf((await reviewer.json('/api/law-paths?limit=500'))['items']);
  const own = paths.find((one) => names.every((name) => String(one[name]) === String(path![name])));
  return listOf(own!['sovereign']).map(String);
};

const toldBy = (
  timeline: Shown,
  sovereign: readonly string[],
): Pick<Awaited<ReturnType<typeof paperOf>>, 'figures' | 'waits' | 'positions'> => {
  const ledger = timeline['ledger']!;
  const missed = listOf(timeline['milestones']).filter((one) => String(one['status']) === 'missed').length;
  const efficiency = ledger['flowEfficiency'];
  const waits = (isSovereign: boolean) =>
    listOf(ledger['byParty'])
      .filter((sums) => sovereign.includes(String(sums['party'])) === isSovereign)
      .map((sums) => Number(sums['waiting']));
  const constitutional = waits(true).reduce((sum, days) => sum + days, 0);
  return {
    figures: [
      String(ledger['elapsed']),
      String(ledger['waiting']),
      String(missed),
      efficiency === null ? '—' : `${Math.round(Number(efficiency) * 100)}%`,
    ],
    waits: [
      ...waits(false)
        .filter((days) => days > 0)
        .sort((a, b) => b - a)
        .slice(0, 6),
      // Never ranked: one sum, last.
      ...(constitutional > 0 ? [constitutional] : []),
    ].map(String),
    positions: Object.entries(timeline['positions']!).map(([stream, version]) => `${stream}@${String(version)}`),
  };
};

describeInBrowser('the stocktake', () => {
  it.each([
    ['ar', 1440],
    ['en', 1440],
    ['ar', 390],
  ] as const)('is one page of A4 with the figures of the interface, in %s at %i', async (language, inlineSize) => {
    const reviewer = await under.client('reviewer');
    const page = await under.visit('reviewer', '/', { language, inlineSize });
    await settled(page);
    const found: Record<string, unknown> = {};
    const wanted: Record<string, unknown> = {};
    const { on } = await reviewer.json(`/api/timelines/${printed[0]}`);
    const past = `?knownOn=${dayFrom(String(on), -90)}`;
    for (const [initiative, query] of [...printed.map((one) => [one, ''] as const), [printed[0], past] as const]) {
      await page.emulateMedia({ media: 'screen' });
      await go(page, `/initiatives/${initiative}/stocktake${query}`);
      await page.emulateMedia({ media: 'print' });
      const paper = await paperOf(page);
      const pages = pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      found[initiative + query] = { ...paper, pages };
      const timeline = await reviewer.json(`/api/timelines/${initiative}${query}`);
      wanted[initiative + query] = {
        ...toldBy(timeline, await sovereignIn(reviewer, initiative)),
        cut: [],
        beside: [],
        pages: [a4],
      };
    }
    expect(found).toEqual(wanted);
  });
});
