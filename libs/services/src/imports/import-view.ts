import type { ImportState } from './import-decider.js';
import type { RunningImport } from './import-service.js';

/** One import as it is read: what it was, how far it is, how it ended. */
export const importView = (
  id: string,
  state: Exclude<ImportState, { readonly status: 'none' }>,
  version: number,
  running: RunningImport | undefined,
) => {
  const { profile, asOf, filename, rows, touches, counts, actor, startedAt, runs } = state;
  return {
    id,
    status: state.status === 'planning' ? ('running' as const) : state.status,
    profile,
    ...(asOf ? { asOf } : {}),
    ...(filename ? { filename } : {}),
    rows,
    touches,
    ...counts,
    actor,
    runs,
    startedAt,
    ...('endedAt' in state ? { endedAt: state.endedAt } : {}),
    ...(running ? { progress: { commands: running.commands, of: running.of } } : {}),
    ...(state.status === 'completed' ? { commands: state.commands } : {}),
    ...(state.status === 'failed' ? { code: state.code, detail: state.detail } : {}),
    ...(state.status === 'failed' && state.row !== undefined ? { row: state.row } : {}),
    version,
  };
};
export type ImportView = ReturnType<typeof importView>;
