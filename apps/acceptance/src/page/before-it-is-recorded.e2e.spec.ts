import { afterAll, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { temporaryFolder } from '@masar/testing';
import { faultsOf } from './accessible.js';
import { describeInBrowser } from './browser.js';
import { fillDoor, usePage } from './page-for-specs.js';
import { typeDay } from './steps/hands.js';

const folder = temporaryFolder();
const claims = folder.file('claims.json');
writeFileSync(claims, JSON.stringify({ roles: { claim: 'groups', map: { leads: ['lead'] } } }));
/** A provider that is set and does not answer: nobody listens on the port of discarding. */
const under = usePage({
  MASAR_OIDC_ISSUER: 'http://127.0.0.1:9',
  MASAR_OIDC_CLIENT_ID: 'masar',
  MASAR_OIDC_CLAIMS: claims,
  MASAR_PUBLIC_URL: 'http://127.0.0.1:4600',
});
afterAll(() => folder.remove());

const looks = [
  ['ar', 1440],
  ['en', 390],
] as const;
const words = {
  ar: { elsewhere: 'الدخول بحساب الجهة الحكومية', away: 'لا يجيب مزوّد الهوية الآن', set: 'تحديد يوم', reason: 'السبب' },
  en: {
    ...{ elsewhere: 'Sign in with a ministry account', away: 'The identity provider does not answer now' },
    ...{ set: 'Set a day', reason: 'Reason' },
  },
} as const;

describeInBrowser('the door of a ministry', () => {
  it.each(looks)(
    'in %s at %i: leads to the provider, and says why somebody was not let in',
    async (language, inlineSize) => {
      const page = await under.open('/changes', { language, inlineSize });
      await page.getByRole('button', { name: words[language].elsewhere }).click();
      await page.getByRole('alert').getByText(words[language].away).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      // Said once: it is gone from the address, and a reload says nothing.
      await page.waitForFunction(() => !location.search.includes('refused'));
      await page.reload();
      await page.getByRole('button', { name: words[language].elsewhere }).waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      // The password opens as before.
      await under.signIn(page, 'administrator');
    },
  );

  it('repeats nothing that an address says', async () => {
    const page = await under.open('/?refused=call-this-number', { language: 'en' });
    const said = page.getByRole('alert');
    await said.waitFor();
    expect(await said.textContent()).not.toContain('call-this-number');
    await fillDoor(page, 'admin', 'not the password at all');
    await page.getByRole('alert').nth(1).waitFor();
  });
});

describeInBrowser('a day of a calendar', () => {
  const said = async () => {
    const { body } = await under.masar.client.send('GET', '/api/calendars/EG/days?limit=500');
    return (body['items'] as unknown as { date: string }[]).map(({ date }) => date);
  };

  it.each([
    ['ar', 1440, '2026-11-16'],
    ['en', 390, '2026-11-17'],
  ] as const)(
    'in %s at %i: says what it would move before it is set, and moves that',
    async (language, inlineSize, day) => {
      const page = await under.visit('administrator', '/administration/calendars', { language, inlineSize });
      await page.getByRole('button', { name: words[language].set, exact: true }).click();
      const window = page.getByRole('dialog');
      await typeDay(window.locator('.day-input'), day);
      await window.locator('.foreseen [role=status]').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      const query = `/api/portfolio/calendar-change?calendar=EG&date=${day}&off=true`;
      const foreseen = (await under.masar.client.send('GET', query)).body as unknown as Foreseen;
      expect(await window.locator('.foreseen-list > li').count()).toBe(foreseen.items.length);
      const moved = foreseen.items.flatMap(({ initiative, moves }) =>
        moves.filter(({ what }) => what === 'active').map(({ to }) => ({ ...initiative, to })),
      );
      expect(await said()).not.toContain(day);
      await window.getByLabel(words[language].reason).fill('announced');
      await window.locator('button[type=submit]').click();
      await window.waitFor({ state: 'detached' });
      expect(await said()).toContain(day);
      for (const { kind, id, to } of moved) {
        const { body } = await under.masar.client.send('GET', `/api/timelines/${kind}/${id}`);
        expect([id, (body['ledger'] as unknown as { active: number }).active]).toEqual([id, to]);
      }
      const { items } = (await under.masar.client.send('GET', query)).body as unknown as Foreseen;
      expect(items).toEqual([]);
    },
  );
});

interface Foreseen {
  readonly items: readonly {
    readonly initiative: { readonly kind: string; readonly id: string };
    readonly moves: readonly { readonly what: string; readonly to: unknown }[];
  }[];
}
