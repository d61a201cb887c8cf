import { describe, expect, it } from '@jest/globals';
import { checkedLookup, networksOf, reachOfAddress, requireCallable } from './public-address.js';

const none = networksOf('');
const house = networksOf('10.1.0.0/16, fd12::/16');

describe('an address that events may be sent to', () => {
  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:169.254.169.254',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    'x',
  ])('is none of the inside: %s', (address) => expect(reachOfAddress(address, none)).toBe('none'));

  it.each(['8.8.8.8', '93.184.215.14', '2606:4700::1111', '::ffff:8.8.8.8'])('is public: %s', (address) =>
    expect(reachOfAddress(address, none)).toBe('public'),
  );

  it('is one that was named', () => {
    expect(['10.1.2.3', '::ffff:10.1.2.3', 'fd12::9'].map((one) => reachOfAddress(one, house))).toEqual(
      Array(3).fill('named'),
    );
    expect(reachOfAddress('10.2.0.1', house)).toBe('none');
  });

  it.each([
    'http://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'https://user:word@example.org/',
    'nonsense',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://[::ffff:169.254.169.254]/',
    'http://8.8.8.8/',
    'https://example.org/#part',
  ])('is refused before anybody is asked: %s', (url) => expect(() => requireCallable(url, none)).toThrow());

  it('is plain only where it was named', () => {
    expect(requireCallable('https://example.org/x', none).hostname).toBe('example.org');
    expect(requireCallable('http://10.1.0.9:8080/x', house).hostname).toBe('10.1.0.9');
    expect(() => requireCallable('http://8.8.8.8/', house)).toThrow();
  });
});

describe('a name', () => {
  const asked = (addresses: readonly string[], networks = none, isPlain = false) =>
    new Promise((resolve) => {
      const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      const look = checkedLookup(networks, isPlain, (_host, _options, answer) => answer(null, found));
      look('receiver.example', {}, (fault, address) => resolve(fault ? fault.code : address));
    });

  it('leads to where it was checked to lead', async () => {
    expect(await asked(['8.8.8.8'])).toBe('8.8.8.8');
    expect(await asked(['10.1.0.1'], house, true)).toBe('10.1.0.1');
  });

  it('that leads inside, also by one of many addresses, leads nowhere', async () => {
    expect(await asked(['127.0.0.1'])).toBe('webhook/address');
    expect(await asked(['8.8.8.8', '10.0.0.1'])).toBe('webhook/address');
    expect(await asked([])).toBe('webhook/address');
    expect(await asked(['8.8.8.8'], house, true)).toBe('webhook/address');
  });
});
