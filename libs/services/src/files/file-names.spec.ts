import { describe, expect, it } from '@jest/globals';
import { attachment, safeName } from './file-names.js';

describe('a name that somebody sent', () => {
  it.each([
    ['a path', '../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['a path of another system', 'C:\\Windows\\System32\\x.pdf', 'pdf', 'x.pdf'],
    ['an ending that lies', 'minutes.pdf', 'txt', 'minutes.pdf.txt'],
    ['a turned direction', 'minutes\u202efdp.exe', 'pdf', 'minutesfdp.exe.pdf'],
    ['characters nobody sees', 'a\u200b\u0000\r\nb.pdf', 'pdf', 'ab.pdf'],
    ['a header of its own', 'a"; filename="b.exe', 'pdf', 'a__ filename=_b.exe.pdf'],
    ['nothing but dots', '...', 'png', 'file.png'],
    ['nothing', undefined, 'png', 'file.png'],
    ['a device', 'CON.pdf', 'pdf', '_CON.pdf'],
    ['half a character', 'a\ud800b.png', 'png', 'ab.png'],
    ['Arabic, as it is', 'محضر التسليم.pdf', 'pdf', 'محضر التسليم.pdf'],
  ])('%s', (_, given, ending, expected) => expect(safeName(given, ending)).toBe(expected));

  it('is never long', () => expect(safeName('x'.repeat(5_000), 'pdf')).toHaveLength(124));
});

it('is said in a header in letters every program reads, and whole for those who can', () => {
  expect(attachment('محضر "1".pdf')).toBe(
    `attachment; filename="____ _1_.pdf"; filename*=UTF-8''${encodeURIComponent('محضر "1".pdf')}`,
  );
  expect(attachment('a\r\nset-cookie: x')).not.toMatch(/[\r\n]/);
});
