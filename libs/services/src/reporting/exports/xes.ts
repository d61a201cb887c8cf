import { fragment } from 'xmlbuilder2';
import { readable, type AnyRecordedEvent } from '@masar/contracts';
import type { ExportFormat } from './format.js';

/** What XML cannot hold, not even escaped, stays visible as what it was: a character nobody can read. */
const words = (text: string): string => readable(text, '\ufffd');

/** The events of one initiative: a trace. */
export interface XesCase {
  readonly stream: string;
  readonly title: string;
  readonly events: readonly AnyRecordedEvent[];
}

const extensions = [
  ['Concept', 'concept'],
  ['Time', 'time'],
  ['Organizational', 'org'],
  ['Identity', 'identity'],
] as const;

const head = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<log xes.version="1.0" xes.features="nested-attributes" xmlns="http://www.xes-standard.org/">',
  ...extensions.map(
    ([name, prefix]) =>
      `<extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>`,
  ),
  '<global scope="trace"><string key="concept:name" value=""/></global>',
  '<global scope="event"><string key="concept:name" value=""/><date key="time:timestamp" value="1970-01-01T00:00:00.000Z"/></global>',
  '<classifier name="Activity" keys="concept:name"/>',
  '<string key="concept:name" value="Masar"/>',
  '',
].join('\n');

/** Figures of the data that a process-mining tool can group by; nested data stays in the JSON export. */
const flatData = (data: Readonly<Record<string, unknown>>): readonly (readonly [string, string, string])[] =>
  Object.entries(data).flatMap(([key, value]): (readonly [string, string, string])[] => {
    if (typeof value === 'string') return [['string', `masar:${key}`, words(value)]];
    if (typeof value === 'number') return [[Number.isInteger(value) ? 'int' : 'float', `masar:${key}`, String(value)]];
    return typeof value === 'boolean' ? [['boolean', `masar:${key}`, String(value)]] : [];
  });

const attributesOf = (event: AnyRecordedEvent): readonly (readonly [string, string, string])[] => [
  ['string', 'concept:name', event.type],
  // The business date is what happened; a day has no hour, so it is read at its beginning in UTC.
  ['date', 'time:timestamp', `${event.data.happenedOn}T00:00:00.000Z`],
  ['string', 'org:resource', words(event.actor)],
  ['string', 'identity:id', `${event.stream}@${event.version}`],
  ['int', 'masar:version', String(event.version)],
  ['date', 'masar:recordedAt', event.recordedAt],
  ['date', 'masar:knownAt', event.knownAt],
  ...flatData(event.data),
];

const traceOf = ({ stream, title, events }: XesCase): string => {
  const trace = fragment().ele('trace');
  trace.ele('string', { key: 'concept:name', value: stream });
  trace.ele('string', { key: 'masar:title', value: words(title) });
  for (const event of events) {
    const element = trace.ele('event');
    for (const [type, key, value] of attributesOf(event)) element.ele(type, { key, value });
  }
  return `${trace.toString()}\n`;
};

/** XES 1.0 (IEEE 1849, as its schema of 2010 has it): a trace per initiative, an event per fact. */
export const xesFormat = (): ExportFormat<XesCase> => ({
  mediaType: 'application/xml; charset=utf-8',
  head: () => head,
  rows: (cases) => cases.map(traceOf).join(''),
  tail: () => '</log>\n',
});
