import { describe, expect, it } from '@jest/globals';
import { foldedText } from './sortable-text.js';

describe('one spelling for the many in which a word is written', () => {
  it.each([
    ['أُسْوَان', 'اسوان'],
    ['الأسكندرية', 'الاسكندريه'],
    ['مُسْتَشفى', 'مستشفي'],
    ['مسؤول', 'مسوول'],
    ['شئون', 'شيون'],
    ['قــانون', 'قانون'],
    ['آثار', 'اثار'],
    ['مرحلة ٢', 'مرحله 2'],
    ['École  NATIONALE', 'ecole nationale'],
  ])('%s is %s', (written, folded) => expect(foldedText(written)).toBe(foldedText(folded)));
});
