import { describe, expect, it } from '@jest/globals';
import { planBatch } from './batch-plan.js';

const kinds = new Set(['projects', 'laws']);
const reach = (id: string) => ({ url: `/api/projects/${id}/milestones/m/reach`, body: {} });

describe('how a batch is given', () => {
  it('keeps commands of one stream in line and lets different streams go side by side', () => {
    expect(planBatch([reach('a'), reach('b'), reach('a')], kinds)).toEqual([[[0, 2], [1]]]);
  });

  it('takes a registration by the id it names', () => {
    expect(planBatch([{ url: '/api/projects', body: { id: 'a' } }, reach('a')], kinds)).toEqual([[[0, 1]]]);
  });

  it('waits before and after a command of no initiative', () => {
    expect(planBatch([reach('a'), { url: '/api/entities', body: { id: 'e' } }, reach('b')], kinds)).toEqual([
      [[0]],
      [[1]],
      [[2]],
    ]);
  });

  it('waits before a command that speaks of another initiative', () => {
    const speaking = {
      url: '/api/projects/b/milestones',
      body: { target: { after: 'projects/a/milestones/m', days: 3 } },
    };
    expect(planBatch([reach('a'), speaking, reach('c')], kinds)).toEqual([[[0]], [[1]], [[2]]]);
  });
});
