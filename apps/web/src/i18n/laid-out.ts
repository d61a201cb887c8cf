const beginsWithLatin = /^[^\p{L}]*\p{Script=Latin}/u;
const beginsWithArabic = /^[^\p{L}]*\p{Script=Arabic}/u;
const arabic = /\p{Script=Arabic}/u;
const latin = /\p{Script=Latin}/u;

/**
 * A text laid out by the language it is in. A browser takes the first letter for the whole: an Arabic title that begins with
 * a Latin name («ERP للجهات») would be laid from left to right. A mark that is not seen goes before it.
 */
export const laidOut = (text: string, language: 'ar' | 'en'): string => {
  if (language === 'ar' && beginsWithLatin.test(text) && arabic.test(text)) return `\u200f${text}`;
  if (language === 'en' && beginsWithArabic.test(text) && latin.test(text)) return `\u200e${text}`;
  return text;
};
