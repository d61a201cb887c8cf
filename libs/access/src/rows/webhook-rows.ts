import type { Row } from '../row.js';

/** Events sent out to programs: each account its own, telling it what the feed would. */
export const webhookRows = {
  'webhook.read': {
    reach: { integrator: 'own', administrator: 'any' },
    ar: 'لكل نظام روابطه، وللمدير الاطلاع عليها جميعًا',
    en: 'Each integrator reads the own webhooks, administrators all of them',
  },
  'webhook.keep': {
    reach: { integrator: 'own', administrator: 'any' },
    ar: 'يُرسل إلى الربط ما يجوز لصاحبه الاطلاع عليه وحده',
    en: 'A webhook is sent what its owner may see, and nothing else',
  },
} as const satisfies Record<string, Row>;
