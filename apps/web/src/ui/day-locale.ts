import { useFormats, useReader } from '../app/reader.js';

/**
 * The locale of a day that is typed part by part, of the Gregorian calendar. A locale that names its digits takes no others:
 * here both sorts are typed, so the digits come by the country.
 */
export const useDayLocale = (): string => {
  const { language } = useFormats();
  const { digits } = useReader().preferences;
  return `${language === 'en' ? 'en-GB' : digits === 'arab' ? 'ar-EG' : 'ar-AE'}-u-ca-gregory`;
};
