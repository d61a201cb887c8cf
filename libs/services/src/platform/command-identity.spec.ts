import { describe, expect, it } from '@jest/globals';
import { commandIdOf, digestOf, entailedIdOf, madeId } from './command-identity.js';

describe('the id of a command', () => {
  it('follows from who gives it and the key, and from nothing else', () => {
    expect(commandIdOf('admin', 'k-1')).toBe(commandIdOf('admin', 'k-1'));
    expect(commandIdOf('admin', 'k-1')).not.toBe(commandIdOf('hoda', 'k-1'));
    expect(commandIdOf('a', 'b')).not.toBe(commandIdOf('ab', ''));
  });
  it('is nobody’s to send again without a key', () =>
    expect(commandIdOf('admin', undefined)).not.toBe(commandIdOf('admin', undefined)));
  it('of what a fact entails follows from the fact and the step, and from no key anybody could send', () => {
    const position = 'commitments/c-1@4';
    expect(entailedIdOf(position, 'reach')).toBe(entailedIdOf(position, 'reach'));
    expect(entailedIdOf(position, 'reach')).not.toBe(entailedIdOf(position, 'reach-answered'));
    for (const [actor, key] of [
      ['entailed', `${position},reach`],
      ['entailed', position],
      [position, 'reach'],
    ] as const)
      expect(entailedIdOf(position, 'reach')).not.toBe(commandIdOf(actor, key));
  });
});

describe('the digest of a command', () => {
  it('does not know the order of fields', () => {
    expect(digestOf('/api/x', { a: 1, b: { c: 2, d: 3 } })).toBe(digestOf('/api/x', { b: { d: 3, c: 2 }, a: 1 }));
  });
  it('knows address and values', () => {
    expect(digestOf('/api/x', { a: 1 })).not.toBe(digestOf('/api/y', { a: 1 }));
    expect(digestOf('/api/x', { a: 1 })).not.toBe(digestOf('/api/x', { a: '1' }));
    expect(digestOf('/api/x', undefined)).toBe(digestOf('/api/x', {}));
  });
});

describe('the id of what a command makes', () => {
  it('follows from the command, and tells several apart', () => {
    const id = commandIdOf('admin', 'k');
    expect(madeId('w', id)).toMatch(/^w-[0-9a-f]{12}$/);
    expect(madeId('w', id)).toBe(madeId('w', id));
    expect(new Set([madeId('w', id), madeId('w', id, 1), madeId('w', id, 2)]).size).toBe(3);
  });
});
