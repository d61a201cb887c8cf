import { describe, it } from '@jest/globals';
import { event } from '@masar/contracts';
import { project } from '../testing/initiatives.js';
import { lead, reviewer, voice } from '../testing/voices.js';

const asks = (to: string) => reviewer('2026-02-10', 'AddNote', { note: 'n-1', text: 'When does the site open?', to });
const answer = { note: 'n-2', text: 'In May', about: 'n-1' } as const;
const said = { happenedOn: '2026-02-12', ...answer } as const;
const focalPoint = voice({ user: 'fadi', roles: ['focal-point'], entity: 'finance' });
const colleague = voice({ user: 'salma', roles: ['member'], entity: 'finance' });

describe('a note with an addressee is a question', () => {
  it('that the person it was put to answers, and nobody else', () => {
    const asked = project.after(asks('layla'));
    asked.when(lead('2026-02-12', 'AddNote', answer)).thenFacts(event('note.added.v1', { ...said, answers: 'n-1' }));
    asked.when(reviewer('2026-02-12', 'AddNote', answer)).thenFacts(event('note.added.v1', said));
  });

  it('that a focal point of the entity it was put to answers', () => {
    const asked = project.after(asks('entity:finance'));
    asked
      .when(focalPoint('2026-02-12', 'AddNote', { ...answer, about: 'notes/n-1' }))
      .thenFacts(event('note.added.v1', { ...said, about: 'notes/n-1', answers: 'n-1' }));
    asked.when(colleague('2026-02-12', 'AddNote', answer)).thenFacts(event('note.added.v1', said));
  });

  it('that a reviewer answers for the cabinet', () =>
    project
      .after(lead('2026-02-10', 'AddNote', { note: 'n-1', text: 'May we?', to: 'cabinet' }))
      .when(reviewer('2026-02-12', 'AddNote', answer))
      .thenFacts(event('note.added.v1', { ...said, answers: 'n-1' })));

  it('that is put to somebody who can be asked', () => {
    for (const to of ['partner:nile', 'legislature', 'two words', 'somebody@else'])
      project.when(asks(to)).thenRefused('note/no-addressee');
    project.when(asks('entity:fisheries')).thenRefused('initiative/unknown-party');
  });
});
