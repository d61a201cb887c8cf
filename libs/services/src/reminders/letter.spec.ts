import { describe, expect, it } from '@jest/globals';
import { inboxKinds, type InboxItem } from '@masar/contracts';
import { digestLetter, noticeLetter } from './letter.js';

const item = (fields: Partial<InboxItem> = {}): InboxItem => ({
  id: 'projects/P-1/question/n-1',
  what: 'question',
  initiative: { kind: 'projects', id: 'P-1', title: { ar: 'مدارس', en: 'Schools' } },
  words: 'How much did the minister promise?',
  since: '2026-03-01',
  days: 4,
  workingDays: 2,
  level: 0,
  because: ['projects/P-1@3'],
  commands: [],
  ...fields,
});

describe('a letter', () => {
  it('is in the language of whom it is for, and has words for everything that can wait', () => {
    for (const what of inboxKinds) {
      expect(noticeLetter(item({ what }), 'ar').subject).toMatch(/^مسار: \S/);
      expect(noticeLetter(item({ what }), 'en').subject).toMatch(/^Masar: \S/);
    }
    expect(digestLetter([item()], 1, '2026-03-05', 'ar').text).toContain('مدارس');
    expect(digestLetter([item()], 1, '2026-03-05', 'en').text).toContain('Schools');
  });

  it('says that something waits, never what it says', () => {
    const letters = [noticeLetter(item(), 'en'), digestLetter([item()], 1, '2026-03-05', 'en')];
    for (const { subject, text } of letters) expect(subject + text).not.toContain('minister');
  });

  it('names an initiative that is not for every official by its number', () => {
    const { text } = digestLetter([item({ restricted: true })], 1, '2026-03-05', 'en');
    expect(text).toContain('projects/P-1');
    expect(text).not.toContain('Schools');
  });

  it('counts what it does not list', () =>
    expect(digestLetter([item()], 31, '2026-03-05', 'en').text).toContain('and more: 30'));

  it('gives a title one line of its own, however it was written', () => {
    const title = { en: 'Schools\r\nBcc: all@example.org\u2028\u202eevil' };
    const { text } = digestLetter(
      [item({ initiative: { kind: 'projects', id: 'P-1', title } })],
      1,
      '2026-03-05',
      'en',
    );
    expect(text.split('\n')[0]).toContain('Schools Bcc: all@example.org evil');
    expect(text).not.toMatch(/\r|\u2028|\u202e/);
  });
});
