import { describe, expect, it } from '@jest/globals';
import { rightsOf } from './described-rights.js';

const described = {
  paths: {
    '/api/a': {
      get: { summary: 'Read', 'x-summary-ar': 'قراءة', 'x-permission': 'wait.read' },
      post: { summary: 'Begin', 'x-permission': 'wait.begin' },
    },
    '/api/b': { get: { summary: 'Again', 'x-permission': 'wait.read' } },
    '/health': { get: { summary: 'Live' } },
  },
};

describe('rights as the interface describes them', () => {
  it('names each once, in the reader’s words where there are any', () => {
    expect(rightsOf(described, 'ar')).toEqual([
      { id: 'wait.begin', name: 'Begin (wait.begin)' },
      { id: 'wait.read', name: 'قراءة (wait.read)' },
    ]);
    expect(rightsOf(described, 'en')[1]?.name).toBe('Read (wait.read)');
  });
});
