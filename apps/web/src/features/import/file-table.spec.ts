import { describe, expect, it } from '@jest/globals';
import { cellOf, readAsServer, withEdits, type Fault } from './file-table.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const faultAt = (row: number, column: string, value: string): Fault => ({
  row,
  column,
  value,
  code: 'date/does-not-exist',
  message: '',
  blocking: true,
});
const decoded = (bytes: Uint8Array, encoding = 'utf-8') => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);

describe('a file repaired cell by cell', () => {
  it('is found by separator and place, empty lines counted, and written back as it was', () => {
    const bytes = utf8('\ufeffرقم;الموعد\r\n\r\nA;2026-01-01\r\nB;"31/02/2026"\r\n');
    const fault = faultAt(4, 'الموعد', '31/02/2026');
    const table = readAsServer(bytes, [fault])!;
    expect([table.separator, table.encoding, table.rows.length]).toEqual([';', 'utf-8', 4]);
    expect(cellOf(table, fault)).toEqual({ row: 3, column: 1 });
    const repaired = withEdits(table, new Map([['3:1', '28/02/2026']]));
    expect(decoded(repaired)).toBe('\ufeffرقم;الموعد\r\n\r\nA;2026-01-01\r\nB;28/02/2026\r\n');
  });

  it('is found below lines with nothing in them', () => {
    const fault = faultAt(5, 'on', 'soon');
    const table = readAsServer(utf8('\n\nid;on\n\nA;soon\n'), [fault])!;
    expect([table.header, cellOf(table, fault)]).toEqual([2, { row: 4, column: 1 }]);
    const repaired = withEdits(table, new Map([['4:1', '2026-02-28']]));
    expect(decoded(repaired)).toBe('\r\n\r\nid;on\r\n\r\nA;2026-02-28\r\n');
  });

  it('stays in the encoding of a spreadsheet while that can write what was typed', () => {
    const arabic = Uint8Array.from([0xe3, 0xe6, 0xda, 0xcf]);
    const bytes = Uint8Array.from([...arabic, ...utf8(',id\r\n'), ...utf8('soon,1\r\n')]);
    const table = readAsServer(bytes, [faultAt(2, 'موعد', 'soon')])!;
    expect(table.encoding).toBe('windows-1256');
    expect(decoded(withEdits(table, new Map([['1:0', 'غدا']])), 'windows-1256')).toBe('موعد,id\r\nغدا,1\r\n');
    expect(decoded(withEdits(table, new Map([['1:0', '漢']])))).toBe('\ufeffموعد,id\r\n漢,1\r\n');
  });

  it('is read by the code page that spells its words, also where the cell that is wrong could be of either', () => {
    const withSign = (...sign: number[]) =>
      Uint8Array.from([...utf8('id;cost;on\r\n1;'), ...sign, ...utf8('5;soon\r\n')]);
    const encodingOf = (bytes: Uint8Array) => readAsServer(bytes, [faultAt(2, 'on', 'soon')])?.encoding;
    expect(encodingOf(withSign(0xa3))).toBe('windows-1252');
    expect(encodingOf(withSign(0xe3, 0xe6, 0xda, 0xcf))).toBe('windows-1256');
    // é and à between Latin letters are no word of three Arabic ones; what 1252 has no letter for is 1256.
    expect(encodingOf(withSign(0x63, 0xe9, 0xe0, 0xe8, 0x73))).toBe('windows-1252');
    expect(encodingOf(withSign(0x81))).toBe('windows-1256');
    const pound = readAsServer(withSign(0xa3), [faultAt(2, 'on', 'soon')])!;
    expect(withEdits(pound, new Map([['1:2', '2026-02-28']]))).toEqual(
      Uint8Array.from([...utf8('id;cost;on\r\n1;'), 0xa3, ...utf8('5;2026-02-28\r\n')]),
    );
  });

  it('is left alone where the page would read something else than the server did', () => {
    expect(readAsServer(utf8('a,b\r\n1,2\r\n'), [faultAt(2, 'b', '3')])).toBeUndefined();
    expect(readAsServer(utf8('a,b\r\n1,2\r\n'), [faultAt(2, 'c', '2')])).toBeUndefined();
    const glued = readAsServer(utf8('a,b\r\n1,2\r\n1,2,3\r\n'), [faultAt(2, 'b', '2'), faultAt(3, 'b', '2')])!;
    expect(cellOf(glued, faultAt(3, 'b', '2'))).toBeUndefined();
  });

  it('keeps quotes, line breaks in cells and long values that were cut', () => {
    const long = 'x'.repeat(210);
    const bytes = utf8(`a,b\n"one ""1""\ntwo",${long}\n`);
    const fault = faultAt(2, 'b', `${'x'.repeat(200)}…`);
    const table = readAsServer(bytes, [fault])!;
    expect(cellOf(table, fault)).toEqual({ row: 1, column: 1 });
    expect(decoded(withEdits(table, new Map([['1:1', 'y']])))).toBe('a,b\r\n"one ""1""\ntwo",y\r\n');
  });
});
