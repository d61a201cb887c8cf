import { useWords } from '../../app/reader.js';
import { Icon } from '../../ui/icon.js';
import './evidence.css';

interface Item {
  readonly title: string;
  readonly url?: string | undefined;
  readonly file?: string | undefined;
  readonly note?: string | undefined;
}

/** What was given as evidence: links leave this page, files are saved by whoever reads them. */
export const EvidenceList = ({ items }: { readonly items: readonly Item[] }) => {
  const { evidence } = useWords();
  return (
    <ul className="evidence-list" aria-label={evidence.label}>
      {items.map(({ title, url, file, note }, at) => (
        <li key={at}>
          <Icon name={file === undefined ? 'next' : 'note'} />
          {file === undefined ? (
            <a href={url} target="_blank" rel="noreferrer noopener">
              <bdi>{title}</bdi>
            </a>
          ) : (
            <a href={`/api/files/${file}`} download>
              <bdi>{title}</bdi>
            </a>
          )}
          {note !== undefined && <bdi className="hint">{note}</bdi>}
        </li>
      ))}
    </ul>
  );
};
