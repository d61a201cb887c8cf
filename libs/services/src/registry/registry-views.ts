import type { CalendarDefinition } from '@masar/calendar';
import type { CalendarFacts, EntityFacts } from '@masar/directory';

export const entityView = (facts: EntityFacts) => {
  const { version, succeeded, ...entity } = facts;
  return {
    ...entity,
    ...(succeeded && { succeeded: { by: succeeded.by, on: succeeded.on } }),
    version,
    position: `entities/${facts.id}@${version}`,
  };
};
export type EntityView = ReturnType<typeof entityView>;

export const calendarView = (definition: CalendarDefinition, facts: CalendarFacts | undefined) => ({
  id: definition.id,
  name: definition.name,
  weekends: definition.weekends,
  version: facts?.version ?? 0,
});

/** Days in the order they were said. */
export const dayViews = (facts: CalendarFacts | undefined) =>
  (facts?.days ?? []).map(({ date, off, reason, scope, knownAt }) => ({
    id: date,
    date,
    off,
    reason,
    ...(scope && { scope }),
    knownAt,
  }));

/** Years with computed holidays or a confirmation: what is computed, and since when it is confirmed. */
export const yearViews = (definition: CalendarDefinition, facts: CalendarFacts | undefined) => {
  const confirmed = new Map((facts?.confirmed ?? []).map(({ year, knownAt }) => [year, knownAt]));
  const years = new Set([...Object.keys(definition.holidays).map(Number), ...confirmed.keys()]);
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => ({
      id: String(year),
      year,
      confirmed: confirmed.has(year),
      ...(confirmed.has(year) ? { confirmedAt: confirmed.get(year) } : {}),
      computed: (definition.holidays[year] ?? '')
        .split(' ')
        .filter(Boolean)
        .map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`),
    }));
};
