import type { TargetPromise } from '@masar/contracts';
import type { Formats } from '../../../i18n/formats.js';
import type { Said } from '../../../i18n/languages.js';
import type { TrailEvent } from './events.js';
import type { SentenceContext, TrailNames } from './sentence-context.js';

type Text = { readonly ar?: string; readonly en?: string };
/** People's text keeps its own direction within a line of ours. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

interface Told {
  readonly milestones: ReadonlyMap<string, Text>;
  readonly waits: ReadonlyMap<string, string>;
  readonly blockers: ReadonlyMap<string, Text>;
}

/** What events call the things that later ones name by id alone. */
const toldIn = (events: readonly TrailEvent[]): Told => {
  const milestones = new Map<string, Text>();
  const waits = new Map<string, string>();
  const blockers = new Map<string, Text>();
  for (const { type, data } of events as readonly TrailEvent[]) {
    if (type === 'milestone.planned.v1') milestones.set(data.milestone, data.title);
    if (type === 'milestone.described.v1' && data.title) milestones.set(data.milestone, data.title);
    if (type === 'wait.began.v1') waits.set(data.wait, data.party);
    if (type === 'blocker.raised.v1') blockers.set(data.blocker, data.title);
  }
  return { milestones, waits, blockers };
};

export interface Speaker {
  readonly words: Pick<Said, 'trail' | 'vocabulary'>;
  readonly formats: Pick<Formats, 'day'>;
  entity(id: string): string;
  party(of: string): string;
  person(user: string): string;
  stage(id: string): string;
  say(text: Text | undefined): string;
}

const namesOf = (events: readonly TrailEvent[], speaker: Speaker): TrailNames => {
  const { milestones, waits, blockers } = toldIn(events);
  const { entity, party, person, stage, say, words } = speaker;
  const milestone = (id: string) => isolated(say(milestones.get(id)) || id);
  const isParty = (of: string) => of.includes(':') || of in words.vocabulary.bodies;
  return {
    milestone,
    reference: (to) => (to === 'start' ? words.trail.start : milestone(to)),
    stage: (id) => isolated(stage(id)),
    entity: (id) => isolated(entity(id)),
    party: (of) => isolated(party(of)),
    person: (user) => isolated(person(user)),
    whom: (of) => isolated(isParty(of) ? party(of) : person(of)),
    text: (of) => isolated(say(of)),
    waitedOn: (wait) => isolated(party(waits.get(wait) ?? wait)),
    blocker: (id) => isolated(say(blockers.get(id)) || id),
  };
};

const promiseIn =
  ({ words, formats }: Speaker, nameOf: TrailNames) =>
  (target: TargetPromise): string => {
    if (typeof target === 'string') return formats.day(target);
    if ('absent' in target) return words.vocabulary.absentTarget[target.absent];
    const { after, days = 0, months = 0, working = false } = target;
    return words.trail.after(nameOf.reference(after), days, months, working);
  };

const dateShaped = /^\d{4}-\d{2}-\d{2}$/;

/** Everything a sentence needs, from the events told so far. */
export const sentenceContext = (events: readonly TrailEvent[], speaker: Speaker): SentenceContext => {
  const nameOf = namesOf(events, speaker);
  const promise = promiseIn(speaker, nameOf);
  const { vocabulary } = speaker.words;
  const value = (field: string, of: unknown): string => {
    if (of === null || of === undefined) return '—';
    if (typeof of === 'object') return field === 'title' ? nameOf.text(of as Text) : promise(of as TargetPromise);
    const text = String(of as string | number | boolean);
    if (dateShaped.test(text)) return speaker.formats.day(text);
    if (field === 'party') return nameOf.party(text);
    if (field === 'stage') return nameOf.stage(text);
    if (field === 'reason' && text in vocabulary.waitReason)
      return vocabulary.waitReason[text as keyof typeof vocabulary.waitReason];
    return isolated(text);
  };
  return { said: speaker.words.trail, vocabulary, nameOf, promise, value };
};
