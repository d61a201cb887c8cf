import type { Coverage } from '@masar/contracts';
import type { ApplicationFact } from '../collect/facts.js';
import { byDay } from './by-day.js';
import { rounded } from './ledger-view.js';
import type { Reading } from './reading-shapes.js';
import { hasHappened } from './reading.js';

type EntityView = Coverage['entities'][number];

/** A declaration sent back no longer counts until it is made again; whoever is exempt stays so. */
const applied = (view: EntityView, fact: ApplicationFact): EntityView => {
  if (view.state === 'exempt') return view;
  switch (fact.step) {
    case 'recorded':
      return { ...view, state: fact.state ?? 'not-begun', declaredOn: fact.on, verifiedOn: null };
    case 'verified':
      return { ...view, verifiedOn: fact.on };
    case 'returned':
      return { ...view, state: 'not-begun', declaredOn: null, verifiedOn: null };
    case 'exempted':
      return { ...view, state: 'exempt', ...(fact.ground !== undefined && { ground: fact.ground }) };
  }
};

/** Coverage = applied ÷ (scope − exempt) on the day's scope, declared and verified apart (definitions §9); undefined without a scope. */
export const coverageOf = (reading: Reading): Coverage | undefined => {
  const { scopes, applications } = reading.facts;
  const scope = byDay(scopes.filter((fact) => hasHappened(reading, fact))).at(-1);
  if (!scope) return undefined;
  const said = byDay(applications.filter((fact) => hasHappened(reading, fact)));
  const entities = scope.entities.map(({ entity, dueOn }) =>
    said
      .filter((fact) => fact.entity === entity)
      .reduce<EntityView>(applied, { entity, dueOn, state: 'not-begun', declaredOn: null, verifiedOn: null }),
  );
  const exempt = entities.filter(({ state }) => state === 'exempt').length;
  const of = entities.length - exempt;
  const declared = entities.filter(({ state }) => state === 'applied');
  const verified = declared.filter(({ verifiedOn }) => verifiedOn !== null);
  const shared = (count: number) => ({ applied: count, share: of === 0 ? null : rounded(count / of) });
  return {
    scope: entities.length,
    exempt,
    of,
    declared: shared(declared.length),
    verified: shared(verified.length),
    entities,
  };
};
