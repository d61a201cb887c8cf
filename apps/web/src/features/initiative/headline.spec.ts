import { describe, expect, it } from '@jest/globals';
import { catalogue as arabic } from '../../i18n/ar/index.js';
import { catalogue as english } from '../../i18n/en/index.js';
import { formatsFor } from '../../i18n/formats.js';
import { headlineOf } from './headline.js';

type Told = Parameters<typeof headlineOf>[0];
const milestone = (status: string, date: string) =>
  ({ status, title: { ar: 'التشغيل', en: 'Opening' }, currentTarget: { date } }) as Told['milestones'][number];
const told = (part: Partial<Told>): Told => ({
  kind: 'projects',
  status: 'active',
  on: '2026-11-22',
  endedOn: null,
  milestones: [],
  ledger: null,
  ...part,
});
const ledger = (part: object) =>
  ({ elapsed: 300, active: 176, waiting: 124, paused: 0, longestWait: null, ...part }) as Told['ledger'];
const speak = (language: 'ar' | 'en', of: Told) => {
  const words = (language === 'ar' ? arabic : english)(formatsFor(language, 'latn'));
  const speaker = {
    said: words.initiative.sentence,
    party: (party: string) => party,
    title: (text: { ar?: string; en?: string }) => text[language] ?? '',
  };
  return headlineOf(of, speaker).map(({ text }) => text);
};

describe('the sentence of an initiative', () => {
  const waited = told({
    ledger: ledger({ longestWait: { party: 'giza', days: 47 } }),
    milestones: [milestone('missed', '2026-11-04'), milestone('planned', '2027-09-16')],
  });
  it('says the days, the longest wait, what was missed and what comes next', () => {
    expect(speak('en', waited)).toEqual([
      '300 days have passed, 124 of them waiting.',
      'The longest wait was on giza: 47 days.',
      '1 milestone missed its date.',
      'Next is Opening on 16 September 2027.',
    ]);
  });
  it('says of a law what its longest wait leaves out', () => {
    expect(speak('en', { ...waited, kind: 'laws' })[1]).toBe(
      'Constitutional procedure aside, the longest wait was on giza: 47 days.',
    );
  });
  it('counts in Arabic as Arabic counts', () => {
    expect(speak('ar', waited)[0]).toBe('مضى 300 يوم، منها 124 يومًا في انتظار.');
    expect(speak('ar', told({ ledger: ledger({ elapsed: 2, waiting: 2 }) }))[0]).toBe(
      'مضى يومان، منها يومان في انتظار.',
    );
  });
  it('names nobody where no wait may be ranked', () => {
    expect(speak('en', told({ ledger: ledger({}) }))).toEqual(['300 days have passed, 124 of them waiting.']);
  });
  it('says of what is over how long it took, and looks no further', () => {
    const over = told({
      status: 'complete',
      endedOn: '2026-08-28',
      ledger: ledger({ waiting: 0 }),
      milestones: [milestone('confirmed', '2026-08-01')],
    });
    expect(speak('en', over)).toEqual(['It took 300 days, none waiting.', 'All its milestones are reached.']);
  });
  it('promises nothing of a draft or of what has not begun', () => {
    expect(speak('en', told({ status: 'draft' }))).toEqual(['A draft, not published: its dates are no promises yet.']);
    expect(speak('en', told({ status: 'planned' }))).toEqual(['Work has not started.']);
  });
  it('leads each figure to its rows', () => {
    const words = english(formatsFor('en', 'latn'));
    const speaker = { said: words.initiative.sentence, party: (of: string) => of, title: () => '' };
    expect(headlineOf(waited, speaker).map(({ to }) => to)).toEqual(['#ledger', '#ledger', '#timeline', '#timeline']);
  });
});
