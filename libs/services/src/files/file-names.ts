/** What would turn the direction of the text around it, or hide in it. Joiners stay: names in Arabic letters need them. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Co}]|(?![\u200c\u200d])\p{Cf}/gu;
const notInNames = /[<>:"|?*%;]/g;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const longest = 120;

/** Half of a surrogate pair is no text. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '');

/**
 * A name as somebody sent it, as one that is safe in a header, in a folder and on a page: no path, no control of direction,
 * and with the ending of what the file is, whatever it called itself.
 */
export const safeName = (given: string | undefined, ending: string): string => {
  const last =
    wellFormed((given ?? '').normalize('NFC'))
      .split(/[/\\]/)
      .at(-1) ?? '';
  const plain = last.replace(unseen, '').replace(notInNames, '_').replace(/\s+/g, ' ');
  const trimmed = plain.replace(/^[\s.]+|[\s.]+$/g, '');
  const stem = trimmed.toLowerCase().endsWith(`.${ending}`) ? trimmed.slice(0, -ending.length - 1) : trimmed;
  const short = [...stem].slice(0, longest).join('').trim() || 'file';
  return `${reserved.test(short) ? '_' : ''}${short}.${ending}`;
};

/** `Content-Disposition` for a file that is saved and never shown in place (RFC 6266, RFC 8187). */
export const attachment = (name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
};
