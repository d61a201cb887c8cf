import { Type, type TSchema } from 'typebox';
import { latinDate } from '../../digits.js';
import { Evidence } from '../../evidence.js';
import {
  BilingualText,
  DateText,
  GivenId,
  givenIdPattern,
  initiativeKinds,
  partyPattern,
  PartyText,
  type StreamName,
} from '../../scalars.js';
import { longestRule, Reference, referencePattern, TargetPromise } from '../../target.js';
import { absentTargets } from '../../vocabulary.js';
import { Field, type FieldOptions, type ValueCheck, type ValueFault, type ValueReading } from './fields.js';

const type = (expected: string): ValueFault => ({ code: 'field/type', expected });
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day that is in the Gregorian calendar, years 1000 to 9999. */
const isCalendarDate = (text: string): boolean => {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && leap ? 29 : (daysOfMonth[month - 1] ?? 0);
  return day >= 1 && day <= last;
};

const checkDate: ValueCheck = (value) => {
  if (typeof value !== 'string') return type('date YYYY-MM-DD');
  return isCalendarDate(value) ? undefined : { code: 'date/not-a-date', value: value.slice(0, 40) };
};

const checkPattern = (pattern: string, expected: string): ValueCheck => {
  const expression = new RegExp(pattern);
  return (value) => {
    if (typeof value !== 'string') return type('text');
    return expression.test(value) ? undefined : { code: 'field/shape', expected };
  };
};
const checkId = checkPattern(givenIdPattern, '[A-Za-z0-9._-], 1–64, ≠ . ..');
const referenceForms = 'm-2 | projects/P-1/milestones/m-2 | laws/L-7/stages/gazette | commitments/c-9';
const referenceShape = checkPattern(referencePattern, referenceForms);
const referredTo: ReadonlySet<string> = new Set([...initiativeKinds, 'commitments']);

/** The language is open to later kinds; a command may only speak of those there are. */
const checkReference: ValueCheck = (value) => {
  const fault = referenceShape(value);
  if (fault) return fault;
  const [kind = '', ...rest] = String(value).split('/');
  return rest.length === 0 || referredTo.has(kind) ? undefined : { code: 'field/shape', expected: referenceForms };
};

const partyExpression = new RegExp(partyPattern);
const checkParty: ValueCheck = (value) => {
  if (typeof value !== 'string') return type('text');
  return partyExpression.test(value) ? undefined : { code: 'initiative/unknown-party', value: value.slice(0, 80) };
};

const checkWords =
  (longest: number): ValueCheck =>
  (value) => {
    if (typeof value !== 'string') return type('text');
    return value.trim().length >= 1 && value.length <= longest
      ? undefined
      : { code: 'field/length', expected: `1–${longest}` };
  };

const checkOneOf = (words: readonly string[]): ValueCheck => {
  const known = new Set(words);
  return (value) => {
    if (typeof value !== 'string') return type('text');
    return known.has(value) ? undefined : { code: 'field/word', expected: words.join(', ') };
  };
};

const checkNumber =
  (from: number, to: number, whole: boolean): ValueCheck =>
  (value) => {
    if (typeof value !== 'number' || (whole && !Number.isInteger(value)))
      return type(whole ? 'whole number' : 'number');
    return value >= from && value <= to ? undefined : { code: 'field/range', expected: `${from}–${to}` };
  };

const within = (fault: ValueFault | undefined, at: string): ValueFault | undefined =>
  fault && { ...fault, within: fault.within ? `${at}.${fault.within}` : at };

type Members = Readonly<Record<string, ValueCheck>>;

/** A closed object: each member by its own check, the first fault with its path. */
const checkMembers = (
  value: Record<string, unknown>,
  members: Members,
  required: readonly string[],
): ValueFault | undefined => {
  for (const name of required) if (value[name] === undefined) return { code: 'field/missing', within: name };
  for (const [name, member] of Object.entries(value)) {
    const check = Object.hasOwn(members, name) ? members[name] : undefined;
    if (!check) return { code: 'field/unknown', within: name };
    const fault = member === undefined ? undefined : within(check(member), name);
    if (fault) return fault;
  }
  return undefined;
};

const bilingualMembers: Members = { ar: checkWords(500), en: checkWords(500) };
const checkBilingual: ValueCheck = (value) => {
  if (!isRecord(value)) return type('{"ar", "en"}');
  if (value['ar'] === undefined && value['en'] === undefined && Object.keys(value).length === 0)
    return { code: 'field/missing', expected: 'ar | en' };
  return checkMembers(value, bilingualMembers, []);
};

const checkBoolean: ValueCheck = (value) => (typeof value === 'boolean' ? undefined : type('true | false'));

const relativeMembers: Members = {
  after: checkReference,
  days: checkNumber(0, longestRule.days, true),
  months: checkNumber(0, longestRule.months, true),
  working: checkBoolean,
};
const absentMembers: Members = { absent: checkOneOf(absentTargets), ground: checkWords(4000) };
const targetForms = 'YYYY-MM-DD | {after, days | months, working?} | {absent, ground?}';

/** A target in one of its three forms; a rule names days or months, not both, and only days can be working days. */
const checkTarget: ValueCheck = (value) => {
  if (typeof value === 'string') return checkDate(value);
  if (!isRecord(value)) return type(targetForms);
  if ('absent' in value) return checkMembers(value, absentMembers, ['absent']);
  if (!('after' in value)) return { code: 'field/shape', expected: targetForms };
  if ((value['days'] === undefined) === (value['months'] === undefined))
    return { code: 'field/shape', expected: targetForms };
  if (value['working'] === true && value['days'] === undefined) return { code: 'field/shape', expected: targetForms };
  return checkMembers(value, relativeMembers, []);
};

const evidenceMembers: Members = {
  title: checkWords(4000),
  url: (value) => {
    if (typeof value !== 'string') return type('text');
    return /^https:\/\/[^\s]{1,1990}$/.test(value) && URL.canParse(value)
      ? undefined
      : { code: 'field/shape', expected: 'https://…' };
  },
  file: checkPattern('^[0-9a-f]{64}$', 'SHA-256'),
  note: checkWords(4000),
};
const checkEvidence: ValueCheck = (value) => {
  if (!isRecord(value)) return type('{title, url | file, note?}');
  const fault = checkMembers(value, evidenceMembers, ['title']);
  if (fault) return fault;
  return (value['url'] === undefined) === (value['file'] === undefined)
    ? { code: 'field/shape', expected: 'url | file' }
    : undefined;
};

const checkList =
  (check: ValueCheck, atMost: number): ValueCheck =>
  (value) => {
    if (!Array.isArray(value)) return type('list');
    if (value.length > atMost) return { code: 'field/length', expected: `0–${atMost}` };
    for (const [at, item] of value.entries()) {
      const fault = within(check(item), String(at));
      if (fault) return fault;
    }
    return undefined;
  };

const sourceMembers: Members = { system: checkId, id: checkWords(200) };
const checkSource: ValueCheck = (value) =>
  isRecord(value) ? checkMembers(value, sourceMembers, ['system', 'id']) : type('{system, id}');

type Decorated = (options?: FieldOptions) => PropertyDecorator;
const declared =
  (check: ValueCheck, schema: TSchema, read?: ValueReading): Decorated =>
  (options) =>
    Field(check, schema, options, read);

const readDate: ValueReading = (value) => (typeof value === 'string' ? latinDate(value) : value);

export const DateField = declared(checkDate, DateText, readDate);
export const IdField = declared(checkId, GivenId);
export const PartyField = declared(checkParty, PartyText);
const initiativePattern = `^(${initiativeKinds.join('|')})/${givenIdPattern.slice(1, -1)}$`;
/** The stream of an initiative: `projects/P-1`. */
export const InitiativeField = declared(
  checkPattern(initiativePattern, `${initiativeKinds.join(' | ')}/<id>`),
  Type.Unsafe<StreamName>(Type.String({ pattern: initiativePattern })),
);
export const TitleField = declared(checkBilingual, BilingualText);
export const BooleanField = declared(checkBoolean, Type.Boolean());
export const TargetField = declared(checkTarget, TargetPromise, readDate);
export const EvidenceField = declared(checkList(checkEvidence, 20), Type.Array(Evidence, { maxItems: 20 }));
export const ReferencesField = declared(checkList(checkReference, 50), Type.Array(Reference, { maxItems: 50 }));
export const SourceField = declared(
  checkSource,
  Type.Object({ system: GivenId, id: Type.String({ minLength: 1, maxLength: 200 }) }),
);
/** Anything JSON: what it may be depends on another field. */
export const AnyField = declared((value) => (value === null ? type('a value') : undefined), Type.Unknown(), readDate);
export const WordsField = (options: FieldOptions & { readonly longest?: number } = {}) =>
  Field(
    checkWords(options.longest ?? 4000),
    Type.String({ minLength: 1, maxLength: options.longest ?? 4000 }),
    options,
  );
/** A password: compared as it is, never told. */
export const SecretField = () =>
  Field(checkWords(1024), Type.String({ minLength: 1, maxLength: 1024 }), { verbatim: true });
export const OneOfField = (words: readonly string[], options: FieldOptions = {}) =>
  Field(checkOneOf(words), Type.String({ enum: [...words] }), options);
export const NumberField = (
  options: FieldOptions & { readonly from: number; readonly to: number; readonly whole?: boolean },
) =>
  Field(
    checkNumber(options.from, options.to, options.whole ?? false),
    options.whole
      ? Type.Integer({ minimum: options.from, maximum: options.to })
      : Type.Number({ minimum: options.from, maximum: options.to }),
    options,
  );
export const WordListField = (options: FieldOptions & { readonly atMost: number; readonly ids?: boolean }) =>
  Field(
    checkList(options.ids ? checkId : checkWords(4000), options.atMost),
    Type.Array(options.ids ? GivenId : Type.String({ minLength: 1 }), { maxItems: options.atMost }),
    options,
  );
