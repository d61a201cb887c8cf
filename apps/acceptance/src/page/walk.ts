import type { Page } from 'playwright-core';
import { furtherOf } from './addresses.js';
import type { Look, PageUnderTest } from './page-for-specs.js';
import type { Visitor } from './people.js';
import { go, settled } from './settled.js';

/** Every address a visitor's side bar leads to, and the further ones. */
const addressesOf = async (under: PageUnderTest, page: Page, visitor: Visitor): Promise<readonly string[]> => {
  const links = await page.locator('nav a').evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  return [...new Set([...links, ...(await furtherOf(await under.client(visitor), visitor))])];
};

/** Opens each screen of a visitor, and `more`, and answers by address what `faults` says of those it says something of. */
export const walk = async (
  under: PageUnderTest,
  visitor: Visitor,
  look: Look,
  faults: (page: Page) => Promise<readonly string[]>,
  more: readonly string[] = [],
): Promise<Readonly<Record<string, readonly string[]>>> => {
  const page = await under.visit(visitor, '/', look);
  await settled(page);
  const found: Record<string, readonly string[]> = {};
  for (const address of [...(await addressesOf(under, page, visitor)), ...more]) {
    await go(page, address);
    const said = await faults(page);
    if (said.length > 0) found[address] = said;
  }
  return found;
};
