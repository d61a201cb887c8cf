/** The house's sizes and words, held by a test (style.md). Answers what is wrong with one file, in words. */
export const limits = { lines: 400, specLines: 600, functionLines: 60 };
const vagueNames = /(^|[/.-])(utils?|helpers?|common|managers?|misc|stuff)([/.-]|$)/i;
const leftovers = /\b(TODO|FIXME|XXX)\b|\b(describe|it|test)\.(only|skip)\(|\bx(it|describe)\(/;
const machinePaths = /(^|[^A-Za-z0-9_.])\/(work|farm|root)\//;

export const untidy = (path, text) => {
  const found = [];
  const lines = text.split('\n').length - 1;
  const most = /\.spec\./.test(path) ? limits.specLines : limits.lines;
  if (lines > most) found.push(`${path}: ${lines} lines, at most ${most}`);
  if (vagueNames.test(path)) found.push(`${path}: a name that says nothing`);
  text.split('\n').forEach((line, index) => {
    if (leftovers.test(line)) found.push(`${path}:${index + 1}: a leftover marker or a skipped test`);
    if (machinePaths.test(line)) found.push(`${path}:${index + 1}: a path of one machine`);
  });
  return found;
};
