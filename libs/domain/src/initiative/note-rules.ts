import { constitutionalParties, event, idPattern, isAddressed, refuse } from '@masar/contracts';
import type { CommandContext } from '../command-context.js';
import { notInFuture } from '../guards.js';
import type { Rules } from './kind-rules.js';
import { knownParty } from './parties.js';
import type { Fact, Initiative } from './state.js';

type Note = Fact<'note.added.v1'>;

const noteCalled = ({ facts }: Initiative, id: string): Note | undefined =>
  facts.find((fact): fact is Note => fact.type === 'note.added.v1' && fact.data.note === id);

/** The note that another one is about: `n-1`, or `notes/n-1`. */
const noteNamed = (initiative: Initiative, about: string | undefined): Note | undefined =>
  about === undefined ? undefined : noteCalled(initiative, about.replace(/^notes\//, ''));

const isUser = new RegExp(idPattern);
/** Bodies that have no people here. */
const bodies: ReadonlySet<string> = new Set(constitutionalParties);

/** Whom a note may be put to: a person, an entity's focal point, the reviewers of the cabinet office. */
const addressable = (context: CommandContext, to: string): void => {
  if (to.startsWith('entity:')) knownParty(context, to, 'to');
  else if (!isUser.test(to) || (to !== 'cabinet' && bodies.has(to))) refuse('note/no-addressee', { to }, 'to');
};

const mayAnswer = ({ actor }: CommandContext, to: string): boolean =>
  actor.onlyAccount === true || isAddressed(actor, to);

/** Notes. One with an addressee is a question, and one about it by whom it was put to is its answer. */
export const noteRules: Rules = {
  AddNote: (initiative, command) => {
    const { on, note, text, about, to, context } = command;
    notInFuture(command, on, 'on');
    if (initiative.notes.includes(note)) refuse('note/exists', { note }, 'id');
    if (to !== undefined && !context.fromSource) addressable(context, to);
    const asked = noteNamed(initiative, about);
    const answers = asked?.data.to !== undefined && mayAnswer(context, asked.data.to) ? asked.data.note : undefined;
    const said = { ...(about && { about }), ...(to && { to }), ...(answers && { answers }) };
    return [event('note.added.v1', { happenedOn: on, note, text, ...said })];
  },
};
