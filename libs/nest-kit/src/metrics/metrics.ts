import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type { Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * What a process counts, for `GET /metrics` (Prometheus text). A service asks for a counter, gauge or histogram by name;
 * asking twice gives the same one.
 */
export class Metrics {
  readonly registry = new Registry();

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'masar_', eventLoopMonitoringPrecision: 10 });
  }

  counter<T extends string = string>(name: string, help: string, labelNames: readonly T[] = []): Counter<T> {
    return (
      (this.registry.getSingleMetric(name) as Counter<T>) ??
      new Counter({ name, help, labelNames: [...labelNames], registers: [this.registry] })
    );
  }

  gauge<T extends string = string>(
    name: string,
    help: string,
    labelNames: readonly T[] = [],
    collect?: (gauge: Gauge<T>) => void | Promise<void>,
  ): Gauge<T> {
    const known = this.registry.getSingleMetric(name) as Gauge<T> | undefined;
    if (known) return known;
    return new Gauge<T>({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.registry],
      ...(collect
        ? {
            async collect() {
              await collect(this);
            },
          }
        : {}),
    });
  }

  histogram<T extends string = string>(
    name: string,
    help: string,
    labelNames: readonly T[] = [],
    buckets?: readonly number[],
  ): Histogram<T> {
    const known = this.registry.getSingleMetric(name) as Histogram<T> | undefined;
    return (
      known ??
      new Histogram<T>({
        name,
        help,
        labelNames: [...labelNames],
        registers: [this.registry],
        ...(buckets ? { buckets: [...buckets] } : {}),
      })
    );
  }

  stop(): void {
    this.registry.clear();
  }
}
