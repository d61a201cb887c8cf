import { configuration, officialsSeeing, type Row } from '../row.js';

const seen = (ar: string, en: string): Row => ({ reach: officialsSeeing, ar, en });

/** Timelines, lists, files and streams: what of them a reader gets is what the audience lets him see, counted so too. */
export const readingRows = {
  'timeline.read': seen('من يطّلع على الملف يطّلع على مساره', 'Whoever sees an initiative reads its timeline'),
  'milestone.list': seen('محطات ما يجوز الاطلاع عليه', 'Milestones of what the reader may see'),
  'portfolio.read': seen(
    'ما يجوز الاطلاع عليه، وعدد ما حُجب',
    'What the reader may see, and how many initiatives are left out of the totals',
  ),
  'changes.read': seen('ما تغيّر فيما يجوز الاطلاع عليه', 'What changed in what the reader may see'),
  'look.keep': seen('لكل قارئ آخر اطلاع خاص به', 'Every reader keeps looks of the own'),
  'delays.read': seen('أيام الانتظار فيما يجوز الاطلاع عليه', 'Waiting days of what the reader may see'),
  'export.read': seen('ما في الملف المصدّر هو ما على الشاشة', 'A file holds what the screen shows the same reader'),
  'live.read': seen('ما يتغيّر فيما يجوز الاطلاع عليه', 'Changes of what the reader may see, as they happen'),
  'events.read': seen('أحداث ما يجوز الاطلاع عليه', 'Events of what the reader may see'),

  'reporting.maintain': {
    reach: configuration,
    ar: 'إعادة بناء القراءات إعداد، ولا تغيّر حقيقة',
    en: 'Building readings anew is configuration and changes no fact',
  },
  'import.run': {
    reach: { member: 'by hand', lead: 'by hand', administrator: 'any', integrator: 'any' },
    ar: 'يقيّد الاستيراد ما قرره المصدر؛ وجدولنا أوامر صاحبه، كل صف بحق أمره لو أُعطي باليد',
    en: 'An import records what its source decided; our own table is commands of who sends it, each row by the right to its command by hand',
  },
  'import.read': {
    reach: { member: 'own', lead: 'own', administrator: 'any', integrator: 'any', auditor: 'any' },
    ar: 'يطّلع كلٌّ على ما استورده، ويطّلع على الجميع من يستورد عن المصادر ومن يدقق',
    en: 'Everybody reads the own imports; all are read by those who import for sources, and audited',
  },
} as const satisfies Record<string, Row>;
