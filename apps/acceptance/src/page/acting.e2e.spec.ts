import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsOf } from './accessible.js';
import { describeInBrowser } from './browser.js';
import { usePage } from './page-for-specs.js';
import { dayFrom } from './steps/days.js';
import { typeDay } from './steps/hands.js';
import { everyLook, type Look } from './steps/looks.js';

const under = usePage();

// One for each direction and each width: every form is the same one in all four.
const inBoth = everyLook.slice(0, 2).map((look) => [`${look.language} at ${look.inlineSize}`, look] as const);

let made = 0;
/** A project of the lead's own entity with one open milestone; answers its id. */
const project = async (): Promise<string> => {
  const lead = await under.client('lead');
  const id = `acting-${(made += 1)}`;
  const title = { ar: 'طريق جديد', en: 'A new road' };
  await lead.accept('/api/projects', { id, title, owner: 'transport', startedOn: '2026-01-04' });
  const milestone = { id: 'm', title: { ar: 'افتتاح', en: 'Opening' }, target: '2027-03-01' };
  await lead.accept(`/api/projects/${id}/milestones`, milestone);
  return id;
};

const visit = async (who: 'lead' | 'member' | 'reviewer', id: string, look: Look): Promise<Page> => {
  const page = await under.visit(who, `/initiatives/projects/${id}`, look);
  await page.locator('.initiative-ways').waitFor();
  return page;
};

/** Opens the list of actions by keyboard and takes the one of this name; answers its window. */
const choose = async (page: Page, name: string) => {
  await page.locator('.initiative-ways button[aria-haspopup]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name, exact: true }).click();
  const window = page.getByRole('dialog');
  await window.waitFor();
  return window;
};
const dayIn = (page: Page, label: string, day: string) =>
  typeDay(page.getByRole('dialog').getByRole('group', { name: label }), day);
const send = (page: Page) => page.getByRole('dialog').locator('button[type=submit]').click();
const closed = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });
const read = async (path: string) => (await (await under.client('lead')).send('GET', path)).body;

const words = {
  ar: {
    ...{ blocker: 'رفع معوّق', what: 'ما الذي يعوّق؟', decider: 'صاحب القرار', by: 'القرار مطلوب حتى' },
    ...{ pause: 'طلب تعليق', from: 'من يوم', until: 'حتى يوم', why: 'السبب', steps: 'ما يُتخذ خلاله' },
    ...{ grant: 'موافقة على التعليق', cabinet: 'مجلس الوزراء', right: 'الصحيح', reason: 'سبب التصحيح' },
  },
  en: {
    ...{ blocker: 'Raise a blocker', what: 'What stands in the way?', decider: 'Decider', by: 'Decision needed by' },
    ...{ pause: 'Ask for a pause', from: 'From', until: 'Until', why: 'Reason', steps: 'What is done meanwhile' },
    ...{ grant: 'Grant', cabinet: 'Cabinet', right: 'What is right', reason: 'Why' },
  },
} as const;

describeInBrowser('what can be done to an initiative', () => {
  it.each(inBoth)('in %s: an obstacle is raised, and the focus goes back to where it began', async (_, look) => {
    const said = words[look.language];
    const id = await project();
    const page = await visit('member', id, look);
    const window = await choose(page, said.blocker);
    expect(await faultsOf(page)).toEqual([]);
    expect(await window.locator('button[type=submit]').isDisabled()).toBe(true);
    await window.getByLabel(said.what).fill('الأرض لم تُسلَّم');
    await window.getByRole('button', { name: said.decider }).click();
    await page.getByRole('option', { name: said.cabinet, exact: true }).click();
    await dayIn(page, said.by, '2027-01-15');
    await send(page);
    await closed(page);
    await page.locator('#blockers').getByText('الأرض لم تُسلَّم').waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('.initiative-ways') !== null);
    const { blockers } = await read(`/api/timelines/projects/${id}`);
    expect(blockers).toMatchObject([{ decider: 'cabinet', dueOn: '2027-01-15', resolvedOn: null }]);
  });

  it.each(inBoth)('in %s: what was typed and not sent is there after a reload', async (_, look) => {
    const said = words[look.language];
    const page = await visit('member', await project(), look);
    await (await choose(page, said.blocker)).getByLabel(said.what).fill('نصف جملة');
    await page.reload();
    await page.locator('.initiative-ways').waitFor();
    const again = await choose(page, said.blocker);
    expect(await again.getByLabel(said.what).inputValue()).toBe('نصف جملة');
  });

  it.each(inBoth)('in %s: a pause is asked for by the lead and granted by a reviewer', async (_, look) => {
    const said = words[look.language];
    const id = await project();
    const page = await visit('lead', id, look);
    const window = await choose(page, said.pause);
    const on = String((await read(`/api/timelines/projects/${id}`))['on']);
    await dayIn(page, said.from, on);
    const until = dayFrom(on, 20);
    await dayIn(page, said.until, until);
    await window.getByLabel(said.why).fill('السيول');
    await window.getByLabel(said.steps).fill('صرف المياه');
    await send(page);
    await closed(page);
    const reviewer = await visit('reviewer', id, look);
    await reviewer.locator('.decisions').getByRole('button', { name: said.grant }).click();
    await reviewer
      .locator('.initiative-facts')
      .getByText(/معلّق|Paused/)
      .waitFor();
    const { status } = await read(`/api/timelines/projects/${id}`);
    expect(status).toBe('paused');
  });

  it.each(inBoth)('in %s: a correction is asked for from the entry it is about', async (_, look) => {
    const said = words[look.language];
    const id = await project();
    const page = await visit('lead', id, look);
    // The last thing recorded is the milestone.
    const ask = page.locator('#trail .trail-line').first().locator('.button');
    await ask.focus();
    await ask.press('Enter');
    const window = page.getByRole('dialog');
    await window.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await window.locator('.choice-button').click();
    await page.getByRole('option').first().click();
    await window.locator('.text-input input').last().fill('The opening');
    await window.getByLabel(said.reason).fill('typed wrongly');
    await send(page);
    await closed(page);
    await page.locator('.aside-corrections').getByText('The opening').waitFor();
    const { corrections } = await read(`/api/timelines/projects/${id}`);
    expect(corrections).toMatchObject([{ field: 'title', to: { en: 'The opening' }, reason: 'typed wrongly' }]);
  });

  it.each(inBoth)('in %s: a refusal is said in the window, where what was typed stays', async (_, look) => {
    const said = words[look.language];
    const id = await project();
    const page = await visit('lead', id, look);
    const window = await choose(page, said.pause);
    await dayIn(page, said.from, '2026-11-20');
    // A pause lasts 92 days at most.
    await dayIn(page, said.until, '2027-11-20');
    await window.getByLabel(said.why).fill('السيول');
    await window.getByLabel(said.steps).fill('صرف المياه');
    await send(page);
    await window.locator('[role=alert], .field-fault').first().waitFor();
    expect(await window.getByLabel(said.why).inputValue()).toBe('السيول');
    expect((await read(`/api/projects/${id}/pauses`))['items']).toEqual([]);
  });
});

describeInBrowser('a law and a policy', () => {
  const course = {
    ar: {
      stage: 'تسجيل مرحلة',
      scope: 'تحديد نطاق التطبيق',
      add: 'إضافة جهة',
      due: 'موعد التطبيق',
      done: 'إعلان تطبيق جهة',
    },
    en: {
      stage: 'Record a stage',
      scope: 'Set the scope',
      add: 'Add an entity',
      due: 'To apply by',
      done: 'Declare an application',
    },
  } as const;
  const begun = async (kind: 'laws' | 'policies', more: object): Promise<string> => {
    const lead = await under.client('lead');
    const id = `acting-${(made += 1)}`;
    const title = { ar: 'نقل البضائع', en: 'Freight' };
    await lead.accept(`/api/${kind}`, { id, title, owner: 'transport', startedOn: '2026-01-04', ...more });
    return id;
  };
  const first = async (page: Page, at: number) => {
    await page.getByRole('dialog').locator('.choice-button').nth(at).click();
    await page.getByRole('option').first().click();
  };

  it.each(inBoth)('in %s: a law enters the first stage of its path', async (_, look) => {
    const id = await begun('laws', { jurisdiction: 'EG', instrument: 'law' });
    const page = await under.visit('lead', `/initiatives/laws/${id}`, look);
    await choose(page, course[look.language].stage);
    expect(await faultsOf(page)).toEqual([]);
    await first(page, 0);
    await send(page);
    await closed(page);
    const { stages } = await read(`/api/timelines/laws/${id}`);
    expect(stages).toMatchObject([{ stage: 'ministry-draft', to: null }]);
  });

  it.each(inBoth)('in %s: a policy gets its scope, and an entity in it declares', async (_, look) => {
    const said = course[look.language];
    const id = await begun('policies', {});
    const page = await under.visit('lead', `/initiatives/policies/${id}`, look);
    const window = await choose(page, said.scope);
    await window.getByRole('button', { name: said.add }).click();
    await first(page, 0);
    await dayIn(page, said.due, '2027-05-01');
    expect(await faultsOf(page)).toEqual([]);
    await send(page);
    await closed(page);
    await choose(page, said.done);
    await first(page, 0);
    await first(page, 1);
    await send(page);
    await closed(page);
    const { coverage } = await read(`/api/timelines/policies/${id}`);
    expect(coverage).toMatchObject({ scope: 1, entities: [{ dueOn: '2027-05-01', state: 'begun' }] });
  });
});

describeInBrowser('what leans on what', () => {
  it.each(inBoth)('in %s: is drawn, and a table one press away', async (_, look) => {
    const law = await under.visit('reviewer', '/initiatives/laws/real-estate-registration', look);
    const map = law.locator('#links');
    await map.waitFor();
    const leaning = map.locator('.links-column').last().getByRole('link');
    expect(await leaning.getAttribute('href')).toBe('/initiatives/projects/digital-land-titles');
    await map.locator('header button').focus();
    await law.keyboard.press('Enter');
    await map.locator('table').waitFor();
    expect(await map.locator('tbody tr').count()).toBe(1);
    expect(await faultsOf(law)).toEqual([]);
  });
});

describeInBrowser('on paper', () => {
  it('the portfolio has every row that is listed, not only those in sight', async () => {
    const page = await under.visit('reviewer', '/portfolio', { language: 'ar', blockSize: 500 });
    await page.locator('.portfolio-table tbody tr').first().waitFor();
    const { total } = await read('/api/portfolio?limit=1');
    const drawn = () => page.locator('.portfolio-title').count();
    expect(await drawn()).toBeLessThan(Number(total));
    await page.emulateMedia({ media: 'print' });
    await page.waitForFunction((all) => document.querySelectorAll('.portfolio-title').length === all, Number(total));
    expect(await page.locator('.button:visible').count()).toBe(0);
  });
});
