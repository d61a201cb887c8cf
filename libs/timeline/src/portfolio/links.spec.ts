import { describe, expect, it } from '@jest/globals';
import { milestone, planned, registered } from '../testing/history.js';
import { timeline } from '../testing/minutes.js';
import { endOf, linksInto, mergedLinks } from './links.js';

const minutes = [
  registered(),
  planned('m1', '2026-03-01'),
  planned('m2', { after: 'm1', days: 10 }, { dependsOn: ['m1', 'laws/L-7/stages/gazette'] }),
  planned('m3', { after: 'start', days: 5 }),
];
const view = timeline(minutes, '2026-02-10');
const noName = () => undefined;

describe('links of an initiative', () => {
  it('are what its milestones depend on and what their dates count from, in full', () => {
    expect(linksInto(view)).toEqual([
      { from: 'projects/P-1/milestones/m1', to: 'projects/P-1/milestones/m2', sort: 'depends' },
      { from: 'laws/L-7/stages/gazette', to: 'projects/P-1/milestones/m2', sort: 'depends' },
      { from: 'projects/P-1/milestones/m1', to: 'projects/P-1/milestones/m2', sort: 'counts-from' },
    ]);
  });
  it('stay when what they count from has happened, and go when the date is promised anew', () => {
    const reached = [...minutes, milestone('reached', 'm1', '2026-03-01')];
    const sorts = (of: typeof reached) => linksInto(timeline(of, '2026-03-10')).map(({ sort }) => sort);
    expect(sorts(reached)).toContain('counts-from');
    const moved = ['milestone.target-moved', '2026-03-05', { milestone: 'm2', to: '2026-04-01', reason: 'r' }] as const;
    expect(sorts([...reached, moved])).not.toContain('counts-from');
  });
  it('are one for each two ends', () => {
    expect(mergedLinks(linksInto(view), new Map()).map(({ sorts }) => sorts)).toEqual([
      ['depends', 'counts-from'],
      ['depends'],
    ]);
  });
});

describe('an end of a link', () => {
  it('says when a milestone happened, or when it is promised', () => {
    expect(endOf('projects/P-1/milestones/m1', view, noName)).toMatchObject({ settledOn: null, dueOn: '2026-03-01' });
    const reached = timeline([...minutes, milestone('reached', 'm1', '2026-02-09')], '2026-02-10');
    expect(endOf('projects/P-1/milestones/m1', reached, noName)).toMatchObject({ settledOn: '2026-02-09' });
    expect(endOf('projects/P-1/milestones/m2', view, noName)).toMatchObject({ dueOn: '2026-03-11' });
  });
  it('is nothing where another initiative would have to say it', () => {
    expect(endOf('laws/L-7/stages/gazette', view, noName)).toBeUndefined();
    expect(endOf('commitments/c-1', view, noName)).toBeUndefined();
    expect(endOf('projects/P-1/milestones/m9', view, noName)).toBeUndefined();
  });
});
