import { correctedProperty, sameValue } from '@masar/contracts';
import type { AnyRecordedEvent, EventData } from '@masar/contracts';
import { find } from './by-id.js';
import { initiativeFolds, registered } from './fold-initiative.js';
import { milestoneFolds } from './fold-milestones.js';
import { requestFolds } from './fold-requests.js';
import { waitFolds } from './fold-waits.js';
import type { Folds, KindRules } from './kind-rules.js';
import type { Fact, Initiative, InitiativeState } from './state.js';

const sharedFolds: Folds = { ...initiativeFolds, ...milestoneFolds, ...waitFolds, ...requestFolds };

/** The event as remembered. */
const factOf = ({ version, type, actor, onBehalfOf, recordedAt, data }: AnyRecordedEvent): Fact =>
  ({
    version,
    type,
    actor,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    recordedAt,
    data,
  }) as unknown as Fact;

const foldOne = (initiative: Initiative, fact: Fact, kind: KindRules): Initiative => {
  const folds = Object.hasOwn(kind.folds, fact.type) ? kind.folds : sharedFolds;
  const fold = folds[fact.type] as ((initiative: Initiative, fact: Fact) => Initiative) | undefined;
  return fold ? fold(initiative, fact) : initiative;
};

const amended = (facts: readonly Fact[], version: number, property: string, value: unknown): readonly Fact[] =>
  facts.map((fact) =>
    fact.version === version ? ({ ...fact, data: { ...fact.data, [property]: value } } as Fact) : fact,
  );

/**
 * The facts with one corrected. A target corrected while the current promise says the same as the original one moves
 * both, also where it was moved away and back in between; else only the original (definitions §4).
 */
const correctedFacts = (initiative: Initiative, correction: EventData<'entry.corrected.v1'>): readonly Fact[] => {
  const { corrects, field, to } = correction;
  const facts = amended(initiative.facts, corrects, correctedProperty(field), to);
  if (field !== 'target') return facts;
  const fact = initiative.facts[corrects - 1];
  const milestone =
    fact && 'milestone' in fact.data ? find(initiative.milestones, String(fact.data.milestone)) : undefined;
  const { original, current } = milestone ?? {};
  const both =
    original && current && original.version !== current.version && sameValue(original.promise, current.promise);
  if (!both) return facts;
  const written = facts[current.version - 1];
  return amended(facts, current.version, written?.type === 'milestone.target-set.v1' ? 'target' : 'to', to);
};

/** Folds facts from the registration on. */
const foldAll = (facts: readonly Fact[], stream: Initiative['stream'], kind: KindRules): InitiativeState => {
  const [first, ...rest] = facts;
  if (first?.type !== 'initiative.registered.v1') return { status: 'unregistered' };
  return rest.reduce((state, fact) => foldOne(state, fact, kind), registered(first, stream, kind.emptyOwn));
};

/** The state after one more event of the stream; never throws on an event type it does not know. */
export const evolve = (state: InitiativeState, event: AnyRecordedEvent, kind: KindRules): InitiativeState => {
  const fact = factOf(event);
  if (state.status === 'unregistered') {
    const begun = foldAll([fact], event.stream, kind);
    return begun.status === 'unregistered' ? begun : { ...begun, facts: [fact] };
  }
  const before = fact.type === 'entry.corrected.v1' ? correctedFacts(state, fact.data) : state.facts;
  const facts = [...before, fact];
  if (fact.type !== 'entry.corrected.v1') return { ...foldOne(state, fact, kind), facts };
  const folded = foldAll(facts, state.stream, kind);
  return folded.status === 'unregistered' ? folded : { ...folded, facts };
};

/** What the initiative would be were this correction recorded; the present state is untouched. */
export const withCorrection = (
  initiative: Initiative,
  correction: EventData<'entry.corrected.v1'>,
  kind: KindRules,
): Initiative => {
  const facts = correctedFacts(initiative, correction);
  const folded = foldAll(facts, initiative.stream, kind);
  return folded.status === 'unregistered' ? initiative : { ...folded, facts };
};
