import { describe, expect, it } from '@jest/globals';
import type { AnyRecordedEvent } from '@masar/contracts';
import { create } from 'xmlbuilder2';
import { csvCell, csvFormat } from './csv.js';
import { icsFormat } from './ics.js';
import { jsonFormat } from './json.js';
import { xesFormat } from './xes.js';

describe('CSV of an export', () => {
  it.each(['=1+1', '+966', '-cmd', '@sum', '\tx', '\rx'])('keeps %j from running in a spreadsheet', (text) =>
    expect(csvCell(text)).toMatch(/^"?'/),
  );
  it('leaves numbers numbers', () => expect(csvCell(-5)).toBe('-5'));
  it('quotes separators, quotes and line ends', () => expect(csvCell('a,"b"\nc')).toBe('"a,""b""\nc"'));
  it('begins with the mark of UTF-8 and keeps Arabic', () => {
    const format = csvFormat(['id', 'title'], (item: { id: string; title: string }) => item);
    expect(format.head() + format.rows([{ id: 'P-1', title: 'مشروع' }]) + format.tail()).toBe(
      '\ufeffid,title\r\nP-1,مشروع\r\n',
    );
  });
});

describe('JSON of an export', () => {
  it('is one object, in batches', () => {
    const format = jsonFormat<number>({ on: '2026-03-01' });
    expect(JSON.parse(format.head() + format.rows([1, 2]) + format.rows([3]) + format.tail())).toEqual({
      on: '2026-03-01',
      items: [1, 2, 3],
    });
  });
  it('is whole when nothing is there', () => {
    const format = jsonFormat<number>({});
    expect(JSON.parse(format.head() + format.rows([]) + format.tail())).toEqual({ items: [] });
  });
});

describe('XES of an export', () => {
  const event = {
    stream: 'projects/P-1',
    version: 1,
    type: 'note.added.v1',
    recordedAt: '2026-03-01T09:00:00.000Z',
    knownAt: '2026-03-01T09:00:00.000Z',
    actor: 'user:a<b>',
    data: { happenedOn: '2026-03-01', text: 'a & "b" \u0001', rows: 3, nested: {} },
  } as unknown as AnyRecordedEvent;
  it('is well-formed whatever people write', () => {
    const format = xesFormat();
    const text =
      format.head() + format.rows([{ stream: 'projects/P-1', title: 'مشروع <1>', events: [event] }]) + format.tail();
    const read = create(text).end({ format: 'object' }) as { log: { trace: { event: { string: unknown[] } } } };
    expect(JSON.stringify(read.log.trace.event)).toContain('projects/P-1@1');
    expect(text).toContain('a &amp; &quot;b&quot; \ufffd');
  });
});

describe('iCalendar of an export', () => {
  it('is one calendar however many batches', () => {
    const format = icsFormat();
    const day = {
      id: 'projects/P-1/milestones/m',
      date: '2026-03-01',
      summary: 'افتتاح',
      description: '',
      sequence: 4,
      stamp: '2026-01-01T00:00:00.000Z',
    };
    const text =
      format.head() + format.rows([day]) + format.rows([{ ...day, id: 'x' }]) + format.rows([]) + format.tail();
    expect(text.match(/BEGIN:VCALENDAR/g)).toHaveLength(1);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(text.match(/END:VCALENDAR\r\n$/)).not.toBeNull();
    expect(text).toContain('DTSTART;VALUE=DATE:20260301');
    expect(text.split('\r\n').every((line) => !line.includes('\n'))).toBe(true);
  });
});
