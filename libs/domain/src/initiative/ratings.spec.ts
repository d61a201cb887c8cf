import { describe, it } from '@jest/globals';
import { event } from '@masar/contracts';
import { lead, member, onlyAdministrator, reviewer, voice } from '../testing/voices.js';
import { draft, project } from '../testing/initiatives.js';

const rated = { rating: 'r-1', colour: 'amber' } as const;
const on = '2026-02-10';
const samir = voice({ user: 'samir', roles: ['independent'], entity: 'finance' });
const given = (voiceOf: 'team' | 'reviewer' | 'independent', more: object = {}) =>
  event('rating.given.v1', { happenedOn: on, rating: 'r-1', voice: voiceOf, colour: 'amber', ...more } as never);

describe('a rating', () => {
  it('is the team’s when somebody of the team gives it, whatever else he is', () => {
    project.when(lead(on, 'GiveRating', rated)).thenFacts(given('team'));
    project.when(member(on, 'GiveRating', rated)).thenFacts(given('team'));
    const both = voice({ user: 'huda', roles: ['member', 'reviewer'], entity: 'education' });
    project.when(both(on, 'GiveRating', rated)).thenFacts(given('team'));
  });

  it('is a reviewer’s when a reviewer of another entity gives it; one of the owner’s has no voice', () => {
    project.when(reviewer(on, 'GiveRating', rated)).thenFacts(given('reviewer'));
    const own = voice({ user: 'huda', roles: ['reviewer'], entity: 'education' });
    project.when(own(on, 'GiveRating', rated)).thenRefused('rating/not-appointed');
  });

  it('is independent where its giver was appointed, and nowhere else', () => {
    project.when(samir(on, 'GiveRating', rated)).thenRefused('rating/not-appointed');
    project
      .after(reviewer('2026-02-05', 'AddMember', { user: 'samir', role: 'independent' }))
      .when(samir(on, 'GiveRating', rated))
      .thenFacts(given('independent'));
  });

  it('is never independent of one who works there, though somebody appointed him', () => {
    const layla = voice({ user: 'layla', roles: ['member', 'lead'], entity: 'education' });
    project
      .after(reviewer('2026-02-05', 'AddMember', { user: 'layla', role: 'independent' }))
      .when(layla(on, 'GiveRating', rated))
      .thenRefused('rating/not-appointed');
  });

  it('takes its voice from no field', () => {
    const forged = { ...rated, voice: 'independent' } as typeof rated;
    project.when(lead(on, 'GiveRating', forged)).thenFacts(given('team'));
  });

  it('is the team’s while there is one account', () =>
    project.when(onlyAdministrator(on, 'GiveRating', rated)).thenFacts(given('team')));

  it('may say when it will be green again, unless it is green', () => {
    const backToGreen = '2026-04-01';
    project.when(lead(on, 'GiveRating', { ...rated, backToGreen })).thenFacts(given('team', { backToGreen }));
    project.when(lead(on, 'GiveRating', { ...rated, backToGreen: '2026-02-01' })).thenRefused('date/out-of-order');
    project
      .when(lead(on, 'GiveRating', { rating: 'r-1', colour: 'green', backToGreen }))
      .thenRefused('rating/green-already');
  });

  it('has an id of its own, a day that has come, and an initiative that runs', () => {
    project
      .after(lead(on, 'GiveRating', rated))
      .when(reviewer(on, 'GiveRating', rated))
      .thenRefused('rating/exists');
    project.when(lead(on, 'GiveRating', { ...rated, on: '2026-02-11' })).thenRefused('date/in-future');
    draft.when(lead(on, 'GiveRating', rated)).thenRefused('initiative/draft');
    project
      .after(lead(on, 'CompleteInitiative', {}))
      .when(lead(on, 'GiveRating', rated))
      .thenRefused('initiative/closed');
  });

  it('can be moved to another day by a correction, and to no other reason or colour', () => {
    const asked = { correction: 'k-1', version: 3, reason: 'a slip' } as const;
    const later = project.after(lead(on, 'GiveRating', rated));
    later.after(lead(on, 'RequestCorrection', { ...asked, field: 'on', to: '2026-02-09' }));
    later
      .when(lead(on, 'RequestCorrection', { ...asked, field: 'title', to: 'red' }))
      .thenRefused('correction/field-not-correctable');
  });
});
