import { describe, expect, it } from '@jest/globals';
import { makeBoxKey, NotOpened, SecretBox } from './secret-box.js';

const [old, next] = [makeBoxKey(), makeBoxKey()];
const both = JSON.stringify({ keys: [...JSON.parse(next).keys, ...JSON.parse(old).keys] });

describe('a sealed secret', () => {
  it('is opened by its key, for whom it was sealed, and shows nothing', () => {
    const box = new SecretBox(old);
    const sealed = box.seal('JBSWY3DPEHPK3PXP', 'amal');
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
    expect(box.seal('JBSWY3DPEHPK3PXP', 'amal')).not.toBe(sealed);
    expect(box.open(sealed, 'amal')).toBe('JBSWY3DPEHPK3PXP');
    expect(() => box.open(sealed, 'rami')).toThrow(NotOpened);
  });

  it('opens after its key was exchanged, and not without it', () => {
    const sealed = new SecretBox(old).seal('s', 'amal');
    expect(new SecretBox(both).open(sealed, 'amal')).toBe('s');
    expect(() => new SecretBox(next).open(sealed, 'amal')).toThrow(NotOpened);
    const [name, nonce, text, tag] = sealed.split('.');
    const turned = [name, nonce, text, tag!.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))].join('.');
    expect(() => new SecretBox(old).open(turned, 'amal')).toThrow(NotOpened);
    const cut = [name, nonce, text, tag!.slice(0, 6)].join('.');
    expect(() => new SecretBox(old).open(cut, 'amal')).toThrow(NotOpened);
  });

  it.each(['', '{}', '{"keys":[]}', '{"keys":[{"kty":"oct","k":"c2hvcnQ"}]}'])('takes no %j for a key', (text) => {
    expect(() => new SecretBox(text)).toThrow();
  });
});
