import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}
type Axe = { run(root: Document | { include: string }, options: object): Promise<{ violations: Finding[] }> };

/** WCAG 2.2 to AA, and what axe holds to be good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with a page as it is now, or with what is `within` a part of it, each as one line. */
export const faultsOf = async (page: Page, within = 'html'): Promise<readonly string[]> => {
  // Through the debugger, which the page's policy does not bind.
  await page.evaluate(axe);
  const violations = await page.evaluate(
    async ([runOnly, part]) => {
      const { axe } = window as unknown as { axe: Axe };
      const root = part === 'html' ? document : { include: part };
      return (await axe.run(root, { runOnly, resultTypes: ['violations'] })).violations;
    },
    [tags, within] as const,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      const why = failureSummary.split('\n').slice(1).join(' ').trim();
      return `${id}: ${help}: ${JSON.stringify(target)} ${why}`;
    }),
  );
};

/** By how many pixels a page is wider than its window, and what sticks out the most. */
export const sideways = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return undefined;
    const beyond = [...document.querySelectorAll('main *')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.left < -1 || box.right > clientWidth + 1));
    const names = beyond.slice(0, 3).map(({ element }) => `${element.tagName.toLowerCase()}.${element.className}`);
    return `${scrollWidth - clientWidth} px too wide: ${names.join(', ')}`;
  });
