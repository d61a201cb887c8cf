import { cpus, totalmem } from 'node:os';

const cell = (value) =>
  typeof value === 'number'
    ? Number.isInteger(value)
      ? String(value)
      : value.toFixed(value < 10 ? 2 : 0)
    : String(value);

/** A Markdown table, as it goes into docs/figures.md. `rows` are objects with the same keys. */
export const printTable = ({ title, rows }) => {
  const columns = Object.keys(rows[0]);
  console.log(`\n### ${title}\n`);
  console.log(`| ${columns.join(' | ')} |`);
  console.log(`|${columns.map(() => ' --- ').join('|')}|`);
  for (const row of rows) console.log(`| ${columns.map((column) => cell(row[column])).join(' | ')} |`);
};

export const printMachine = () =>
  console.log(
    `Node ${process.versions.node}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${process.platform} ${process.arch}`,
  );
