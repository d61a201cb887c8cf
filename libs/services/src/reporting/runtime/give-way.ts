import { readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { getPriority, setPriority } from 'node:os';

/** A step below the rest of the process: about a tenth of a core where commands want all of it, everything where they do not. */
const step = 10;
const lowest = 19;

/**
 * Lets the threads that take commands go before this one when cores are short. Linux gives each thread a niceness of its
 * own; elsewhere, and where `/proc` is not to be had, all threads stay equal.
 */
export const giveWay = (): void => {
  if (process.platform !== 'linux') return;
  try {
    const thread = Number(basename(readlinkSync('/proc/thread-self')));
    setPriority(thread, Math.min(getPriority(thread) + step, lowest));
  } catch {
    // Only a preference: without it the thread works all the same.
  }
};
