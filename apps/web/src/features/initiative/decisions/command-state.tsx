import type { Problem } from '../../../api/problem.js';
import type { Entry } from '../../../app/commands/intent.js';
import { useWords } from '../../../app/reader.js';
import { Notice } from '../../../ui/notice.js';

/** What the refusal adds to its title, where it adds anything. */
const detailOf = ({ title, detail }: Problem): string =>
  detail === undefined || detail === title ? '' : `. ${detail}`;

/** What became of a command, beside what it was about: on its way, kept without a line, written down, or refused and why. */
export const CommandState = ({ entry }: { readonly entry: Entry | undefined }) => {
  const { commands, decisions } = useWords();
  if (!entry) return null;
  switch (entry.state) {
    case 'sending':
      return <p className="decisions-state quiet">{decisions.sending}</p>;
    case 'kept':
      return <Notice tone="amber">{commands.kept}</Notice>;
    case 'arrived':
      return (
        <p className="decisions-state quiet" role="status">
          {decisions.saved(entry.at)}
        </p>
      );
    case 'refused':
      return (
        <Notice tone="red">
          <b>{decisions.notSaved}</b>: {entry.refusal.title}
          {detailOf(entry.refusal)}
          {entry.refusal.status === 412 && ` ${decisions.conflict}`}
          <ul>
            {entry.refusal.errors?.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{message}</li>
            ))}
          </ul>
        </Notice>
      );
  }
};
