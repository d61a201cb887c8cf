import { describe, expect, it } from '@jest/globals';
import { formatsFor } from '../../i18n/formats.js';
import { portfolio as arabic } from '../../i18n/ar/portfolio.js';
import { portfolio as english } from '../../i18n/en/portfolio.js';
import { piecesOf } from './sentence.js';

const say = (sentence: string) =>
  piecesOf(sentence)
    .map(({ text, figure }) => (figure === undefined ? text : `<${figure} ${text}>`))
    .join('');
const wait = { party: 'Cabinet', days: '86 days' };

describe('the sentence of the portfolio', () => {
  it('has its figures apart from its words', () => {
    expect(say(english(formatsFor('en', 'latn')).headline(40, 22, 4, wait))).toBe(
      '<1 40 initiatives>, <2 22> of them under way; <3 4 milestones> missed their dates. Constitutional procedure aside, the longest wait has been on <4 Cabinet>: 86 days.',
    );
  });
  it('says that nothing is late, and nothing of waits where there are none', () => {
    expect(say(english(formatsFor('en', 'latn')).headline(1, 1, 0, undefined))).toBe(
      '<1 1 initiative>, <2 1> of them under way, and no milestone has missed its date.',
    );
  });
  it.each([
    [1, 0, 'ملف واحد، وليس قيد العمل'],
    [1, 1, 'ملف واحد قيد العمل'],
    [2, 0, 'ملفان، ليس أي منهما قيد العمل'],
    [2, 1, 'ملفان، منهما ملف واحد قيد العمل'],
    [2, 2, 'ملفان، كلاهما قيد العمل'],
    [3, 0, '3 ملفات، ليس أي منها قيد العمل'],
    [3, 3, '3 ملفات، كلها قيد العمل'],
    [12, 5, '12 ملفًا، منها 5 ملفات قيد العمل'],
  ])('says in Arabic of %i, %i of them under way', (all, active, said) => {
    const sentence = arabic(formatsFor('ar', 'latn')).headline(all, active, 0, undefined);
    expect(
      piecesOf(sentence)
        .map(({ text }) => text)
        .join(''),
    ).toBe(`${said}، ولا محطة تجاوزت موعدها.`);
  });
  it('counts in Arabic as Arabic does', () => {
    expect(say(arabic(formatsFor('ar', 'latn')).headline(40, 2, 3, { party: 'مجلس الوزراء', days: '86 يومًا' }))).toBe(
      '<1 40 ملفًا>، منها <2 ملفان> قيد العمل، و<3 3 محطات> تجاوزت موعدها. أطول انتظار، عدا الإجراءات الدستورية، عند <4 مجلس الوزراء>: 86 يومًا.',
    );
  });
});
