import Papa from 'papaparse';
import { guardedCell } from '@masar/contracts/cell-text';
import { useFormats, useWords } from '../../app/reader.js';
import { saveFile } from '../../app/save-file.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { cellOf, type Fault, type CellTable } from './file-table.js';

interface Props {
  readonly faults: readonly Fault[];
  /** As many as there are, listed or not. */
  readonly all: number;
  readonly table: CellTable | undefined;
  readonly selected: Fault | undefined;
  readonly select: (fault: Fault) => void;
}

const FaultRow = ({ fault, table, selected, select }: Omit<Props, 'faults' | 'all'> & { readonly fault: Fault }) => {
  const { importing } = useWords();
  const { number } = useFormats();
  const isRepairable = table !== undefined && cellOf(table, fault) !== undefined;
  return (
    <tr className={fault === selected ? 'import-fault import-fault-selected' : 'import-fault'}>
      <th scope="row">{fault.row === 0 ? importing.wholeFile : number(fault.row)}</th>
      <td>
        <bdi>{fault.column}</bdi>
      </td>
      <td>
        <bdi className={fault.blocking ? 'import-value import-value-fault' : 'import-value'}>
          {fault.value === '' ? importing.blank : fault.value}
        </bdi>
      </td>
      <td>
        <span className={fault.blocking ? 'import-why import-why-fault' : 'import-why'}>
          <Icon name={fault.blocking ? 'warning' : 'note'} />
          <span>
            {fault.message}
            {!fault.blocking && <small className="quiet"> {importing.notice}</small>}
          </span>
        </span>
      </td>
      <td>
        {isRepairable ? (
          <Button size="small" aria-label={importing.repairOf(fault.row, fault.column)} onPress={() => select(fault)}>
            {importing.repair}
          </Button>
        ) : (
          fault.blocking && <span className="quiet">{importing.repairInFile}</span>
        )}
      </td>
    </tr>
  );
};

/** Everything that was found, by row and column; what stops the import first. */
export const Faults = ({ faults, all, ...rest }: Props) => {
  const { importing } = useWords();
  const sorted = [...faults].sort((a, b) => Number(b.blocking) - Number(a.blocking));
  const save = () => {
    const head = [importing.row, importing.column, importing.value, importing.why];
    const rows = sorted.map(({ row, column, value, message }) =>
      [String(row), column, value, message].map(guardedCell),
    );
    const text = `\ufeff${Papa.unparse([head, ...rows])}`;
    saveFile(`${importing.faultsFile}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }));
  };
  return (
    <section className="panel" aria-labelledby="import-faults">
      <header>
        <h2 id="import-faults">{importing.faults}</h2>
        <Button size="small" kind="quiet" onPress={save}>
          {importing.saveFaults}
        </Button>
      </header>
      {faults.length < all && <p className="quiet import-listed">{importing.listed(faults.length, all)}</p>}
      <div className="import-scroll" tabIndex={0} role="group" aria-labelledby="import-faults">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{importing.row}</th>
              <th scope="col">{importing.column}</th>
              <th scope="col">{importing.value}</th>
              <th scope="col">{importing.why}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {sorted.map((fault, index) => (
              <FaultRow key={index} fault={fault} {...rest} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
