import { describe, expect, it } from '@jest/globals';
import { portfolioChanges } from '@masar/contracts';
import { catalogue as arabic } from '../../i18n/ar/index.js';
import { catalogue as english } from '../../i18n/en/index.js';
import { formatsFor, type Language } from '../../i18n/formats.js';
import { changeWords, toneOf, type Speaker, type ToldChange } from './change-words.js';
import { groupedChanges } from './grouped.js';

const speaker = (language: Language): Speaker => {
  const formats = formatsFor(language, 'latn');
  const words = language === 'ar' ? arabic(formats) : english(formats);
  const say: Speaker['say'] = (text) => (language === 'ar' ? text?.ar : text?.en) ?? '';
  return { words, formats, entity: (id) => `<${id}>`, party: (of) => `<${of}>`, say };
};
const milestoneTitle = { ar: 'الربط', en: 'Linking' };
const told = (change: string, from: unknown, to: unknown): ToldChange => ({ change, from, to, milestoneTitle });
const inBoth = (change: ToldChange) =>
  (['ar', 'en'] as const).map((language) => changeWords(change, speaker(language)).replace(/[\u2066-\u2069]/g, ''));

describe('the words of a change', () => {
  it('tell a promise that moved', () => {
    expect(inBoth(told('target', '2026-11-05', '2026-12-17'))).toEqual([
      'الموعد المعتمد لمحطة «الربط» من 5 نوفمبر 2026 إلى 17 ديسمبر 2026',
      'Current target of “Linking” from 5 November 2026 to 17 December 2026',
    ]);
    expect(inBoth(told('target', { absent: 'not-yet-planned' }, '2026-12-17'))[1]).toBe(
      'Current target of “Linking” from Not yet planned to 17 December 2026',
    );
    const after = (provisional: string | null) => ({ unresolved: true, after: 'm', days: 3, provisional });
    expect(inBoth(told('target', after(null), after('2026-12-17')))[1]).toBe(
      'Current target of “Linking” from no date to 17 December 2026, provisionally',
    );
  });
  it('tell what happened, and what is no longer so', () => {
    expect(inBoth(told('actual', null, '2026-11-20'))).toEqual([
      'أُنجزت محطة «الربط» في 20 نوفمبر 2026',
      '“Linking” reached on 20 November 2026',
    ]);
    expect(inBoth(told('actual', '2026-11-20', null))[1]).toBe('“Linking” no longer counts as reached');
  });
  it('tell ratings by the voice that changed', () => {
    const before = { team: 'green', reviewer: null, independent: 'red' };
    expect(inBoth(told('confidence', before, { ...before, reviewer: 'amber' }))).toEqual([
      'تقييم المراجعة: من لم يُقيَّم إلى أصفر',
      'Reviewer rating from Not rated to Amber',
    ]);
  });
  it('tell waits by the party', () => {
    expect(inBoth(told('wait-began', null, 'cabinet'))).toEqual(['بدأ انتظار <cabinet>', 'A wait on <cabinet> began']);
  });
  it('know every change the interface tells, whatever it carries', () => {
    for (const change of portfolioChanges)
      for (const [from, to] of [
        [null, null],
        ['active', 'complete'],
        [0, 2],
        ['2026-01-01', '2026-02-01'],
      ])
        for (const said of inBoth(told(change, from, to))) {
          expect(said).not.toBe(change);
          expect(said).not.toMatch(/undefined|object/);
        }
  });
  it('warn where something is worse', () => {
    expect([toneOf(told('missed', 0, 1)), toneOf(told('missed', 1, 0)), toneOf(told('target', null, null))]).toEqual([
      'bad',
      'good',
      'plain',
    ]);
  });
});

describe('changes of one event', () => {
  it('stand together under their initiative', () => {
    const of = (id: string, at: string) => ({ at, initiative: { kind: 'laws', id } });
    const grouped = groupedChanges([of('L', '2'), of('L', '2'), of('L', '1'), of('M', '1')]);
    expect(grouped.map(({ key, changes }) => [key, changes.length])).toEqual([
      ['laws/L 2', 2],
      ['laws/L 1', 1],
      ['laws/M 1', 1],
    ]);
  });
});
