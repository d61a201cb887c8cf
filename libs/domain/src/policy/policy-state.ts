import type { ApplicationState, LocalDate } from '@masar/contracts';
import { find, put } from '../initiative/by-id.js';
import type { ById } from '../initiative/by-id.js';
import type { Folds } from '../initiative/kind-rules.js';
import type { Initiative } from '../initiative/state.js';

/** What an entity declared, and whether somebody else verified or returned it. */
export interface Application {
  readonly status: 'declared' | 'verified' | 'returned';
  readonly state: ApplicationState;
  readonly on: LocalDate;
  readonly recorder: string;
  readonly recordedFor?: string;
  readonly decidedOn?: LocalDate;
}
export interface PolicyState {
  /** Each states the whole scope from its day on. */
  readonly scopes: readonly { readonly from: LocalDate; readonly entities: readonly string[] }[];
  readonly applications: ById<Application>;
  /** Entities exempt, since when. */
  readonly exempt: ById<LocalDate>;
}

export const emptyPolicy: PolicyState = { scopes: [], applications: {}, exempt: {} };
export const policyOf = ({ own }: Initiative): PolicyState => own as PolicyState;

/** The scope in force on a day: of several stated from the same day, the one stated last. */
export const inScope = (initiative: Initiative, entity: string, on: LocalDate): boolean =>
  policyOf(initiative)
    .scopes.findLast(({ from }) => from <= on)
    ?.entities.includes(entity) ?? false;

const change = (initiative: Initiative, to: Partial<PolicyState>): Initiative => ({
  ...initiative,
  own: { ...policyOf(initiative), ...to },
});

const judged = (
  initiative: Initiative,
  entity: string,
  status: 'verified' | 'returned',
  decidedOn: LocalDate,
): Initiative => {
  const { applications } = policyOf(initiative);
  const application = find(applications, entity);
  return application
    ? change(initiative, { applications: put(applications, entity, { ...application, status, decidedOn }) })
    : initiative;
};

export const policyFolds: Folds = {
  'policy.scope-set.v1': (initiative, { data }) =>
    change(initiative, {
      scopes: [
        ...policyOf(initiative).scopes,
        { from: data.happenedOn, entities: data.entities.map(({ entity }) => entity) },
      ],
    }),
  'policy.application-recorded.v1': (initiative, { data, actor, onBehalfOf }) =>
    change(initiative, {
      applications: put(policyOf(initiative).applications, data.entity, {
        status: 'declared',
        state: data.state,
        on: data.happenedOn,
        recorder: actor,
        ...(onBehalfOf !== undefined && { recordedFor: onBehalfOf }),
      }),
    }),
  'policy.application-verified.v1': (initiative, { data }) =>
    judged(initiative, data.entity, 'verified', data.happenedOn),
  'policy.application-returned.v1': (initiative, { data }) =>
    judged(initiative, data.entity, 'returned', data.happenedOn),
  'policy.entity-exempted.v1': (initiative, { data }) =>
    change(initiative, { exempt: put(policyOf(initiative).exempt, data.entity, data.happenedOn) }),
};
