import { describe, expect, it } from '@jest/globals';
import { profileByName } from '../profiles/index.js';
import { readFile } from './read-file.js';

const read = (...lines: readonly string[]) =>
  readFile(Buffer.from(lines.join('\n')), profileByName('initiatives')!, { today: '2026-11-21' });
const header = 'kind,initiative,title,owner,milestone,milestone title,target';

describe('our own table', () => {
  it('takes ids that an address can name, others are a fault of their cell', () => {
    expect(read(header, 'projects,P-1,Schools,education,m.1,Design,2027-01-01').faults).toEqual([]);
    const { faults } = read(header, 'projects,..,Schools,education,.,Design,2027-01-01');
    expect(faults.map(({ row, value, code, blocking }) => [row, value, code, blocking])).toEqual([
      [2, '..', 'value/not-an-id', true],
      [2, '.', 'value/not-an-id', true],
    ]);
  });
});
