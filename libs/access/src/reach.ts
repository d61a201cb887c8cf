/**
 * How far a role's right reaches, in the words of the documented table. A reach is a question about actor and subject;
 * `can.ts` answers it.
 */
export const reaches = {
  any: { sign: 'any', ar: 'كل السجلات', en: 'every subject' },
  seen: {
    sign: 'seen',
    ar: 'ما يجوز له الاطلاع عليه بحسب نطاق الاطلاع',
    en: 'whatever the audience of an initiative lets the person see',
  },
  team: {
    sign: 'team',
    ar: 'الملفات التي هو عضو فيها، أو تملكها جهته، أو تعمل فيها جهته',
    en: 'initiatives the person is a member of, or whose owner or acting entity is the person’s own',
  },
  owner: {
    sign: 'owner',
    ar: 'الملفات التي تملكها جهته، أو يقودها بعضويته',
    en: 'initiatives the person’s entity owns, or the person leads by membership',
  },
  concerned: {
    sign: 'concerned',
    ar: 'السجلات التي تخص جهته',
    en: 'records about the person’s own entity',
  },
  others: {
    sign: 'others',
    ar: 'الملفات التي لا تملكها جهته',
    en: 'initiatives the person’s own entity does not own',
  },
  appointed: {
    sign: 'appointed',
    ar: 'الملفات التي عُيّن فيها بعضويته، ولا تعمل فيها جهته',
    en: 'initiatives the person was appointed to by membership, and the person’s entity does not work in',
  },
  side: {
    sign: 'side',
    ar: 'التزامات هو عضو في ملفها، أو تملك جهته ملفها، أو سُميت جهته فيها',
    en: 'commitments for initiatives the person is a member of or the person’s entity owns, or that name the person’s entity',
  },
  partner: {
    sign: 'partner',
    ar: 'التزامات شريكه وحده',
    en: 'the person’s own partner, and its commitments alone',
  },
  'by hand': {
    sign: 'by hand',
    ar: 'ما يجوز له أن يفعله بنفسه، أمرًا أمرًا',
    en: 'whatever the person may do by hand, command by command',
  },
  own: { sign: 'own', ar: 'ما أنشأه هو', en: 'what the account has made' },
  self: { sign: 'self', ar: 'ما يخصه هو', en: 'what is the person’s own' },
} as const;

export type Reach = keyof typeof reaches | '-';
