import { datePattern, idPattern, partyPattern, referencePattern } from '@masar/contracts';

/** What a text is called that follows a known pattern. */
const namedPatterns = new Map([
  [datePattern, 'date'],
  [idPattern, 'id'],
  [partyPattern, 'party'],
  [referencePattern, 'reference'],
  ['^[0-9a-f]{64}$', 'SHA-256'],
  ['^https://', 'https address'],
  ['^\\d{2}-\\d{2}$', 'day of the year `MM-DD`'],
]);
const code = (text) => `\`${text}\``;
const isBilingual = (schema) => Object.keys(schema.properties ?? {}).join() === 'ar,en';

const text = (schema) => {
  if (schema.enum) return schema.enum.map(code).join(' · ');
  if (schema.format === 'date-time') return 'instant';
  return (schema.pattern && namedPatterns.get(schema.pattern)) ?? 'text';
};

const bounds = ({ minimum, exclusiveMinimum, maximum }) => {
  if (minimum !== undefined && maximum !== undefined) return ` ${minimum}–${maximum}`;
  if (minimum !== undefined) return ` ≥ ${minimum}`;
  return exclusiveMinimum === undefined ? '' : ` > ${exclusiveMinimum}`;
};

const object = (schema) => {
  if (isBilingual(schema)) return 'text in Arabic, English or both';
  if (schema.properties === undefined) return 'object';
  const required = new Set(schema.required ?? []);
  const members = Object.entries(schema.properties).map(
    ([name, member]) => `${name}${required.has(name) ? '' : '?'}: ${inWords(member)}`,
  );
  return `{ ${members.join(', ')} }`;
};

/** A JSON Schema in a few words: `date`, `id`, `whole number ≥ 1`, `list of party`; an object names its members. */
export const inWords = (schema) => {
  if (schema.anyOf) return schema.anyOf.map(inWords).join(' or ');
  if (schema.const !== undefined) return code(schema.const);
  if (schema.type === 'string') return text(schema);
  if (schema.type === 'integer') return `whole number${bounds(schema)}`;
  if (schema.type === 'number') return `number${bounds(schema)}`;
  if (schema.type === 'boolean') return '`true` or `false`';
  if (schema.type === 'array') return `list of ${inWords(schema.items)}`;
  return schema.type === 'object' ? object(schema) : 'any JSON';
};
