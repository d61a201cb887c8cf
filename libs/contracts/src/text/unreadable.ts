/** Control characters other than tab and line ends, halves of a pair, and the two code points that are none: no XML holds them, no sheet shows them. */
const unreadable =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const everyUnreadable = new RegExp(unreadable, 'g');

const numberOf = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** The first character of a text that nobody can read, as `U+0001`. */
export const unreadableIn = (text: string): string | undefined => {
  const found = unreadable.exec(text)?.[0];
  return found && `U+${numberOf(found)}`;
};

/** A text as it can be read: what was recorded before such characters were refused is told without them. */
export const readable = (text: string, instead = ''): string => text.replace(everyUnreadable, instead);

/** A text with such characters told by their numbers. */
export const withNumbers = (text: string, told: (number: string) => string): string =>
  text.replace(everyUnreadable, (character) => told(numberOf(character)));
