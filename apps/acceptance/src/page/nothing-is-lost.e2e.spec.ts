import { expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { describeInBrowser } from './browser.js';
import { usePage } from './page-for-specs.js';
import { chosenPassword } from './people.js';
import { settled } from './settled.js';
import { typeDay } from './steps/hands.js';
import { dayFromToday, eventsOf, givenProject, type Ground } from './steps/ground.js';

jest.setTimeout(240_000);

const under = usePage();
const words = {
  add: 'إضافة محطة',
  titleAr: 'العنوان بالعربية',
  change: /^تعديل «/,
  save: 'حفظ',
  reach: /^تسجيل إنجاز/,
  today: /^اليوم/,
  ask: /^طلب موعد/,
  blocker: 'معوّق جديد',
  reason: 'السبب',
  otherDay: 'يوم آخر…',
  invite: 'دعوة شخص',
  nameAr: 'الاسم بالعربية',
  report: 'الإبلاغ بالتنفيذ',
  addLink: 'إضافة رابط',
  evidenceTitle: 'عنوان المستند',
  address: 'الرابط',
  pass: 'إرسال، ونقل الساعة',
  mend: /^تعديل الخلية/,
  look: 'معاينة من جديد',
  run: /^استيراد/,
  imported: /استُورد الملف/,
  /** What is said of what the server does not have, and of what it has. */
  kept: /محفوظ على هذا الجهاز/,
  arrived: /وصل/,
} as const;

const rowOf = (page: Page, { milestoneTitle }: Ground): Locator =>
  page.locator('.team-row', { hasText: milestoneTitle });

const opened = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${under.masar.url}${address}`);
  await settled(page);
};

/** What somebody sees anew after the page was loaded again. */
const reloaded = async (page: Page): Promise<void> => {
  await page.reload();
  await settled(page);
};

const reachedOf = async ({ id }: Ground) =>
  (await eventsOf(under, `/api/projects/${id}`, 'milestone.reached.v1')).length;

const gone = [
  /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED/,
  /ERR_EMPTY_RESPONSE|ERR_NETWORK_IO_SUSPENDED/,
  / 503 of |status of 503/,
];

describeInBrowser('what was typed and not sent is there after a reload', () => {
  it('in the window of a new milestone, until it is planned', async () => {
    const ground = await givenProject(under);
    const page = await under.visit('lead', `/initiatives/projects/${ground.id}/edit`);
    await page.getByRole('button', { name: words.add }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: words.titleAr }).fill('محطة لم تُرسل');
    await reloaded(page);
    await page.getByRole('button', { name: words.add }).click();
    const title = page.getByRole('dialog').getByRole('textbox', { name: words.titleAr });
    expect(await title.inputValue()).toBe('محطة لم تُرسل');
    await page.getByRole('dialog').locator('.notice').first().waitFor();
  });

  it('in the panes of the board', async () => {
    const ground = await givenProject(under);
    const page = await under.visit('lead', '/milestones');
    const row = rowOf(page, ground);
    await row.getByRole('button', { name: words.ask }).click();
    await row.getByRole('textbox', { name: words.reason }).fill('تأخر التوريد');
    await reloaded(page);
    await row.getByRole('button', { name: words.ask }).click();
    expect(await row.getByRole('textbox', { name: words.reason }).inputValue()).toBe('تأخر التوريد');
  });

  it('in the day of a report that is none of those offered', async () => {
    const ground = await givenProject(under);
    const page = await under.visit('lead', '/milestones');
    const row = rowOf(page, ground);
    const day = row.locator('.team-other-day .day-input');
    await row.getByRole('button', { name: words.reach }).click();
    await row.getByRole('button', { name: words.otherDay }).click();
    await typeDay(day, dayFromToday(-9));
    const typed = await day.innerText();
    await reloaded(page);
    await row.getByRole('button', { name: words.reach }).click();
    expect(await day.innerText()).toBe(typed);
  });

  it('in the invitation of somebody', async () => {
    const page = await under.visit('administrator', '/administration/people');
    const open = () => page.getByRole('button', { name: words.invite, exact: true }).first().click();
    const name = page.getByRole('dialog').getByRole('textbox', { name: words.nameAr });
    await open();
    await name.fill('منى السيد');
    await page.getByRole('dialog').getByRole('checkbox').first().press('Space');
    await reloaded(page);
    await open();
    expect(await name.inputValue()).toBe('منى السيد');
    expect(await page.getByRole('dialog').getByRole('checkbox').first().isChecked()).toBe(true);
  });

  it('in the report of a commitment, with its evidence', async () => {
    const page = await under.visit('partner', '/commitments');
    const ground = await givenProject(under);
    const lead = await under.client('lead');
    const offer = { direction: 'partner-to-government', initiative: `projects/${ground.id}`, dueOn: dayFromToday(9) };
    const title = { ar: `التزام ${ground.milestoneTitle}` };
    const { id } = await lead.accept('/api/partners/port-systems/commitments', { ...offer, title });
    await (await under.client('partner')).accept(`/api/commitments/${String(id)}/accept`, {});
    await opened(page, '/commitments');
    const card = page.locator('article.commitment', { hasText: ground.milestoneTitle });
    const press = (name: string) => card.getByRole('button', { name, exact: true }).click();
    await press(words.report);
    await press(words.addLink);
    await card.getByRole('textbox', { name: words.evidenceTitle }).fill('محضر');
    await card.getByRole('textbox', { name: words.address }).fill('https://evidence.example.org/a');
    const paper = { name: 'صورة المحضر.txt', mimeType: 'text/plain', buffer: Buffer.from('سُلّم\n'.repeat(50)) };
    await card.locator('input[type=file]').setInputFiles(paper);
    await card.locator('.evidence-there').waitFor();
    await reloaded(page);
    await press(words.report);
    const titles = await card
      .getByRole('textbox', { name: words.evidenceTitle })
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    expect(titles).toEqual(['محضر', 'صورة المحضر']);
    await press(words.pass);
    await card.locator('.clock-running.clock-government').waitFor();
    const [reported, ...more] = await eventsOf(under, `/api/commitments/${String(id)}`, 'commitment.reported.v1');
    expect(more).toEqual([]);
    expect(reported!['data']!['evidence']).toHaveLength(2);
  });
});

describeInBrowser('a file that is being repaired', () => {
  it('is there after a reload with what was written into its cells, and is imported with it', async () => {
    const title = `ملف من جدول ${dayFromToday(0)}`;
    const table = [
      'kind,initiative,title_ar,owner,started on,milestone,milestone title,target',
      `project,from-a-table,${title},transport,2026-02-31,m-1,Study,2027-03-01`,
    ].join('\n');
    const page = await under.visit('lead', '/import');
    await page.waitForSelector('.import-drop');
    const file = { name: 'ملفات.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
    await page.setInputFiles('input[type=file]', file);
    await page.getByRole('button', { name: words.mend }).click();
    await page.locator('input.import-cell').fill('2026-02-27');
    await reloaded(page);
    await page.locator('.notice').first().waitFor();
    await page.getByRole('button', { name: words.mend }).click();
    expect(await page.locator('input.import-cell').inputValue()).toBe('2026-02-27');
    await page.getByRole('button', { name: words.look }).click();
    await page.getByRole('button', { name: words.run }).waitFor();
    await reloaded(page);
    await page.getByRole('button', { name: words.run }).click();
    await page.getByRole('heading', { name: words.imported }).waitFor();
    await reloaded(page);
    await page.waitForSelector('.import-drop');
    const { items } = await (await under.client('lead')).json(`/api/portfolio?q=${encodeURIComponent(title)}`);
    expect(items).toMatchObject([{ startedOn: '2026-02-27' }]);
  });
});

/** Reports the milestone reached with the line gone: kept, and nothing else is said of it. */
const reachWithoutLine = async (row: Locator): Promise<void> => {
  await row.getByRole('button', { name: words.reach }).click();
  await row.getByRole('button', { name: words.today }).click();
  await row.getByText(words.kept).waitFor();
  expect(await row.getByText(words.arrived).count()).toBe(0);
};

describeInBrowser('what is sent while the line is gone', () => {
  it('is kept, over a reload too, and recorded once when the line is back', async () => {
    const ground = await givenProject(under);
    const page = await under.visit('member', '/milestones');
    const row = rowOf(page, ground);
    await row.waitFor();
    under.watch.expect(...gone);
    await page.context().setOffline(true);
    await reachWithoutLine(row);
    await page.locator('.outbox-notice').getByText(words.kept).waitFor();
    expect(await reachedOf(ground)).toBe(0);
    await page.context().setOffline(false);
    await row.getByText(words.arrived).waitFor();
    await page.locator('.outbox-notice').waitFor({ state: 'detached' });
    expect(await reachedOf(ground)).toBe(1);
    await reloaded(page);
    expect(await reachedOf(ground)).toBe(1);
  });

  it('or the server was killed, is kept while the page is shut, and recorded once when both are back', async () => {
    const ground = await givenProject(under);
    const page = await under.visit('member', '/milestones');
    const row = rowOf(page, ground);
    await row.waitFor();
    under.watch.expect(...gone);
    await under.masar.kill9();
    await reachWithoutLine(row);
    const browser = page.context();
    await page.close();
    await under.masar.comeBack();
    expect(await reachedOf(ground)).toBe(0);
    const again = await browser.newPage();
    await again.goto(`${under.masar.url}/milestones`);
    await rowOf(again, ground).getByText(words.arrived).waitFor();
    await again.locator('.outbox-notice').waitFor({ state: 'detached' });
    expect(await reachedOf(ground)).toBe(1);
  });

  it('goes out as a whole where a form asked for several things', async () => {
    const ground = await givenProject(under, 2);
    const page = await under.visit('lead', `/initiatives/projects/${ground.id}/edit`);
    await settled(page);
    await page.getByRole('button', { name: words.change }).first().click();
    const window = page.getByRole('dialog');
    await window.getByRole('textbox', { name: words.titleAr }).fill('عنوان آخر');
    await window.getByRole('checkbox').first().press('Space');
    under.watch.expect(...gone);
    await page.context().setOffline(true);
    await window.getByRole('button', { name: words.save, exact: true }).click();
    await window.getByText(words.kept).waitFor();
    // Nothing waits for its answer any more when it is sent.
    const browser = page.context();
    await page.close();
    await browser.setOffline(false);
    const again = await browser.newPage();
    await again.goto(`${under.masar.url}/initiatives/projects/${ground.id}/edit`);
    await again.getByText('عنوان آخر').first().waitFor();
    // It has arrived: the form holds nothing of it any more.
    await again.locator('.outbox-notice').waitFor({ state: 'detached' });
    await again.getByRole('button', { name: words.change }).first().click();
    await again.getByRole('dialog').getByRole('textbox', { name: words.titleAr }).waitFor();
    expect(await again.getByRole('dialog').locator('.notice').count()).toBe(0);
    const lead = await under.client('lead');
    const milestone = await lead.json(`/api/projects/${ground.id}/milestones/m-1`);
    expect([milestone['title']!['ar'], milestone['dependsOn']]).toEqual(['عنوان آخر', ['m-2']]);
  });
});

describeInBrowser('a session that ends in the middle of a form', () => {
  it('leaves the form and its words where they are; after signing in it is sent once', async () => {
    const ground = await givenProject(under);
    const page = await under.visit('colleague', `/initiatives/projects/${ground.id}/edit`);
    await page.getByRole('button', { name: words.change }).click();
    const window = page.getByRole('dialog').first();
    await window.getByRole('textbox', { name: words.titleAr }).fill('كُتب قبل انتهاء الجلسة');
    const elsewhere = await under.client('colleague');
    expect((await elsewhere.send('DELETE', '/api/sessions')).status).toBe(204);
    await page.waitForSelector('.sign-in-over input[name=password]');
    await page.fill('input[name=password]', chosenPassword);
    await page.keyboard.press('Enter');
    await page.waitForSelector('input[name=password]', { state: 'detached' });
    expect(await window.getByRole('textbox', { name: words.titleAr }).inputValue()).toBe('كُتب قبل انتهاء الجلسة');
    await window.getByRole('button', { name: words.save, exact: true }).click();
    await window.waitFor({ state: 'detached' });
    expect(await eventsOf(under, `/api/projects/${ground.id}`, 'milestone.described.v1')).toHaveLength(1);
  });
});
