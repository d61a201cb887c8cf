import { congressPath } from './paths-of-sources.js';
import type { BillStatusProfile } from './profile.js';

/**
 * BILLSTATUS XML of the US Congress: one file a bill. Up to three systems record the same event (House, Senate, Library of
 * Congress): what says the same on one day is one event, whoever recorded it.
 */
export const usBillStatus: BillStatusProfile = {
  name: 'us-bill-status',
  title: { ar: 'حالة مشروعات القوانين (الكونغرس الأمريكي)', en: 'Bill status (US Congress)' },
  system: 'us-bill-status',
  kind: 'laws',
  shape: 'bill-status',
  tells: 'history',
  completeList: false,
  bodies: {
    prefix: 'us',
    jurisdiction: 'US',
    zone: 'America/New_York',
    calendar: 'any',
    known: {
      House: { ar: 'مجلس النواب الأمريكي', en: 'House of Representatives (US)' },
      Senate: { ar: 'مجلس الشيوخ الأمريكي', en: 'Senate (US)' },
    },
  },
  path: congressPath,
  stages: [
    { stage: 'introduced', codes: ['1000', '10000', 'Intro-H'] },
    { stage: 'house-committee', codes: ['H11100', 'H11100-A'] },
    {
      stage: 'senate-committee',
      text: '^(Received in the Senate[^.]*)?Read twice and referred to',
      systems: ['Senate'],
    },
    {
      stage: 'senate-committee',
      text: '^(Received in the Senate[^.]*)?[Rr]eferred to the Committee',
      systems: ['Senate'],
    },
    { stage: 'house-calendar', codes: ['5000', '5500', 'H12410'] },
    { stage: 'senate-calendar', codes: ['14000', '14500'] },
    { stage: 'senate-calendar', text: '^Placed on Senate Legislative Calendar', systems: ['Senate'] },
    { stage: 'house-floor', codes: ['H30000', 'H30300', 'H30200'] },
    {
      stage: 'senate-floor',
      text: '^(Measure laid before Senate|Considered by Senate|Motion to proceed to)',
      systems: ['Senate'],
    },
    { stage: 'house-passed', codes: ['8000'] },
    { stage: 'senate-passed', codes: ['17000'] },
    { stage: 'conference', codes: ['20700', '20800', '20900'] },
    { stage: 'presented', codes: ['28000', 'E20000'] },
    { stage: 'vetoed', codes: ['31000'] },
    { stage: 'became-law', codes: ['36000', 'E40000'], text: '^Became Public Law' },
  ],
  becameLaw: 'became-law',
  titles: {
    HR: 'H.R.',
    S: 'S.',
    HJRES: 'H.J.Res.',
    SJRES: 'S.J.Res.',
    HCONRES: 'H.Con.Res.',
    SCONRES: 'S.Con.Res.',
    HRES: 'H.Res.',
    SRES: 'S.Res.',
  },
};
