import { beforeAll, describe, expect, it } from '@jest/globals';
import { over } from '../harness/start-system.js';
import { useSystem } from '../harness/system-for-specs.js';
import { assembleCast } from '../rights/cast.js';
import { descriptionOf, routesIn, type DescribedRoute } from '../rights/described-routes.js';
import { today } from '../rights/ground.js';
import { Matrix } from '../rights/matrix.js';
import { playAll } from '../rights/play-all.js';
import { publishedRights } from '../rights/published-rights.js';

const { api } = useSystem({ now: `${today}T08:00:00.000Z` });
const rights = publishedRights();
let routes: readonly DescribedRoute[];
let matrix: Matrix;

beforeAll(async () => {
  routes = routesIn(await descriptionOf(api())).filter(({ action }) => action !== undefined);
  matrix = new Matrix(await assembleCast(api()), rights);
}, 120_000);

describe('the page of rights', () => {
  it('has a row for the right that each route of the interface asks for', () => {
    expect(routes.length).toBeGreaterThan(200);
    const unknown = routes.filter(({ action }) => !rights.has(action!));
    expect(unknown.map(({ name, action }) => `${name}: ${action}`)).toEqual([]);
  });

  it('can be tried: each route has an example that would be accepted, were the right there', () => {
    const without = routes.filter((route) => matrix.example(route) === undefined);
    expect([...new Set(without.map(({ name }) => name))]).toEqual([]);
  });

  it('holds over HTTP, cell by cell: each role, the own and what is others’, hidden or not', async () => {
    const known = routes.filter((route) => matrix.example(route) !== undefined);
    await playAll(matrix, known, over() === 'cluster');
    const { faults, cells, verdicts } = matrix.played;
    expect(faults).toEqual([]);
    if (over() === 'cluster') return void expect(cells).toBe(known.length);
    expect(cells).toBeGreaterThan(5_000);
    expect(Math.min(...Object.values(verdicts))).toBeGreaterThan(400);
  }, 600_000);
});
