import type { Command } from '../../../app/commands/intent.js';
import type { Address } from '../reading.js';
import type { Field, InitiativeAction, Values, Who } from './action.js';
import { actionGroups, type ActionName, type GroupName } from './actions.js';
import { choicesOf, skippedOnTheWay, type Known } from './choices.js';

interface Reader {
  /** Roles of the account, and the one of a membership here. */
  readonly roles: readonly string[];
  readonly onlyAccount: boolean;
}

const isFor = ({ who }: InitiativeAction, { roles, onlyAccount }: Reader): boolean =>
  onlyAccount || who.some((role: Who) => roles.includes(role));
const hasChoices = ({ fields }: InitiativeAction, known: Known): boolean =>
  fields.every((field) => field.kind !== 'choice' || field.isOptional || choicesOf(field.of, known).length > 0);

export type Offered = Readonly<Record<GroupName, readonly (InitiativeAction & { readonly name: ActionName })[]>>;

/** What is offered to a reader here, by what it is about: of what his roles may do, all that has something to be done to. */
export const offeredTo = (reader: Reader, at: Pick<Address, 'kind'>, known: Known): Offered =>
  Object.fromEntries(
    Object.entries(actionGroups).map(([group, actions]) => [
      group,
      (actions as readonly InitiativeAction[]).filter(
        (action) => (action.kinds?.includes(at.kind) ?? true) && isFor(action, reader) && hasChoices(action, known),
      ),
    ]),
  ) as unknown as Offered;

const said = (values: Values, { name }: Field): string => (values[name] ?? '').trim();

const ofPublication: readonly string[] = ['issue', 'number', 'inForceOn'];
const becomesOthers: readonly string[] = ['merged', 'split'];

/** Whether a field is asked for, by what is said already: what belongs to the Gazette at publication alone, other laws where one became them. */
export const isAskedFor = ({ name }: Field, values: Values, { path, ...known }: Known): boolean => {
  if (ofPublication.includes(name))
    return path?.stages.some(({ stage, publication }) => stage === values.stage && publication === true) ?? false;
  if (name === 'into') return becomesOthers.includes(values.outcome ?? '');
  if (name === 'skip') return skippedOnTheWay({ path, ...known }, values.stage ?? '').length > 0;
  return true;
};

/** Whether enough is said to be sent; what else is wrong the server says. A stage that is not next needs a reason for those between. */
export const isComplete = ({ fields }: InitiativeAction, values: Values, known: Known): boolean =>
  fields.every((field) => {
    const mayBeEmpty = field.isOptional === true && field.name !== 'skip';
    return mayBeEmpty || !isAskedFor(field, values, known) || said(values, field) !== '';
  });

/** How fields that are no plain text stand in a body. */
const shaped = (name: Field['name'], text: string, { language, known, values }: Shaping): object => {
  switch (name) {
    case 'title':
      return { title: { [language]: text } };
    case 'returned':
      return { returned: { reason: text } };
    case 'into':
      return { into: text.split(/[\s,،]+/).filter((id) => id !== '') };
    case 'skip':
      return { skip: skippedOnTheWay(known, values.stage ?? '').map((stage) => ({ stage, reason: text })) };
    default:
      return { [name]: text };
  }
};
interface Shaping {
  readonly language: 'ar' | 'en';
  readonly known: Known;
  readonly values: Values;
}

/** The command somebody has asked for: what stands in the address is not in the body, what was left empty is in neither. */
export const commandOf = (
  action: InitiativeAction,
  at: Address,
  values: Values,
  by: Omit<Shaping, 'values'>,
  evidence: readonly object[] = [],
): Command => {
  const inPath = new Set([...action.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  const tail = action.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    (values[name as Field['name']] ?? '').trim().split('/').map(encodeURIComponent).join('/'),
  );
  const body = action.fields
    .filter((field) => !inPath.has(field.name) && isAskedFor(field, values, by.known) && said(values, field) !== '')
    .map((field) => shaped(field.name, said(values, field), { ...by, values }));
  return {
    path: `/api/${at.kind}/${at.id}${tail}`,
    body: Object.assign({}, ...body, evidence.length > 0 ? { evidence } : {}) as Command['body'],
  };
};
