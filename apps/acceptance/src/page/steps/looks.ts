/** Both directions, on a desk and on a telephone. */
export const everyLook = [
  { language: 'ar', inlineSize: 1440 },
  { language: 'en', inlineSize: 390 },
  { language: 'ar', inlineSize: 390 },
  { language: 'en', inlineSize: 1440 },
] as const;
export type Look = (typeof everyLook)[number];
