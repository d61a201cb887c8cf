import { describe, expect, it } from '@jest/globals';
import type { ImportedInitiative, ImportedMilestone } from '../model/imported.js';
import { circleIn, inOrderOfReference } from './order-of-reference.js';

const milestone = (id: string, leansOn: Partial<ImportedMilestone> = {}): ImportedMilestone => ({
  id,
  key: false,
  place: { row: 2, column: 'target', value: id },
  ...leansOn,
});
const initiative = (milestones: readonly ImportedMilestone[]) =>
  ({ kind: 'projects', own: { id: 'P-1' }, milestones }) as unknown as ImportedInitiative;
const ordered = (...milestones: readonly ImportedMilestone[]): string[] =>
  inOrderOfReference(initiative(milestones)).map(({ id }) => id);
const closing = (...milestones: readonly ImportedMilestone[]) => circleIn(initiative(milestones));

describe('milestones in order of reference', () => {
  it('each comes after those it leans on, else the order of the file stays', () => {
    expect(ordered(milestone('c'), milestone('a'), milestone('b'))).toEqual(['c', 'a', 'b']);
    expect(
      ordered(
        milestone('d', { dependsOn: ['c', 'a'] }),
        milestone('c', { target: { after: 'projects/P-1/milestones/b', days: 30 } }),
        milestone('b', { target: { after: 'start', months: 2 } }),
        milestone('a'),
      ),
    ).toEqual(['b', 'c', 'a', 'd']);
  });

  it('of another initiative, or of nothing in the file, it waits for nothing', () =>
    expect(ordered(milestone('b', { dependsOn: ['laws/L-1/milestones/a', 'elsewhere'] }), milestone('a'))).toEqual([
      'b',
      'a',
    ]));

  it('a circle is told by the cell that closes it, and keeps every milestone', () => {
    const circle = [milestone('a', { dependsOn: ['b'] }), milestone('b', { target: { after: 'a', days: 3 } })];
    expect(ordered(...circle)).toEqual(['b', 'a']);
    expect(closing(...circle)).toEqual({ row: 2, column: 'target', value: 'b' });
    expect(closing(milestone('a', { dependsOn: ['a'] }))).toEqual({ row: 2, column: 'target', value: 'a' });
    expect(closing(milestone('a', { dependsOn: ['b'] }), milestone('b'))).toBeUndefined();
  });

  it('a chain of tens of thousands, last first', () => {
    const chain = Array.from({ length: 30_000 }, (_, at) => milestone(`m-${at}`, { dependsOn: [`m-${at + 1}`] }));
    expect(ordered(...chain)[0]).toBe('m-29999');
  });
});
