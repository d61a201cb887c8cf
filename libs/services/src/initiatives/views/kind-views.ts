import { lawOf, policyOf, type Initiative } from '@masar/domain';
import { factsOf, present, recordOf } from './facts-of.js';

/** Visits of stages, in order of entering; `id` is the stage, from its second visit on `<stage>.<visit>`. */
export const stageViews = (initiative: Initiative) => {
  const entered = factsOf(initiative, 'law.stage-entered.v1');
  const { visits } = lawOf(initiative);
  return entered.map((fact, at) => {
    const { stage, visit, party, returned, skipped, issue, number, inForceOn, happenedOn } = fact.data;
    return present({
      id: visit === 1 ? stage : `${stage}.${visit}`,
      stage,
      visit,
      from: happenedOn,
      to:
        entered[at + 1]?.data.happenedOn ??
        (lawOf(initiative).outcome === undefined ? null : (initiative.endedOn ?? null)),
      party,
      returned,
      skipped,
      issue,
      number,
      inForceOn: visits.find((known) => known.version === fact.version)?.inForceOn ?? inForceOn,
      ...recordOf(fact),
    });
  });
};

export const outcomeViews = (initiative: Initiative) =>
  factsOf(initiative, 'law.outcome-recorded.v1').map((fact) =>
    present({
      id: fact.data.outcome,
      outcome: fact.data.outcome,
      on: fact.data.happenedOn,
      into: fact.data.into,
      ...recordOf(fact),
    }),
  );

/** Scopes as stated, each the whole scope from its day on; `id` is the version that stated it. */
export const scopeViews = (initiative: Initiative) =>
  factsOf(initiative, 'policy.scope-set.v1').map((fact) => ({
    id: `v${fact.version}`,
    on: fact.data.happenedOn,
    entities: fact.data.entities,
    ...recordOf(fact),
  }));

/** How far each entity applies the policy: what it declared last, and what became of it. */
export const applicationViews = (initiative: Initiative) => {
  const { applications, exempt } = policyOf(initiative);
  const recorded = factsOf(initiative, 'policy.application-recorded.v1');
  const declared = Object.entries(applications).map(([entity, application]) => {
    const fact = recorded.findLast(({ data }) => data.entity === entity);
    const { status, state, on, decidedOn } = application;
    return present({
      id: entity,
      entity,
      state,
      on,
      status,
      decidedOn,
      evidence: fact?.data.evidence ?? [],
      exemptOn: exempt[entity],
      ...(fact && recordOf(fact)),
    });
  });
  const others = Object.entries(exempt).filter(([entity]) => !(entity in applications));
  return [...declared, ...others.map(([entity, on]) => ({ id: entity, entity, status: 'exempt', exemptOn: on }))];
};

export const exemptionViews = (initiative: Initiative) =>
  factsOf(initiative, 'policy.entity-exempted.v1').map((fact) => ({
    id: fact.data.entity,
    entity: fact.data.entity,
    on: fact.data.happenedOn,
    ground: fact.data.ground,
    ...recordOf(fact),
  }));
