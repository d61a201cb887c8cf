import type { Entry } from '../../app/commands/intent.js';
import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Notice } from '../../ui/notice.js';
import './outcome.css';

/** What became of what was sent, beside the thing it was about: on its way, kept, arrived, or why the server would not. */
export const Outcome = ({ entry, dismiss }: { readonly entry: Entry | undefined; readonly dismiss: () => void }) => {
  const { commands } = useWords();
  if (entry === undefined) return null;
  if (entry.state === 'refused') {
    const { title, detail, errors } = entry.refusal;
    return (
      <div className="outcome-refused">
        <Notice tone="red">
          <b>{title}</b>
          {detail !== undefined && detail !== title && <p>{detail}</p>}
          {(errors ?? []).length > 0 && (
            <ul>
              {errors!.map(({ path, message }) => (
                <li key={path}>{message}</li>
              ))}
            </ul>
          )}
        </Notice>
        <Button size="small" kind="quiet" onPress={dismiss}>
          {commands.dismiss}
        </Button>
      </div>
    );
  }
  return (
    <p className={`outcome outcome-${entry.state}`} role="status">
      <Icon name={entry.state === 'arrived' ? 'check' : 'clock'} />
      {entry.state === 'arrived' ? commands.arrived(entry.at) : commands[entry.state]}
    </p>
  );
};
