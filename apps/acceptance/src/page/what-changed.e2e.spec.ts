import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser.js';
import { usePage } from './page-for-specs.js';
import { go } from './settled.js';
import { dayFrom, dayIn } from './steps/days.js';
import { press } from './steps/hands.js';
import { everyLook, type Look } from './steps/looks.js';
import { TeamProject } from './steps/team-project.js';

const under = usePage();

const words = {
  ar: {
    nothing: 'لا شيء تغيّر منذ آخر اطلاع.',
    seen: 'تسجيل الاطلاع على الكل',
    moved: (name: string, from: string, to: string) => `الموعد المعتمد لمحطة «⁨${name}⁩» من ${from} إلى ${to}`,
    reached: (name: string, on: string) => `أُنجزت محطة «⁨${name}⁩» في ${on}`,
    corrected: (name: string, from: string, to: string) => `تاريخ إنجاز محطة «⁨${name}⁩» من ${from} إلى ${to}`,
  },
  en: {
    nothing: 'Nothing has changed since your last look.',
    seen: 'Mark all as seen',
    moved: (name: string, from: string, to: string) => `Current target of “⁨${name}⁩” from ${from} to ${to}`,
    reached: (name: string, on: string) => `“⁨${name}⁩” reached on ${on}`,
    corrected: (name: string, from: string, to: string) => `Actual of “⁨${name}⁩” from ${from} to ${to}`,
  },
} as const;

/** What was recorded of a project: reached, a new date asked for and approved, and a slip of the pen put right. */
const happenings = async (project: TeamProject) => {
  const [member, reviewer] = [await under.client('member'), await under.client('reviewer')];
  const milestone = (id: string) => `${project.api}/milestones/${id}`;
  const days = { typed: dayFrom(project.today, -1), meant: dayFrom(project.today, -2) };
  const reached = await member.accept(`${milestone('m-1')}/reach`, { on: days.typed });
  const from = project.targets['m-2'];
  const to = dayFrom(from, 10);
  const reason = 'بانتظار القطارات';
  const { id } = await member.accept(`${milestone('m-2')}/target-changes`, { to, reason });
  await reviewer.accept(`${milestone('m-2')}/target-changes/${String(id)}/approve`);
  const wrong = { version: reached['version'], field: 'on', to: days.meant, reason: 'خطأ في الإدخال' };
  const correction = await member.accept(`${project.api}/corrections`, wrong);
  await reviewer.accept(`${project.api}/corrections/${String(correction['id'])}/approve`);
  return { ...days, from, to };
};

/** How often each sentence stands among the changes, and among the corrections. */
const told = (page: Page, sentences: readonly string[]) =>
  page.evaluate((wanted) => {
    const countIn = (list: string) =>
      wanted.map(
        (sentence) => [...document.querySelectorAll(`${list} p`)].filter((p) => p.textContent === sentence).length,
      );
    return {
      changes: countIn('.changes-list:not(.changes-corrections)'),
      corrections: countIn('.changes-corrections'),
    };
  }, sentences);

const sentencesOf = (project: TeamProject, { language }: Look, on: Awaited<ReturnType<typeof happenings>>) => {
  const said = words[language];
  const day = (date: string) => dayIn(language, date);
  const [first, second] = [project.nameOf('m-1', language), project.nameOf('m-2', language)];
  return [
    said.reached(first, day(on.typed)),
    said.moved(second, day(on.from), day(on.to)),
    said.corrected(first, day(on.typed), day(on.meant)),
  ];
};

describeInBrowser('what changed since the last look', () => {
  it.each(everyLook)(
    'is told once, corrections apart, until somebody says that it was seen: in $language at $inlineSize',
    async (look) => {
      const said = words[look.language];
      const project = await TeamProject.make(under);
      const page = await under.visit('reviewer', '/changes', look);
      await page.getByRole('link', { name: project.title }).first().waitFor();
      await press(page, page.getByRole('button', { name: said.seen }));
      await page.getByText(said.nothing).waitFor();

      const sentences = sentencesOf(project, look, await happenings(project));
      const once = { changes: [1, 1, 0], corrections: [0, 0, 1] };
      for (const sentence of sentences) await page.getByText(sentence, { exact: true }).waitFor();
      expect(await told(page, sentences)).toEqual(once);

      // Whatever is read meanwhile, and however often: a look is kept by hand alone.
      for (const address of ['/portfolio', project.address, '/changes']) await go(page, address);
      await page.reload();
      await page.getByText(sentences[2]!, { exact: true }).waitFor();
      expect(await told(page, sentences)).toEqual(once);

      await press(page, page.getByRole('button', { name: said.seen }));
      await page.getByText(said.nothing).waitFor();
      expect(await told(page, sentences)).toEqual({ changes: [0, 0, 0], corrections: [0, 0, 0] });
    },
  );
});
