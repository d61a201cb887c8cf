import type { Page } from 'playwright-core';

/** What is written for the reader without the catalogue: months, weekdays, and what joins a list or a day and its hour. */
const ofThePlatform = (): readonly string[] => {
  // What react-aria says by itself in the reader's language of parts of a date and of where files are dropped.
  const words = new Set<string>(['day', 'month', 'year', 'dd', 'mm', 'yyyy', 'DropZone']);
  const calendars: readonly Intl.DateTimeFormatOptions[] = [{ calendar: 'gregory' }, { calendar: 'islamic-umalqura' }];
  for (const calendar of calendars)
    for (const length of ['long', 'short'] as const)
      for (let day = 0; day < 400; day += 7)
        for (const part of new Intl.DateTimeFormat('en-GB', {
          ...calendar,
          ...{ timeZone: 'UTC', weekday: length, day: 'numeric', month: length, year: 'numeric' },
        }).formatToParts(day * 86_400_000 + (day % 5) * 86_400_000))
          for (const word of part.value.match(/\p{L}+/gu) ?? []) words.add(word);
  const joining = [
    ...new Intl.ListFormat('en-GB', { type: 'conjunction' }).formatToParts(['1', '2', '3']),
    ...new Intl.DateTimeFormat('en-GB', { month: 'long', day: 'numeric', hour: 'numeric' }).formatToParts(0),
  ];
  for (const { value } of joining) for (const word of value.match(/\p{L}+/gu) ?? []) words.add(word);
  return [...words];
};

/**
 * Texts of a screen in `x-long` that stand outside of its marks, so never went through the catalogue. What people wrote is in
 * `bdi` and is left out, with the names of bodies, numbers and days.
 */
export const untranslatedOn = async (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    async ({ platform, registers }) => {
      const known = new Set(platform);
      const names: string[] = [];
      for (const register of registers) {
        const answer = await fetch(`${register}?limit=500`);
        if (!answer.ok) continue;
        const { items } = (await answer.json()) as { items: { id: string; name: { ar?: string; en?: string } }[] };
        for (const { id, name } of items) names.push(name.en ?? name.ar ?? id);
      }
      // The longest first: one name may be the beginning of another.
      names.sort((a, b) => b.length - a.length);
      const outside: string[] = [];
      let depth = 0;
      const read = (text: string): void => {
        let rest = '';
        for (const letter of text) {
          if (letter === '⟦') depth += 1;
          else if (letter === '⟧') depth -= 1;
          else if (depth === 0) rest += letter;
        }
        for (const name of names) rest = rest.replaceAll(name, '');
        const words = (rest.match(/\p{L}+/gu) ?? []).filter((word) => !known.has(word));
        if (words.length > 0) outside.push(text.trim());
      };
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const holder = node.parentElement!;
        if (holder.closest('bdi, script, style, kbd') || !holder.checkVisibility()) continue;
        read(node.textContent ?? '');
      }
      for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'])
        for (const element of document.querySelectorAll(`[${name}]`)) {
          depth = 0;
          // A name that has no room is said whole by what points at it.
          const isName = element.querySelector('bdi')?.textContent === element.getAttribute(name);
          if (!isName) read(element.getAttribute(name)!);
        }
      return outside;
    },
    { platform: ofThePlatform(), registers: ['/api/entities', '/api/partners'] },
  );
