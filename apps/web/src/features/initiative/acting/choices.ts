import type { ApplicationState, WaitReason } from '@masar/contracts';
import type { Timeline } from '../reading.js';
import type { ListName } from './action.js';

/** As the interface knows them: the page carries no more of its contracts than their types. */
export const waitReasons: readonly WaitReason[] = [
  'documents-missing',
  'session-date',
  'busy',
  'deprioritised',
  'absent',
  'funding',
  'tender',
  'legal-opinion',
  'statutory',
  'outside',
];
export const applicationStates: readonly ApplicationState[] = ['begun', 'partly', 'applied', 'not-applied'];

/** A path of a law as far as its steps go. */
export interface Path {
  readonly first: readonly string[];
  readonly stages: readonly {
    readonly stage: string;
    readonly next: readonly string[];
    readonly publication?: boolean;
  }[];
  readonly outcomes: readonly string[];
}
/** What is known of an initiative when somebody wants to do something to it. */
export interface Known {
  readonly timeline: Pick<Timeline, 'milestones' | 'stages' | 'coverage' | 'blockers'>;
  readonly waits: readonly { readonly id: string; readonly status?: string }[];
  readonly pauses: readonly { readonly id: string; readonly status?: string }[];
  readonly path?: Path | undefined;
  /** A reviewer may enter a stage that is not next, saying why those between are skipped. */
  readonly maySkip: boolean;
}

const done: readonly string[] = ['reached', 'confirmed'];
const isOpen = ({ status }: Timeline['milestones'][number]): boolean =>
  !done.includes(status) && status !== 'cancelled';

const standsAt = ({ timeline: { stages } }: Known): string | undefined => stages.at(-1)?.stage;

/** Stages that may be entered next, by the path. */
export const nextStages = (known: Known): readonly string[] => {
  const at = standsAt(known);
  if (at === undefined) return known.path?.first ?? [];
  return known.path?.stages.find(({ stage }) => stage === at)?.next ?? [];
};

/** The stages that lie between where a law stands and a stage that is not next: the shortest way. Empty where it is next, or cannot be reached. */
export const skippedOnTheWay = (known: Known, to: string): readonly string[] => {
  const nextOf = (at: string) => known.path?.stages.find(({ stage }) => stage === at)?.next ?? [];
  const ways: (readonly string[])[] = nextStages(known).map((stage) => [stage]);
  const met = new Set(nextStages(known));
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    const last = way.at(-1)!;
    if (last === to) return way.slice(0, -1);
    for (const next of nextOf(last)) {
      if (met.has(next)) continue;
      met.add(next);
      ways.push([...way, next]);
    }
  }
  return [];
};

const stagesToEnter = (known: Known): readonly string[] => {
  const next = nextStages(known);
  if (!known.maySkip) return next;
  const others = (known.path?.stages ?? []).map(({ stage }) => stage).filter((stage) => !next.includes(stage));
  return [...next, ...others.filter((stage) => skippedOnTheWay(known, stage).length > 0)];
};

const entities = ({ timeline: { coverage } }: Known, ...states: readonly string[]): readonly string[] =>
  (coverage?.entities ?? [])
    .filter(({ state }) => (states.length === 0 ? state !== 'exempt' : states.includes(state)))
    .map(({ entity }) => entity);

const lists: Readonly<Record<ListName, (known: Known) => readonly string[]>> = {
  // A milestone bound to a stage is reached by the law, never by hand.
  'milestones-to-reach': ({ timeline }) =>
    timeline.milestones.filter((one) => isOpen(one) && one.stage === undefined).map(({ id }) => id),
  'milestones-to-start': ({ timeline }) =>
    timeline.milestones.filter((one) => isOpen(one) && one.startedOn === null).map(({ id }) => id),
  'milestones-open': ({ timeline }) => timeline.milestones.filter(isOpen).map(({ id }) => id),
  'asked-dates': ({ timeline }) =>
    timeline.milestones.flatMap(({ id, request }) => (request ? [`${id}/target-changes/${request.id}`] : [])),
  'milestones-done': ({ timeline }) =>
    timeline.milestones.filter(({ status }) => done.includes(status)).map(({ id }) => id),
  'open-waits': ({ waits }) => waits.filter(({ status }) => status !== 'ended').map(({ id }) => id),
  'open-blockers': ({ timeline }) =>
    timeline.blockers.filter(({ resolvedOn }) => resolvedOn === null).map(({ id }) => id),
  'running-pauses': ({ pauses }) => pauses.filter(({ status }) => status === 'granted').map(({ id }) => id),
  'wait-reasons': () => waitReasons,
  stages: stagesToEnter,
  outcomes: ({ path }) => path?.outcomes ?? [],
  'application-states': () => applicationStates,
  'entities-in-scope': (known) => entities(known),
  'entities-declared': (known) =>
    (known.timeline.coverage?.entities ?? [])
      .filter(({ declaredOn, verifiedOn, state }) => declaredOn !== null && verifiedOn === null && state !== 'exempt')
      .map(({ entity }) => entity),
};

/** Ids of what a list offers now. */
export const choicesOf = (list: ListName, known: Known): readonly string[] => lists[list](known);
