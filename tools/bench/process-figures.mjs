import { readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** CPU seconds a process has used so far, all its threads together (Linux; elsewhere NaN, and the column stays empty). */
export const cpuSeconds = (pid) => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return Number.NaN;
  }
};

/** Resident memory of a process in MiB. */
export const residentMebibytes = (pid) => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return Number.NaN;
  }
};

export const median = (values) => quantile(values, 0.5);

/** Nearest-rank quantile. */
export const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
};

export const now = () => Number(process.hrtime.bigint()) / 1e6;
