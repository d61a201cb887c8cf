import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser.js';
import { usePage } from './page-for-specs.js';
import type { Visitor } from './people.js';
import { settled } from './settled.js';
import { eventsOf, givenProject, type Ground } from './steps/ground.js';
import { everyLook, type Look } from './steps/looks.js';

jest.setTimeout(240_000);

const under = usePage();
const words = {
  ar: {
    change: /^تعديل «/,
    titleAr: 'العنوان بالعربية',
    titleEn: 'العنوان بالإنجليزية',
    save: 'حفظ',
    saved: 'حُفظ.',
    mine: 'اعتماد ما كُتب هنا',
    theirs: 'الإبقاء على المقيَّد',
    reach: /^تسجيل إنجاز/,
    today: /^اليوم/,
  },
  en: {
    change: /^Change “/,
    titleAr: 'Title in Arabic',
    titleEn: 'Title in English',
    save: 'Save',
    saved: 'Saved.',
    mine: 'Take what is written here',
    theirs: 'Keep what is recorded',
    reach: /^Report reached/,
    today: /^Today/,
  },
} as const;

const pageOf = async (visitor: Visitor, ground: Ground, look: Look): Promise<Page> => {
  const page = await under.visit(visitor, `/initiatives/projects/${ground.id}/edit`, look);
  await settled(page);
  return page;
};

const fieldOf = (page: Page, name: string) => page.getByRole('dialog').getByRole('textbox', { name, exact: true });

/** Opens the window of the one milestone and types a title. */
const type = async (page: Page, { language }: Look, field: 'titleAr' | 'titleEn', title: string) => {
  const window = page.getByRole('dialog');
  if ((await window.count()) === 0) await page.getByRole('button', { name: words[language].change }).click();
  await fieldOf(page, words[language][field]).fill(title);
};
const save = (page: Page, { language }: Look) =>
  page.getByRole('dialog').getByRole('button', { name: words[language].save, exact: true }).click();
const isShut = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });

const told = async ({ id, milestone }: Ground) => {
  const lead = await under.client('lead');
  return (await lead.json(`/api/projects/${id}/milestones/${milestone}`))['title'];
};
const retold = async (ground: Ground) =>
  (await eventsOf(under, `/api/projects/${ground.id}`, 'milestone.described.v1')).length;

/** Both have typed a title, the colleague has sent hers: the lead sends his and is shown both. */
const bothTyped = async (ground: Ground, look: Look): Promise<Page> => {
  const [lead, colleague] = [await pageOf('lead', ground, look), await pageOf('colleague', ground, look)];
  await type(lead, look, 'titleAr', 'نفق الميناء الشرقي');
  await type(colleague, look, 'titleAr', 'نفق الميناء الغربي');
  await save(colleague, look);
  await isShut(colleague);
  await save(lead, look);
  await lead.locator('.editing-conflict').waitFor();
  const shown = await lead.locator('.editing-conflict tbody').innerText();
  expect(shown).toContain('نفق الميناء الشرقي');
  expect(shown).toContain('نفق الميناء الغربي');
  const field = fieldOf(lead, words[look.language].titleAr);
  expect(await field.inputValue()).toBe('نفق الميناء الشرقي');
  // Nothing was recorded of what was refused, and nothing says so.
  expect([await retold(ground), (await told(ground))!['ar']]).toEqual([1, 'نفق الميناء الغربي']);
  return lead;
};

describeInBrowser('two people who change the same milestone', () => {
  it.each(everyLook.slice(0, 2))('are shown both versions, and one is taken: $language, $inlineSize', async (look) => {
    const said = words[look.language];
    const ground = await givenProject(under);
    const lead = await bothTyped(ground, look);
    await lead.getByRole('button', { name: said.mine }).click();
    await isShut(lead);
    expect([await retold(ground), (await told(ground))!['ar']]).toEqual([2, 'نفق الميناء الشرقي']);
  });

  it('may keep what the other one recorded', async () => {
    const [, look] = everyLook;
    const ground = await givenProject(under);
    const lead = await bothTyped(ground, look);
    await lead.getByRole('button', { name: words.en.theirs }).click();
    await lead.locator('.editing-conflict').waitFor({ state: 'detached' });
    const field = fieldOf(lead, words.en.titleAr);
    expect(await field.inputValue()).toBe('نفق الميناء الغربي');
    expect([await retold(ground), (await told(ground))!['ar']]).toEqual([1, 'نفق الميناء الغربي']);
  });

  it('and not the same of it, lose nothing of either', async () => {
    const [look] = everyLook;
    const ground = await givenProject(under);
    const [lead, colleague] = [await pageOf('lead', ground, look), await pageOf('colleague', ground, look)];
    await type(lead, look, 'titleAr', 'نفق');
    await type(colleague, look, 'titleEn', 'Tunnel');
    await save(colleague, look);
    await isShut(colleague);
    await save(lead, look);
    await isShut(lead);
    expect(await told(ground)).toEqual({ ar: 'نفق', en: 'Tunnel' });
  });

  it('and report it both: the second is told, with what is recorded beside', async () => {
    const [look] = everyLook;
    const ground = await givenProject(under);
    const member = await under.visit('member', '/milestones', look);
    const row = member.locator('.team-row', { hasText: ground.milestoneTitle });
    await row.getByRole('button', { name: words.ar.reach }).click();
    await row.getByRole('button', { name: words.ar.today }).waitFor();
    const pause = await member.context().newCDPSession(member);
    // Deaf for a moment: the page has not heard of the other one.
    await pause.send('Network.enable');
    await pause.send('Network.setBlockedURLs', { urls: ['*/api/milestones*'] });
    under.watch.expect(/ERR_BLOCKED_BY_CLIENT/);
    const lead = await under.client('lead');
    await lead.accept(`/api/projects/${ground.id}/milestones/m-1/reach`, {});
    await row.getByRole('button', { name: words.ar.today }).click();
    await row.locator('.team-refused').waitFor();
    await pause.send('Network.setBlockedURLs', { urls: [] });
    expect(await eventsOf(under, `/api/projects/${ground.id}`, 'milestone.reached.v1')).toHaveLength(1);
  });
});

describeInBrowser('two people who describe the same initiative', () => {
  it('are shown both versions, also after a reload, and one is taken', async () => {
    const [look] = everyLook;
    const ground = await givenProject(under);
    const lead = await pageOf('lead', ground, look);
    const title = lead.locator('section', { has: lead.locator('#editing-describe') });
    const arabic = title.getByRole('textbox', { name: words.ar.titleAr, exact: true });
    await arabic.fill('عنوان القائد');
    const other = await under.client('colleague');
    await other.accept(`/api/projects/${ground.id}/describe`, { title: { ar: 'عنوان الزميل' } });
    await lead.reload();
    await settled(lead);
    expect(await arabic.inputValue()).toBe('عنوان القائد');
    await title.getByRole('button', { name: words.ar.save, exact: true }).click();
    await title.locator('.editing-conflict').waitFor();
    await title.getByRole('button', { name: words.ar.mine }).click();
    await title.getByText(words.ar.saved, { exact: true }).waitFor();
    const now = await other.json(`/api/projects/${ground.id}`);
    expect(now['title']!['ar']).toBe('عنوان القائد');
  });
});
