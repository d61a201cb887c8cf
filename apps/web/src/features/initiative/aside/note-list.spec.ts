import { describe, expect, it } from '@jest/globals';
import type { TrailEvent } from '../trail/events.js';
import { threadsOf } from './note-list.js';

const note = (version: number, id: string, part: object = {}): TrailEvent =>
  ({ type: 'note.added.v1', version, actor: 'hala', data: { note: id, text: id, ...part } }) as unknown as TrailEvent;

describe('questions and notes', () => {
  it('stand newest first, answers beneath their question', () => {
    const threads = threadsOf([note(1, 'q-1', { to: 'cabinet' }), note(2, 'n-2'), note(3, 'a-1', { answers: 'q-1' })]);
    expect(threads.map(({ note: id, given }) => [id, given.map((answer) => answer.note)])).toEqual([
      ['n-2', []],
      ['q-1', ['a-1']],
    ]);
  });
});
