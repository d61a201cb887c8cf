import type { Line, Story } from '../story.js';

/** What people say of initiatives that run, and ask each other: said beside the stories, by the same streams. */
const voices: Readonly<Record<string, readonly Line[]>> = {
  /** The team and its assessors see it differently; the independent one was appointed for it. */
  'projects/metro-line-4-stage-1': [
    [-95, 'hala.mansour', 'AddMember', { user: 'samir.adel', role: 'independent' }],
    [-60, 'tarek.nabil', 'GiveRating', { rating: 'r-1', colour: 'green' }],
    [
      -33,
      'hala.mansour',
      'GiveRating',
      { rating: 'r-2', colour: 'amber', note: 'تأخر توريد حلقات النفق', backToGreen: '@30' },
    ],
    [-18, 'samir.adel', 'GiveRating', { rating: 'r-3', colour: 'red', note: 'لا مسار بديل معتمد للتمويل' }],
    [-12, 'tarek.nabil', 'GiveRating', { rating: 'r-4', colour: 'amber', backToGreen: '@45' }],
    [-20, 'samir.adel', 'AddNote', { note: 'q-1', text: 'من يعتمد المسار البديل؟', to: 'tarek.nabil' }],
    [-19, 'tarek.nabil', 'AddNote', { note: 'q-2', text: 'مجلس إدارة الهيئة، في جلسته القادمة', about: 'q-1' }],
  ],
  'projects/ports-single-window': [
    [-26, 'dina.farouk', 'GiveRating', { rating: 'r-1', colour: 'green' }],
    [-15, 'hala.mansour', 'GiveRating', { rating: 'r-2', colour: 'green' }],
  ],
  /** Asked more than five working days ago and not answered: it has climbed. */
  'projects/giza-sixty-schools': [
    [-40, 'mona.saleh', 'GiveRating', { rating: 'r-1', colour: 'amber', note: 'ثلاثة مواقع بلا مقاول' }],
    [-9, 'hala.mansour', 'AddNote', { note: 'q-1', text: 'متى تُصرف الدفعة الثانية؟', to: 'entity:finance' }],
  ],
  'projects/ae-housing-zero-bureaucracy': [
    [-14, 'maryam.alhosani', 'GiveRating', { rating: 'r-1', colour: 'green' }],
    [-13, 'noura.alketbi', 'GiveRating', { rating: 'r-2', colour: 'amber', note: 'القياس لم يبدأ بعد' }],
  ],
};

/** The stories with what is said beside them; within a day it comes after what happened. */
export const withVoices = (stories: readonly Story[]): readonly Story[] =>
  stories.map((story) => ({ ...story, lines: [...story.lines, ...(voices[story.stream] ?? [])] }));
