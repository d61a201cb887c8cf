import { describe, expect, it } from '@jest/globals';
import { pictureOf } from './picture.js';

describe('the picture of a secret', () => {
  it('has the three finders of its corners, and grows with its text', () => {
    const { path, side } = pictureOf('otpauth://totp/Masar:admin?secret=ABC');
    expect((side - 17) % 4).toBe(0);
    for (const corner of [`M0 0h`, `M${side - 7} 0h`, `M0 ${side - 7}h`]) expect(path).toContain(corner);
    expect(pictureOf('x'.repeat(300)).side).toBeGreaterThan(side);
  });
});
