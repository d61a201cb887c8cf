/** What ends a line, hides, or turns the text around it, as its escape: one entry stays one entry, wherever it is read. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const escaped = (sign: string): string => `\\u{${sign.codePointAt(0)!.toString(16)}}`;

/** Text that somebody sent, fit for a line of the audit. */
export const printable = (text: string, longest = 300): string => {
  const safe = text.replaceAll('\\', '\\\\').replace(unprintable, escaped);
  return safe.length > longest ? `${safe.slice(0, longest)}…` : safe;
};
