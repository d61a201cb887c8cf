import { useEffect, useRef } from 'react';
import { Input, TextField } from 'react-aria-components';
import { useFormats, useWords } from '../../app/reader.js';
import { cellOf, keyOf, type Fault, type CellTable } from './file-table.js';
import { around } from './summary.js';

interface Props {
  readonly table: CellTable;
  readonly faults: readonly Fault[];
  readonly selected: Fault;
  readonly edits: ReadonlyMap<string, string>;
  readonly edit: (cell: string, value: string) => void;
  readonly look: () => void;
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly edit: (text: string) => void;
  readonly isEdited: boolean;
  readonly isFocused: boolean;
  readonly look: () => void;
}

const CellField = ({ label, value, edit, isEdited, isFocused, look }: FieldProps) => {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isFocused) return;
    input.current?.focus({ preventScroll: true });
    // A wide table would keep it out of sight: it is brought to the middle, its neighbours with it.
    input.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [isFocused]);
  return (
    <TextField
      aria-label={label}
      value={value}
      onChange={edit}
      isInvalid={!isEdited}
      validationBehavior="aria"
      onKeyDown={(event) => event.key === 'Enter' && look()}
    >
      <Input ref={input} className="input import-cell" dir="auto" />
    </TextField>
  );
};

const faultyCells = (table: CellTable, faults: readonly Fault[]): ReadonlyMap<string, string> =>
  new Map(
    faults.flatMap((fault) => {
      const cell = cellOf(table, fault);
      return cell ? [[keyOf(cell), fault.message] as const] : [];
    }),
  );

/** The rows around a fault as they stand in the file; cells with a fault can be written anew. */
export const Cells = ({ table, faults, selected, edits, edit, look }: Props) => {
  const { importing } = useWords();
  const { number } = useFormats();
  const focused = cellOf(table, selected)!;
  const faulty = faultyCells(table, faults);
  const headers = table.rows[table.header] ?? [];
  return (
    <section className="panel" aria-labelledby="import-cells">
      <header>
        <h2 id="import-cells">{importing.rowsAround}</h2>
      </header>
      <div className="import-scroll" tabIndex={0} role="group" aria-labelledby="import-cells">
        <table className="table import-cells">
          <thead>
            <tr>
              <th scope="col">{importing.row}</th>
              {headers.map((header, column) => (
                <th key={column} scope="col">
                  <bdi>{header}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {around(focused.row, table.rows.length, table.header + 1).map((row) => (
              <tr key={row}>
                <th scope="row">{number(row + 1)}</th>
                {headers.map((header, column) => {
                  const key = keyOf({ row, column });
                  const value = edits.get(key) ?? table.rows[row]?.[column] ?? '';
                  const fault = faulty.get(key);
                  return (
                    <td key={column}>
                      {fault === undefined ? (
                        <bdi>{value}</bdi>
                      ) : (
                        <CellField
                          // Another fault that is chosen is another field: the eye and the keys go to it together.
                          key={key === keyOf(focused) ? 'focused' : 'beside'}
                          label={`${importing.repairOf(row + 1, header)}: ${fault}`}
                          value={value}
                          edit={(text) => edit(key, text)}
                          isEdited={edits.has(key)}
                          isFocused={key === keyOf(focused)}
                          look={look}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
