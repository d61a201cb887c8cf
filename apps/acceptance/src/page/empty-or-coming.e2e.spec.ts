import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ApiClient } from '../harness/api-client.js';
import { describeInBrowser } from './browser.js';
import { fillDoor, usePage } from './page-for-specs.js';
import { chosenPassword } from './people.js';
import { go, settled } from './settled.js';

const under = usePage();
const name = { ar: 'جهة جديدة', en: 'A new body' };

/** A lead of an entity that has nothing yet. */
const newcomer = async (user: string, entity: string): Promise<ApiClient> => {
  const administrator = under.masar.client;
  await administrator.accept('/api/entities', { id: entity, name, jurisdiction: 'EG' });
  const invited = { user, name, entity, roles: ['lead', 'focal-point'] };
  const { invitation } = await administrator.accept('/api/people', invited);
  await administrator.accept(`/api/invitations/${String(invitation?.['token'])}`, { password: chosenPassword });
  return new ApiClient(under.masar.url).signIn(user, chosenPassword);
};

/** Holds back what the board asks for, until it is let go. */
const heldBack = async (page: Page): Promise<() => void> => {
  let letGo: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/api/milestones?**', async (route) => released.then(() => route.continue()));
  return letGo;
};

describeInBrowser('a board without rows', () => {
  it('says that there are none once it was told so, and is a place for rows until then', async () => {
    const lead = await newcomer('lina', 'new-body');
    const page = await under.open('/milestones');
    await fillDoor(page, 'lina', chosenPassword);
    await page.locator('#content .empty').waitFor();
    await go(page, '/account');

    const project = { title: name, owner: 'new-body', startedOn: '2026-01-04' };
    const { id } = await lead.accept('/api/projects', project);
    await lead.accept(`/api/projects/${String(id)}/milestones`, { id: 'm', title: name, target: '2027-01-03' });
    await settled(page);
    const letGo = await heldBack(page);
    await page.evaluate(() => {
      history.pushState(null, '', '/milestones');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await page.locator('#content .skeleton').waitFor();
    expect(await page.locator('#content .empty').count()).toBe(0);
    letGo();
    await page.locator('.team-row').waitFor();
    expect(await page.locator('#content .empty').count()).toBe(0);
  });
});
