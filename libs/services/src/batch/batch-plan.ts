import type { StreamName } from '@masar/contracts';

/** One command of a batch by its address. */
export interface Addressed {
  /** Under /api, without query. */
  readonly url: string;
  readonly body: unknown;
}

/** `/api/projects/P-1/…`, also given as `/projects/P-1/…`. */
export const urlOf = (path: string): string => {
  const rooted = path.startsWith('/') ? path : `/${path}`;
  return rooted.startsWith('/api/') ? rooted : `/api${rooted}`;
};

/** The stream a command of an initiative is about; nothing for any other command, and for one that names no id. */
export const streamOf = ({ url, body }: Addressed, kinds: ReadonlySet<string>): StreamName | undefined => {
  const [, , kind = '', id] = url.split('/');
  if (!kinds.has(kind)) return undefined;
  const named = id ?? (body as { id?: unknown } | undefined)?.id;
  return typeof named === 'string' ? `${kind}/${named}` : undefined;
};

const pointsElsewhere = /"(projects|laws|policies|commitments)\/[^"]*"/;

/**
 * How a batch is given so that each command finds what those before it left: commands of one stream one after another,
 * different streams side by side; a command that is of no initiative, or speaks of another one, waits for all before it and
 * is waited for by all after it. Answers groups in order; each group is a list of lines, each line indices in order.
 */
export const planBatch = (
  commands: readonly Addressed[],
  kinds: ReadonlySet<string>,
): readonly (readonly (readonly number[])[])[] => {
  const groups: number[][][] = [];
  let lines = new Map<StreamName, number[]>();
  const close = () => {
    if (lines.size > 0) groups.push([...lines.values()]);
    lines = new Map();
  };
  commands.forEach((command, at) => {
    const stream = streamOf(command, kinds);
    if (stream === undefined || pointsElsewhere.test(JSON.stringify(command.body ?? {}))) {
      close();
      groups.push([[at]]);
    } else lines.set(stream, [...(lines.get(stream) ?? []), at]);
  });
  close();
  return groups;
};
