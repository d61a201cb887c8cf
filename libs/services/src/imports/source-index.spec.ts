import { describe, expect, it } from '@jest/globals';
import { administrator, houseInMemory } from './testing/house-in-memory.js';
import { SourceIndex } from './source-index.js';

describe('two initiatives registered under one source', () => {
  it('the one recorded first holds it, before and after a start anew', async () => {
    const house = await houseInMemory('2026-11-20T09:00:00.000Z');
    await house.bus.run(
      'entities/education',
      { type: 'RegisterEntity', name: { en: 'Education' }, jurisdiction: 'EG' },
      { actor: administrator },
    );
    const register = (id: string) =>
      house.bus.run(
        `projects/${id}`,
        {
          type: 'RegisterInitiative',
          title: { en: id },
          owner: 'education',
          source: { system: 'books', id: '7' },
        },
        { actor: administrator },
      );
    await house.gateway.bySource('books');
    await register('zinc');
    house.store.setClock({ kind: 'fixed', at: '2026-11-21T09:00:00.000Z' });
    await register('amber');
    const holders = new Map([['7', { stream: 'projects/zinc', knownSince: '2026-11-20T09:00:00.000Z' }]]);
    expect(await house.gateway.bySource('books')).toEqual(holders);
    expect(await new SourceIndex(house.store).of('books')).toEqual(holders);
    expect(await new SourceIndex(house.store).of('papers')).toEqual(new Map());
  });
});
