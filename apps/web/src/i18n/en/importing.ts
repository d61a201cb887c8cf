import type { Words } from '../catalogue.js';
import type { Formats } from '../formats.js';
import type { importing as source } from '../ar/importing.js';

export const importing = ({ count, number, day, instant }: Formats): Words<ReturnType<typeof source>> => {
  const rows = (n: number) => count(n, { one: '# row', other: '# rows' });
  const faults = (n: number) => count(n, { one: '# fault', other: '# faults' });
  return {
    title: 'Import',
    lead: 'From an Excel workbook (XLSX) or a CSV table, or XML for some sources. Every fault is shown at its row and column before anything is saved; then the whole file is saved, or nothing of it.',
    drop: 'Drop the file here',
    choose: 'Choose a file',
    chooseAnother: 'Choose another file',
    recognised:
      'Encoding, separators, Arabic digits and month names are recognised. Of a workbook the sheet named like the kind of file is read, else the first; formulas count by their saved values.',
    file: 'File',
    profile: 'Kind of file',
    template: { xlsx: 'Download the empty template, XLSX', csv: 'Download the empty template, CSV' },
    asOf: 'As known on',
    asOfHint: 'The day of the copy in the file',
    looking: 'Looking at the file',
    headline: ({ rows: all, faulty, faults: found }) =>
      found === 0
        ? `${rows(all)}, no faults`
        : faulty === 0
          ? `${faults(found)} in the file`
          : `${rows(all)}, ${faults(found)} in ${number(faulty)} of them`,
    notSaved: 'Nothing has been saved yet. The whole file is saved once it is free of faults.',
    readyToSave: 'Nothing has been saved yet; the file is ready to be imported.',
    new: 'New',
    changed: 'Changed',
    unchanged: 'Unchanged',
    vanished: 'No longer listed',
    vanishedHint: 'Changes nothing',
    faults: 'Faults and notices',
    faultsFile: 'import-faults',
    saveFaults: 'Download the list',
    listed: (shown, all) =>
      `The first ${number(shown)} of ${number(all)} are listed here; the others appear once these are repaired and the file was looked at again.`,
    row: 'Row',
    column: 'Column',
    value: 'Value',
    why: 'Why',
    wholeFile: 'The whole file',
    blank: 'Empty',
    notice: 'A notice; it stops nothing',
    blocking: 'Fault',
    repair: 'Edit the cell',
    repairOf: (row, column) => `Edit the cell: row ${number(row)}, ${column}`,
    repairInFile: 'Repair it in the file',
    rowsAround: 'Rows around the fault',
    edited: (n) => count(n, { one: '# cell edited', other: '# cells edited' }),
    lookAgain: 'Look again',
    remaining: (n) => `${faults(n)} left`,
    none: 'No faults',
    import: (n) => `Import ${rows(n)}`,
    whyNot: 'Importing is possible once the faults are repaired and the file was looked at again',
    nothingNew: 'Nothing new in this file: all of it is recorded already',
    running: 'Importing',
    progress: (done, of) => `${number(done)} of ${number(of)} commands`,
    done: (n) => `Imported: ${rows(n)}`,
    failed: 'The import did not finish',
    refusedRow: (row) => `Row ${number(row)}`,
    toPortfolio: 'To the portfolio',
    another: 'Import another file',
    willHappen: 'What will be recorded',
    initiative: 'Initiative',
    change: 'Change',
    commands: 'Commands',
    commandCount: (n) => count(n, { one: '# command', other: '# commands' }),
    before: 'Earlier imports',
    status: { running: 'Running', completed: 'Completed', failed: 'Not finished' },
    when: 'When',
    by: 'By',
    at: (at) => instant(at),
    onDay: (date) => day(date),
    readersOnly: 'Importing is for teams, administrators and integrations. Earlier imports are listed here.',
  };
};
