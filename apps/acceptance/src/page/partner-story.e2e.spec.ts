import { expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { listOf } from '../harness/shown.js';
import { describeInBrowser } from './browser.js';
import { usePage } from './page-for-specs.js';
import type { Visitor } from './people.js';
import { settled } from './settled.js';
import { bookedToPartner, owedByPartner, type Ground, type Owed } from './steps/ground.js';
import { everyLook, type Look } from './steps/looks.js';

jest.setTimeout(240_000);

const under = usePage();
const words = {
  ar: {
    report: 'الإبلاغ بالتنفيذ',
    pass: 'إرسال، ونقل الساعة',
    return: 'إعادة للاستيفاء',
    reason: 'السبب',
    confirm: 'تأكيد الاستلام',
    contest: /^اعتراض/,
    contestSend: 'إرسال الاعتراض',
    rule: 'إعادة القيد',
    ruleParty: /الأيام تُقيّد على/,
    table: /جدول/,
    reached: 'أُنجزت، بانتظار الاعتماد',
  },
  en: {
    report: 'Report as done',
    pass: 'Send and pass the clock',
    return: 'Return, with reason',
    reason: 'Reason',
    confirm: 'Confirm receipt',
    contest: /^Contest/,
    contestSend: 'Send the contest',
    rule: 'Book to another',
    ruleParty: /The days are booked to/,
    table: /table/,
    reached: 'Reached, to be confirmed',
  },
} as const;

const cardOn = (page: Page, { milestoneTitle }: Ground): Locator =>
  page.locator('article.commitment', { has: page.locator('h3', { hasText: milestoneTitle }) });

const lookAt = async (page: Page, of: Ground): Promise<Locator> => {
  await page.goto(`${under.masar.url}/commitments`);
  await settled(page);
  return cardOn(page, of);
};

const number = (text: string): number => Number(text.replaceAll(/\D/g, ''));

/** The days of both sides on a card, and with whom it says the clock runs. */
const clockOn = async (card: Locator) => ({
  partner: number(await card.locator('.clock-partner b').innerText()),
  government: number(await card.locator('.clock-government b').innerText()),
  runs: await card
    .locator('.clock-running')
    .evaluateAll((cells) => cells.map((cell) => (cell.classList.contains('clock-partner') ? 'partner' : 'government'))),
});

/** The same as the interface tells it to somebody. */
const clockToldTo = async (visitor: Visitor, { commitment }: Owed) => {
  const { clock, status } = await (await under.client(visitor)).json(`/api/commitments/${commitment}`);
  const runs = { accepted: ['partner'], returned: ['partner'], reported: ['government'] }[String(status)] ?? [];
  return { partner: Number(clock!['debtor']), government: Number(clock!['receiver']), runs };
};

const sameClock = async (card: Locator, visitor: Visitor, of: Owed) => {
  expect(await clockOn(card)).toEqual(await clockToldTo(visitor, of));
};

const press = (within: Locator, name: string | RegExp) => within.getByRole('button', { name }).first().click();

/** Holds what goes out back, so that what is on its way can be seen on its way. */
const withSlowLine = async (page: Page, during: () => Promise<void>): Promise<void> => {
  const line = await page.context().newCDPSession(page);
  const rates = { offline: false, latency: 0, downloadThroughput: -1 };
  await line.send('Network.emulateNetworkConditions', { ...rates, uploadThroughput: 20_000 });
  await during();
  await line.send('Network.emulateNetworkConditions', { ...rates, uploadThroughput: -1 });
};

const paper = (words: string) => ({
  name: 'محضر التسليم.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from(`${words}\n`.repeat(6000)),
});

/** With a file, whose way to the server is shown. */
const report = async (page: Page, card: Locator, language: Look['language'], said: string) => {
  await press(card, words[language].report);
  await withSlowLine(page, async () => {
    await card.locator('input[type=file]').setInputFiles(paper(said));
    const bar = card.getByRole('progressbar');
    await bar.waitFor();
    expect(Number(await bar.getAttribute('aria-valuenow'))).toBeLessThan(100);
  });
  await card.locator('.evidence-there').waitFor();
  await press(card, words[language].pass);
  await card.locator('.commitment-pane').waitFor({ state: 'detached' });
};

describeInBrowser('a commitment of a partner', () => {
  it.each(everyLook)('goes there and back until it is confirmed, in $language at $inlineSize', async (look) => {
    const said = words[look.language];
    const owed = await owedByPartner(under);
    const partner = await under.visit('partner', '/commitments', look);
    let card = await lookAt(partner, owed);
    await sameClock(card, 'partner', owed);
    expect((await clockOn(card)).runs).toEqual(['partner']);
    await report(partner, card, look.language, 'سُلّم ثلاثة');
    await card.locator('.clock-running.clock-government').waitFor();
    await sameClock(card, 'partner', owed);

    const lead = await under.visit('lead', '/commitments', look);
    const shown = await lookAt(lead, owed);
    await sameClock(shown, 'lead', owed);
    await press(shown, said.return);
    await shown.getByRole('textbox', { name: said.reason }).fill('ينقص الجهاز الرابع');
    await press(shown, said.pass);
    await shown.locator('.clock-running.clock-partner').waitFor();

    card = await lookAt(partner, owed);
    expect(await card.locator('.commitment-notes').innerText()).toContain('ينقص الجهاز الرابع');
    await sameClock(card, 'partner', owed);
    expect((await clockOn(card)).runs).toEqual(['partner']);
    await report(partner, card, look.language, 'سُلّمت الأربعة');
    await card.locator('.clock-running.clock-government').waitFor();

    const colleague = await under.visit('colleague', '/commitments', look);
    const asked = await lookAt(colleague, owed);
    await press(asked, said.confirm);
    await press(asked.locator('.commitment-pane'), said.confirm);
    await asked.locator('.commitment-pane').waitFor({ state: 'detached' });
    const told = await clockToldTo('colleague', owed);
    expect(told.runs).toEqual([]);

    await colleague.goto(`${under.masar.url}/initiatives/projects/${owed.id}`);
    await settled(colleague);
    await press(colleague.locator('#timeline'), said.table);
    const fed = colleague.locator('#timeline tbody tr', { hasText: owed.milestoneTitle });
    expect(await fed.innerText()).toContain(said.reached);

    card = await lookAt(partner, owed);
    // What has ended lies folded at the foot.
    await press(partner.locator('.commitments-ended'), /./);
    await card.waitFor();
    await sameClock(card, 'partner', owed);
  });
});

describeInBrowser('days booked to a partner', () => {
  it.each(everyLook.slice(0, 2))(
    'are contested by it and booked anew by a reviewer, in $language at $inlineSize',
    async (look) => {
      const said = words[look.language];
      const owed = await owedByPartner(under);
      const lead = await under.client('lead');
      await bookedToPartner(under, owed);

      const partner = await under.visit('partner', '/commitments', look);
      await lookAt(partner, owed);
      const booked = partner.locator('.booked-entry', { hasText: owed.title });
      await press(booked, said.contest);
      await booked.getByRole('textbox').fill('سلّمنا المستندات في أول يوم');
      await press(booked, said.contestSend);
      await booked.locator('.booked-open').waitFor();

      const reviewer = await under.visit('reviewer', `/initiatives/projects/${owed.id}`, look);
      const asked = reviewer.locator('.decisions-one', { hasText: 'سلّمنا المستندات' });
      await press(asked, said.rule);
      await asked.getByRole('button', { name: said.ruleParty }).click();
      await reviewer.getByRole('option').first().click();
      await asked.getByRole('textbox').last().fill('الأيام على المالك');
      await asked.locator('button[type=submit]').click();
      await asked.waitFor({ state: 'detached' });

      await lookAt(partner, owed);
      await booked.waitFor({ state: 'detached' });
      const { ledger } = await lead.json(`/api/timelines/projects/${owed.id}`);
      const parties = listOf(ledger!['entries']).map(({ party, source }) => `${String(source)} ${String(party)}`);
      expect(parties).toContain('ruling entity:transport');
      expect(parties.join(' ')).not.toContain('port-systems');
    },
  );
});
