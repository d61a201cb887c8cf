import { expect, it, jest } from '@jest/globals';
import { sideways } from './accessible.js';
import { walkers } from './addresses.js';
import { describeInBrowser } from './browser.js';
import { usePage } from './page-for-specs.js';
import { settled } from './settled.js';
import { untranslatedOn } from './untranslated.js';
import { walk } from './walk.js';

// A walk opens every screen of somebody: a busy machine takes its time.
jest.setTimeout(600_000);

const under = usePage();

describeInBrowser('x-long, English a third longer and between marks', () => {
  it('shows that every word of the door went through the catalogue', async () => {
    const page = await under.open('/', { language: 'x-long' });
    await settled(page);
    expect(await page.textContent('h1')).toMatch(/^⟦Sign in·+⟧$/);
    expect(await untranslatedOn(page)).toEqual([]);
  });

  it.each(walkers)('and every word of the screens of the %s', async (visitor) => {
    expect(await walk(under, visitor, { language: 'x-long' }, untranslatedOn)).toEqual({});
  });

  it('fits on a telephone', async () => {
    const wide = await walk(under, 'reviewer', { language: 'x-long', inlineSize: 390 }, async (page) =>
      [await sideways(page)].flatMap((said) => said ?? []),
    );
    expect(wide).toEqual({});
  });

  it('sees a word that went past the catalogue', async () => {
    const page = await under.open('/', { language: 'x-long' });
    await settled(page);
    await page.evaluate(() => {
      document.querySelector('h1')!.append(' plain ');
      document.querySelector('h1')!.setAttribute('title', 'plain too');
    });
    expect(await untranslatedOn(page)).toEqual(['plain', 'plain too']);
  });
});

describeInBrowser('x-mirror, English from right to left', () => {
  it('turns the page as Arabic does', async () => {
    const sideOf = async (language: 'x-mirror' | 'en') => {
      const page = await under.visit('reviewer', '/portfolio', { language });
      await settled(page);
      expect(await page.getAttribute('html', 'dir')).toBe(language === 'en' ? 'ltr' : 'rtl');
      expect(await sideways(page)).toBeUndefined();
      return page.locator('nav').evaluate((nav) => nav.getBoundingClientRect().left > innerWidth / 2);
    };
    expect([await sideOf('en'), await sideOf('x-mirror')]).toEqual([false, true]);
  });
});
