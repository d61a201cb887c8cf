import type { Page } from 'playwright-core';

/** Marks the document a page shows: a reload loses the mark. */
export const mark = (page: Page): Promise<void> =>
  page.evaluate(() => void (document.documentElement.dataset['mark'] = 'same'));

/** `same` while it is the very document that was marked. */
export const markOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset['mark']);
