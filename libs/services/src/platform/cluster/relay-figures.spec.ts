import { afterEach, describe, expect, it } from '@jest/globals';
import { makeLogger, Metrics } from '@masar/nest-kit';
import { RelayFigures } from './relay-figures.js';

describe('figures of a relay', () => {
  const metrics = new Metrics();
  const figures = new RelayFigures(metrics, makeLogger({ logLevel: 'silent' }, 'projects'));
  afterEach(() => metrics.registry.resetMetrics());
  const told = async (name: string) => (await metrics.registry.getSingleMetric(name)!.get()).values;

  it('say how much is pending, how old it is and what was published', async () => {
    figures.pending(7, 2_500);
    figures.published(12, 5);
    expect((await told('masar_relay_pending_commits'))[0]!.value).toBe(7);
    expect((await told('masar_relay_oldest_pending_seconds'))[0]!.value).toBe(2.5);
    expect((await told('masar_relay_published_events_total'))[0]!.value).toBe(12);
    expect((await told('masar_relay_published_commits_total'))[0]!.value).toBe(5);
  });

  it('say since when and why nothing is published, until something is', () => {
    expect(figures.standing()).toBeUndefined();
    figures.paused(new Error('no leader'), 100);
    const first = figures.standing();
    expect(first).toMatch(/^publishes nothing since \S+Z: no leader$/);
    figures.paused(new Error('no leader'), 200);
    expect(figures.standing()).toBe(first);
    // A page could be read: the store is there, the broker is not.
    figures.pending(3, 10);
    expect(figures.standing()).toBe(first);
    figures.published(1, 1);
    expect(figures.standing()).toBeUndefined();
  });

  it('name streams that wait by why they do, as long as they do', async () => {
    figures.pending(2, 10);
    figures.held([
      { stream: 'projects/P-1', because: 'broken' },
      { stream: 'projects/P-2', because: 'earlier-missing' },
    ]);
    const held = async () =>
      Object.fromEntries(
        (await told('masar_relay_held_streams')).map(({ labels, value }) => [labels['because'], value]),
      );
    expect(await held()).toEqual({ broken: 1, 'earlier-missing': 1, 'no-topic': 0 });
    figures.pending(1, 10);
    expect(await held()).toEqual({ broken: 0, 'earlier-missing': 0, 'no-topic': 0 });
  });
});
