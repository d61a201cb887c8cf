import { expect, it } from '@jest/globals';
import { describeInBrowser } from './browser.js';
import { fillDoor, usePage } from './page-for-specs.js';
import { chosenPassword, invite } from './people.js';

const under = usePage();
const words = {
  ar: { direction: 'rtl', title: 'تسجيل الدخول', wrong: /[\u0600-\u06ff]/ },
  en: { direction: 'ltr', title: 'Sign in', wrong: /[a-z]/ },
} as const;

describeInBrowser('the door', () => {
  it.each([
    ['ar', 1440],
    ['ar', 390],
    ['en', 1440],
    ['en', 390],
  ] as const)(
    'in %s at %i: a wrong password is refused in words, the right one opens',
    async (language, inlineSize) => {
      const page = await under.open('/changes', { language, inlineSize });
      await page.waitForSelector('h1');
      expect(await page.textContent('h1')).toBe(words[language].title);
      expect(await page.getAttribute('html', 'dir')).toBe(words[language].direction);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      await fillDoor(page, 'admin', 'not the password at all');
      await page.waitForSelector('[role=alert]');
      expect(await page.textContent('[role=alert]')).toMatch(words[language].wrong);
      expect(await page.inputValue('input[name=user]')).toBe('admin');
      await under.signIn(page, 'administrator');
      // Where he wanted to go, not the first screen.
      expect(new URL(page.url()).pathname).toBe('/changes');
    },
  );

  it('keeps the session over a reload, and signing out ends it', async () => {
    const page = await under.visit('administrator', '/');
    await page.reload();
    await page.waitForSelector('#content');
    await page.locator('.account button').click();
    await page.locator('[role=menuitem]', { hasText: /^(تسجيل الخروج|Sign out)$/ }).click();
    await page.waitForSelector('input[name=password]');
    await page.reload();
    await page.waitForSelector('input[name=password]');
    expect(await page.locator('nav').count()).toBe(0);
  });
});

describeInBrowser('the link of an invitation', () => {
  it('lets a password be chosen once, which then opens', async () => {
    const user = 'first.visitor';
    const token = await invite(under.masar.client, 'member', user);
    const page = await under.open(`/invitations/${token}`);
    const [first, second] = [page.locator('input[type=password]').nth(0), page.locator('input[type=password]').nth(1)];
    const send = page.locator('button[type=submit]');
    await first.fill(chosenPassword);
    await second.fill('another sentence altogether');
    expect(await send.isDisabled()).toBe(true);
    await second.fill(chosenPassword);
    await send.click();
    await page.locator('a.button-primary').click();
    await fillDoor(page, user, chosenPassword);
    await page.waitForSelector('#content');
    const again = await under.open(`/invitations/${token}`);
    await again.locator('input[type=password]').nth(0).fill(chosenPassword);
    await again.locator('input[type=password]').nth(1).fill(chosenPassword);
    await again.locator('button[type=submit]').click();
    await again.waitForSelector('[role=alert]');
  });

  it('says under the field what is wrong with a password', async () => {
    const page = await under.open(`/invitations/${await invite(under.masar.client, 'partner', 'second.visitor')}`);
    for (const n of [0, 1]) await page.locator('input[type=password]').nth(n).fill('short');
    await page.locator('button[type=submit]').click();
    await page.waitForSelector('input[aria-invalid=true]');
  });
});
