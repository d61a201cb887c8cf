const anyDigit = '[0-9٠-٩۰-۹]';
const dateInAnyDigits = new RegExp(`^${anyDigit}{4}-${anyDigit}{2}-${anyDigit}{2}$`);

/** Arabic-Indic (٠١٢) and extended (۰۱۲) digits as 012; all else as it is. Their last four bits are the digit. */
export const latinDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

/**
 * A date typed with Arabic-Indic (٠١٢) or extended (۰۱۲) digits, in 012; anything else as it is. Both kinds of digits are
 * taken in every input; what is stored and answered is always 012.
 */
export const latinDate = (text: string): string => (dateInAnyDigits.test(text) ? latinDigits(text) : text);
