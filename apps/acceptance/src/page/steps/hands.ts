import type { Locator, Page } from 'playwright-core';

const widestWithTouch = 720;

/** With a finger on a telephone, else with a mouse. */
export const press = (page: Page, what: Locator): Promise<void> =>
  page.viewportSize()!.width < widestWithTouch ? what.tap() : what.click();

/** Types a day part by part, as its field is laid out in the reader's language. */
export const typeDay = async (field: Locator, date: string): Promise<void> => {
  const [year, month, day] = date.split('-').map(Number);
  for (const [part, value] of Object.entries({ day, month, year })) {
    const segment = field.locator(`[data-type=${part}]`);
    await segment.focus();
    await segment.press('Backspace');
    await segment.pressSequentially(String(value));
  }
};
