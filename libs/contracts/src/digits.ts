const anyDigit = '[0-9٠-٩۰-۹]';
const dateInAnyDigits = new RegExp(`^${anyDigit}{4}-${anyDigit}{2}-${anyDigit}{2}$`);

/**
 * A date typed with Arabic-Indic (٠١٢) or extended (۰۱۲) digits, in 012; anything else as it is. Both kinds of digits are
 * taken in every input; what is stored and answered is always 012.
 */
export const latinDate = (text: string): string =>
  dateInAnyDigits.test(text) ? text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf)) : text;
