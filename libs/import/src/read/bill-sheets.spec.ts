import { describe, expect, it } from '@jest/globals';
import { profileByName } from '../profiles/index.js';
import { readText } from './read-file.js';

const phases = (phase: string, place: string) =>
  readText(
    Buffer.from(
      `id_ext,casa,fase_global,local,data_inicio,data_fim,local_casa,pulou\n7,camara,${phase},${place},2016-07-07T00:00:00Z,NA,camara,FALSE\n`,
    ),
    profileByName('br-bills')!,
    { today: '2026-11-21' },
  ).faults.map(({ row, column, value, code }) => [row, column, value, code]);

describe('phases of Brazilian bills', () => {
  it('an unknown phase is named in its column, an unknown place of a known phase in its own', () => {
    expect(phases('Construção', 'Comissões')).toEqual([]);
    expect(phases('Construção', 'Desconhecido')).toEqual([[2, 'local', 'Desconhecido', 'row/stage-unknown']]);
    expect(phases('Demolição', 'Comissões')).toEqual([[2, 'fase_global', 'Demolição', 'row/stage-unknown']]);
  });
});
