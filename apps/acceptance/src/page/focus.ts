import type { Page } from 'playwright-core';

export interface Focused {
  readonly what: string;
  readonly leadsTo: string;
  /** Whether one sees that it has the focus. */
  readonly isSeen: boolean;
  /** Whether something lies over it. */
  readonly isCovered: boolean;
  readonly isPage: boolean;
}

/** What has the focus: its name, whether one sees that it has it, and where it leads. */
export const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const isDrawn = (one: Element | null | undefined): boolean => {
      if (!one) return false;
      const { outlineStyle, outlineColor, boxShadow } = getComputedStyle(one);
      const hasOutline = outlineStyle !== 'none' && !outlineColor.endsWith(', 0)');
      return hasOutline || /0px 0px 0px [24]px/.test(boxShadow);
    };
    // The ring is around what is focused, or around the box it is typed or chosen in.
    const around = [element, element.parentElement, element.parentElement?.parentElement];
    const isInRing = around.some(isDrawn) || element.matches('[role=spinbutton]');
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, innerHeight / 2));
    const isHidden = width <= 1 || height <= 1;
    const isOwn =
      at === null || element.contains(at) || at.contains(element) || element.closest('label') === at.closest('label');
    return {
      what: `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.innerText ?? ''}`.trim(),
      leadsTo: element.getAttribute('href') ?? '',
      isSeen: element === document.body || isInRing,
      isCovered: element !== document.body && !isHidden && !isOwn,
      isPage: element === document.body,
    };
  });

const mostStops = 90;

/** Goes through a screen with Tab; answers what one does not see there. */
export const unseenStops = async (page: Page): Promise<readonly string[]> => {
  const faults: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (at.isPage && stop > 0) break;
    if (!at.isSeen) faults.push(`no ring: ${at.what}`);
    if (at.isCovered) faults.push(`covered: ${at.what}`);
  }
  return [...new Set(faults)];
};
