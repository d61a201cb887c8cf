import { expect, it } from '@jest/globals';
import { laidOut } from './laid-out.js';

it('lays a text out by its language where it begins with a letter of the other', () => {
  expect(laidOut('ERP (SAP) للجهات – المرحلة 2', 'ar')).toBe('\u200fERP (SAP) للجهات – المرحلة 2');
  expect(laidOut('نافذة (Nafeza) for ports', 'en')).toBe('\u200eنافذة (Nafeza) for ports');
});

it('leaves every other text as it is', () => {
  for (const text of ['المرحلة 2 (Phase II)', 'ERP', '2026 للجهات', '']) expect(laidOut(text, 'ar')).toBe(text);
  for (const text of ['Phase II', 'نافذة', '2026']) expect(laidOut(text, 'en')).toBe(text);
});
