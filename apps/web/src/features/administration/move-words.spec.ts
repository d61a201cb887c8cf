import { describe, expect, it } from '@jest/globals';
import { calendarMoves } from '@masar/contracts';
import { catalogue as arabic } from '../../i18n/ar/index.js';
import { catalogue as english } from '../../i18n/en/index.js';
import { formatsFor } from '../../i18n/formats.js';
import { moveWords, type ToldMove } from './move-words.js';

const milestoneTitle = { ar: 'الربط', en: 'Linking' };
const inBoth = (move: ToldMove) => [
  moveWords(move, { words: arabic(formatsFor('ar', 'latn')), say: (text) => text?.ar ?? '' }),
  moveWords(move, { words: english(formatsFor('en', 'latn')), say: (text) => text?.en ?? '' }),
];
const plain = (texts: readonly string[]) => texts.map((text) => text.replace(/[\u2066-\u2069]/g, ''));

describe('the words of what a day would move', () => {
  it('tell a date that moves, of its milestone', () => {
    expect(plain(inBoth({ what: 'target', milestoneTitle, from: '2026-02-08', to: '2026-02-09' }))).toEqual([
      '«الربط»: الموعد المعتمد من 8 فبراير 2026 إلى 9 فبراير 2026',
      '“Linking”: current target from 8 February 2026 to 9 February 2026',
    ]);
  });
  it('tell a status and days by their words', () => {
    expect(plain(inBoth({ what: 'status', milestoneTitle, from: 'missed', to: 'planned' }))[1]).toBe(
      '“Linking”: from Missed to Not begun',
    );
    expect(plain(inBoth({ what: 'working-days', from: 25, to: 24 }))[1]).toBe(
      'Working days within the day ledger from 25 to 24',
    );
    expect(plain(inBoth({ what: 'slip', milestoneTitle, from: 7, to: 6 }))[1]).toBe(
      '“Linking”: slip in working days from +7 to +6',
    );
  });
  it('call a stage by its name', () => {
    const move = { what: 'legal-until', stage: 'gazette', stageName: { en: 'Official Gazette' } };
    expect(plain(inBoth({ ...move, from: '2026-02-08', to: '2026-02-09' }))[1]).toContain('“Official Gazette”');
  });
  it.each(calendarMoves)('know %s in both languages', (what) => {
    const [ar, en] = inBoth({ what, milestoneTitle, from: null, to: null });
    expect(ar).not.toBe(what);
    expect(en).not.toBe(what);
    expect(ar).toMatch(/\p{Script=Arabic}/u);
  });
});
