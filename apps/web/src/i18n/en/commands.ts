import type { Words } from '../catalogue.js';
import type { Formats } from '../formats.js';
import type { commands as source } from '../ar/commands.js';

export const commands = ({ time, count }: Formats): Words<ReturnType<typeof source>> => {
  const updates = (n: number) => count(n, { one: '# update', other: '# updates' });
  return {
    sending: 'Kept here, sending',
    kept: 'Kept on this device, waiting for a connection',
    arrived: (at) => `Arrived ${time(at)}`,
    refused: 'Not taken',
    undo: 'Undo',
    dismiss: 'Dismiss',
    again: 'Send again',
    away: 'No connection.',
    awayDetail: (n) =>
      `What you record is kept on this device (${updates(n)}) and sent in order when the connection is back. Nothing is lost.`,
    ended: 'The session ended.',
    endedDetail: (n) => `What you record is kept on this device (${updates(n)}) and sent in order after signing in.`,
    goingOut: (n) => `Sending what was kept on this device: ${updates(n)}`,
    full: 'This device keeps no more updates. Go on when the connection is back.',
    resumed: 'What was written here before and not sent is back.',
    discard: 'Discard draft',
    conflict: 'The initiative changed after you opened it',
    mine: 'Written here',
    theirs: 'Recorded now',
    keepMine: 'Take what is written here',
    keepTheirs: 'Keep what is recorded',
  };
};
