import { readFileSync } from 'node:fs';
import { CloudEvent, eventCatalogue, eventMeanings, isPublished } from '@masar/contracts';
import { inWords } from './schema-words.mjs';
import { writeOrCompare } from './write-or-compare.mjs';

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
/** What the value column says already is not said again. */
const note = ({ description = '' }) => (description === 'YYYY-MM-DD' ? '' : description);

const fieldTable = ({ properties, required = [] }) => [
  '| Field | | Value | |',
  '|---|---|---|---|',
  ...Object.entries(properties).map(
    ([name, schema]) =>
      `| \`${name}\` | ${required.includes(name) ? '' : 'optional'} | ${cell(inWords(schema))} | ${cell(note(schema))} |`,
  ),
];

const example = (type) => readFileSync(`libs/contracts/golden/${type}.json`, 'utf8').trimEnd();
const list = (names) => names.map((name) => `\`${name}\``).join(', ');

const section = ([type, schema]) => {
  const { ar, en, streams, recordedBy } = eventMeanings[type];
  return [
    `### ${type}`,
    '',
    `${en}.`,
    '',
    `<p dir="rtl" lang="ar">${ar}.</p>`,
    '',
    `In the streams ${list(streams.map((name) => `${name}/…`))}, recorded by ${list(recordedBy)}.${isPublished(type) ? '' : ' **Internal**: never on the wire, in feeds or exports.'}`,
    '',
    ...fieldTable(schema),
    '',
    '<details><summary>A recorded example</summary>',
    '',
    '```json',
    example(type),
    '```',
    '',
    '</details>',
    '',
  ];
};

/** Types by what comes before their first dot, in the catalogue's order. */
const byContext = Object.groupBy(Object.entries(eventCatalogue), ([type]) => type.slice(0, type.indexOf('.')));

const text = [
  '# Events',
  '',
  'Every fact Masar records, by type and version. Generated from `libs/contracts` (`npm run generate`); the schemas are in [asyncapi.json](asyncapi.json), the examples in `libs/contracts/golden`.',
  '',
  `${Object.keys(eventCatalogue).length} types. An optional field may be added to a type, and a reader passes over fields it does not know; any other change is a new version, read through a one-step upcaster.`,
  '',
  ...Object.entries(byContext).map(
    ([context, types]) =>
      `- **${context}** ${types.map(([type]) => `[${type.slice(context.length + 1)}](#${type.replaceAll('.', '')})`).join(' · ')}`,
  ),
  '',
  '## Envelope',
  '',
  'CloudEvents 1.0, structured JSON.',
  '',
  ...fieldTable(CloudEvent),
  '',
  ...Object.entries(byContext).flatMap(([context, types]) => [`## ${context}`, '', ...types.flatMap(section)]),
];

await writeOrCompare('docs/reference/events.md', `${text.join('\n').trimEnd()}\n`);
