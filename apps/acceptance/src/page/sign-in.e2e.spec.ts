import { expect, it } from '@jest/globals';
import { listOf } from '../harness/shown.js';
import { describeInBrowser } from './browser.js';
import { fillDoor, usePage } from './page-for-specs.js';
import { chosenPassword, invite } from './people.js';
import { settled } from './settled.js';

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

describeInBrowser('whoever has come in', () => {
  it.each(['lead', 'partner'] as const)('reads the own name: %s', async (visitor) => {
    const page = await under.visit(visitor, '/');
    await page.locator('.account-who', { hasText: 'زائر الصفحة' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('.account-who', { hasText: 'A visitor' }).waitFor();
  });

  it('reads what people without an account are called: those of the demonstration', async () => {
    const [law] = listOf((await (await under.client('reviewer')).json('/api/portfolio?kind=laws&limit=1'))['items']);
    const page = await under.visit('reviewer', `/initiatives/laws/${String(law!['id'])}`);
    await page.locator('#trail .trail-line').first().waitFor();
    await settled(page);
    expect(await page.locator('#trail').innerText()).not.toMatch(/[a-z]+\.[a-z]+/);
    const { items } = await (await under.client('reviewer')).json('/api/directory/officials?limit=500');
    expect(listOf(items)).toContainEqual({ id: 'hala.mansour', name: { ar: 'هالة منصور', en: 'Hala Mansour' } });
    // Somebody of a partner has no name there, nor has a partner's person in the demonstration.
    expect(listOf(items).map(({ id }) => id)).not.toContain('mostafa.elkady');
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
