import { describe, expect, it } from '@jest/globals';
import { sectionsFor } from './sections.js';

const namesFor = (onlyAccount: boolean, ...roles: string[]) => sectionsFor({ roles, onlyAccount }).map(({ at }) => at);
const registers = ['entities', 'partners', 'calendars', 'law-paths'];

describe('rooms of the administration', () => {
  it('offers an administrator all but the audit, and that too while he is alone', () => {
    expect(namesFor(false, 'administrator')).toEqual(['people', 'programs', ...registers, 'parked']);
    expect(namesFor(true, 'administrator').at(-1)).toBe('audit');
  });
  it('offers an auditor what he may read', () =>
    expect(namesFor(false, 'auditor')).toEqual(['people', 'programs', ...registers, 'audit']));
});
