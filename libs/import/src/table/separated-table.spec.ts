import { describe, expect, it } from '@jest/globals';
import { findColumns } from './columns.js';
import { separatedTable, separatorOf } from './separated-table.js';
import { readXml, textOf, children } from './xml.js';

const form = { headers: [['name'], ['end date', 'نهاية'], ['colour']] };
const codes = (text: string) => separatedTable(text, form).faults.map((one) => [one.code, one.row, one.column]);

describe('separated text', () => {
  it.each([',', ';', '\t', '|'] as const)('finds the separator %j, quoted ones apart', (separator) => {
    expect(separatorOf(`name${separator}"a,;|b"${separator}c\nx`)).toBe(separator);
  });

  it('a single column or a tie has no separator', () => {
    expect(separatorOf('name\nx')).toBeUndefined();
    expect(codes('name;end date,colour\nx')).toEqual([['table/separator-unknown', 1, '']]);
  });

  it('CR CR LF and line breaks inside cells become one line feed', () => {
    const table = separatedTable('name,end date\r\n"a\r\r\nb",2026-01-01\r\n', form);
    expect(table.rows).toEqual([{ row: 2, cells: ['a\nb', '2026-01-01'] }]);
  });

  it('a sheet that lies on its side is turned; an empty last column is no record', () => {
    const table = separatedTable('Name,A,B,\nEnd date,2026-01-01,2026-02-01,\nother,1,2,\n', form);
    expect(table.headers).toEqual(['Name', 'End date', 'other']);
    expect(table.rows.map((row) => row.cells[0])).toEqual(['A', 'B']);
  });

  it('glued and short rows are faults by row and column', () => {
    expect(codes('name,end date,colour\na,2026-01-01,red,b,2026-01-02,green\nc\n')).toEqual([
      ['table/row-glued', 2, 'colour'],
      ['table/cells-missing', 3, 'end date'],
    ]);
  });

  it('rows are numbered as a spreadsheet shows them: lines with nothing in them count', () => {
    const text = '\r\n\r\nname,end date,colour\r\n\r\na,2026-01-01,red\r\n   \r\n\r\n"b\nb",2026-01-02\r\n\r\n';
    const { headers, rows } = separatedTable(text, form);
    expect([headers, rows.map(({ row }) => row)]).toEqual([
      ['name', 'end date', 'colour'],
      [5, 8],
    ]);
    expect(codes(text)).toEqual([['table/cells-missing', 8, 'colour']]);
  });

  it('a quote that never closes is a fault', () => {
    expect(codes('name,end date\n"a,2026-01-01\n')).toEqual([['table/unreadable', expect.any(Number), '']]);
  });
});

describe('columns', () => {
  const twice = separatedTable('name,colour,Colour\na,,red\nb,green,\nc,red,green\n', form);
  const { columns, faults } = findColumns(twice, {
    colour: { headers: ['colour'] },
    end: { headers: ['end date'], required: true },
  });

  it('of a header that stands there twice the one that is not empty counts', () => {
    expect(twice.rows.slice(0, 2).map((row) => columns.cell(row, 'colour').text)).toEqual(['red', 'green']);
  });

  it('two different values and a missing required column are faults', () => {
    expect(faults.map((one) => [one.code, one.row, one.column])).toEqual([
      ['table/column-twice', 4, 'colour'],
      ['table/column-missing', 1, 'end date'],
    ]);
  });
});

describe('characters nobody can read', () => {
  it('are a fault of their cell where the column is read', () => {
    const { faults } = findColumns(separatedTable('name,colour\na\u0001,b\u0002\nc\u0000,d\n', form), {
      name: { headers: ['name'] },
    });
    expect(faults.map(({ row, column, value, code, blocking }) => [row, column, value, code, blocking])).toEqual([
      [2, 'name', 'a\u0001', 'value/characters', true],
      [3, 'name', 'c\u0000', 'value/characters', true],
    ]);
    expect(faults[0]!.message.en).toContain('U+0001');
  });
});

describe('XML', () => {
  it('reads repeated and single children alike', () => {
    const read = readXml(
      '<bill><item><a>1</a></item><item><a>2 &amp; 3</a></item><one><item><a>4</a></item></one></bill>',
    );
    if (read.fault) throw new Error(read.fault.code);
    expect(children(read.root, 'bill', 'item').map((one) => textOf(one, 'a'))).toEqual(['1', '2 & 3']);
    expect(children(read.root, 'bill', 'one', 'item')).toHaveLength(1);
  });

  it.each([
    ['entities of its own', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'xml/not-allowed'],
    ['a tower of elements', `${'<a>'.repeat(60)}${'</a>'.repeat(60)}`, 'xml/not-allowed'],
    ['a broken end', '<a><b></a>', 'xml/unreadable'],
  ])('refuses %s', (_case, text, code) => expect(readXml(text).fault?.code).toBe(code));
});
