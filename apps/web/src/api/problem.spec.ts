import { describe, expect, it } from '@jest/globals';
import { faultsByField } from './problem.js';

describe('what is wrong with a field', () => {
  it('is found by its name, also where its command went with others', () => {
    const of = (path: string) => ({ path, code: 'field/length', message: path });
    const errors = [of('title'), of('commands.1.body.to')];
    const faults = faultsByField({ status: 422, code: 'body/invalid', title: 'Invalid', errors });
    expect([...faults.keys()]).toEqual(['title', 'to']);
  });
});
