import { describe, it } from '@jest/globals';
import { event } from '@masar/contracts';
import { project } from '../testing/initiatives.js';
import { lead, reviewer } from '../testing/voices.js';

const title = { en: 'No site' };
const raise = (fields: object) =>
  lead('2026-02-10', 'RaiseBlocker', { blocker: 'b-1', title, decider: 'cabinet', dueOn: '2026-03-01', ...fields });

describe('a blocker', () => {
  const raised = project.after(raise({}));
  it('goes to a party or to a person, with a date', () => {
    project.when(raise({ decider: 'rami' })).thenFacts(
      event('blocker.raised.v1', {
        happenedOn: '2026-02-10',
        blocker: 'b-1',
        title,
        decider: 'rami',
        dueOn: '2026-03-01',
      }),
    );
    project.when(raise({ decider: 'entity:fisheries' })).thenRefused('initiative/unknown-party');
    project.when(raise({ decider: 'partner:acme' })).thenRefused('initiative/unknown-party');
    project.when(raise({ dueOn: '2026-02-30' })).thenRefused('date/not-a-date');
  });
  it('may hold a wait that is there', () => project.when(raise({ wait: 'w-9' })).thenRefused('wait/unknown'));
  it('has an id of its own', () => raised.when(raise({})).thenRefused('blocker/exists'));
  it('is resolved once, not before it was raised', () => {
    const resolve = { blocker: 'b-1', outcome: 'site given' };
    raised
      .when(reviewer('2026-02-20', 'ResolveBlocker', { ...resolve, on: '2026-02-09' }))
      .thenRefused('date/out-of-order');
    raised
      .when(reviewer('2026-02-20', 'ResolveBlocker', { ...resolve, blocker: 'b-7' }))
      .thenRefused('blocker/unknown');
    raised
      .after(reviewer('2026-02-20', 'ResolveBlocker', resolve))
      .when(reviewer('2026-02-21', 'ResolveBlocker', resolve))
      .thenRefused('blocker/resolved');
  });
});

describe('a note', () => {
  const note = { note: 'n-1', text: 'Seen the site', about: 'm-1' };
  it('is added at any time, also after the end', () =>
    project
      .after(lead('2026-02-12', 'CompleteInitiative', {}))
      .when(lead('2026-02-13', 'AddNote', note))
      .thenFacts(event('note.added.v1', { happenedOn: '2026-02-13', ...note })));
  it('under an id of its own', () =>
    project
      .after(lead('2026-02-13', 'AddNote', note))
      .when(lead('2026-02-14', 'AddNote', note))
      .thenRefused('note/exists'));
});
