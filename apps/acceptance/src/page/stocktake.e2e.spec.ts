import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
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

const toldBy = (timeline: Shown): Pick<Awaited<ReturnType<typeof paperOf>>, 'figures' | 'waits' | 'positions'> => {
  const ledger = timeline['ledger']!;
  const missed = listOf(timeline['milestones']).filter((one) => String(one['status']) === 'missed').length;
  const efficiency = ledger['flowEfficiency'];
  const waits = listOf(ledger['byParty']).map((sums) => Number(sums['waiting']));
  return {
    figures: [
      String(ledger['elapsed']),
      String(ledger['waiting']),
      String(missed),
      efficiency === null ? '—' : `${Math.round(Number(efficiency) * 100)}%`,
    ],
    waits: waits
      .filter((days) => days > 0)
      .sort((a, b) => b - a)
      .slice(0, 6)
      .map(String),
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
      wanted[initiative + query] = { ...toldBy(timeline), cut: [], beside: [], pages: [a4] };
    }
    expect(found).toEqual(wanted);
  });
});
