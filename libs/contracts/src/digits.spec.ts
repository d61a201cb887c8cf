import { describe, expect, it } from '@jest/globals';
import { latinDate, latinDigits } from './index.js';

describe('digits', () => {
  it('of both Arabic kinds are read as 012, wherever they stand', () => {
    expect(latinDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ 0123456789')).toBe('0123456789 0123456789 0123456789');
    expect(latinDigits('المادة ١٢٣، bis')).toBe('المادة 123، bis');
  });
  it('are changed in what is a date, in no other text', () => {
    expect(latinDate('٢٠٢٦-٠٣-٠١')).toBe('2026-03-01');
    expect(latinDate('المادة ١٢٣')).toBe('المادة ١٢٣');
  });
});
