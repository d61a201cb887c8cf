import { DropZone, FileTrigger, ProgressBar } from 'react-aria-components';
import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { TextInput } from '../../ui/text-input.js';
import { faultOf, type Draft, type Fault } from './draft.js';
import './evidence.css';
import type { Evidence } from './use-evidence.js';

const kinds = [
  'application/pdf',
  'image/*',
  'text/plain',
  'text/csv',
  '.docx',
  '.xlsx',
  '.pptx',
  '.odt',
  '.ods',
  '.odp',
];
const bytesOfKilobyte = 1024;

const FileState = ({
  draft,
  part,
  again,
}: {
  readonly draft: Draft;
  /** Nothing: it was chosen before the page was loaded anew, which holds no files. */
  readonly part: number | undefined;
  readonly again: () => void;
}) => {
  const { evidence } = useWords();
  if (draft.sort !== 'file') return null;
  if (draft.sha256 !== undefined)
    return (
      <p className="hint evidence-there" role="status">
        <Icon name="check" />
        {evidence.uploaded(Math.max(1, draft.size / bytesOfKilobyte))}
      </p>
    );
  if (part === undefined || draft.refused !== undefined)
    return (
      <div className="field-fault" role="alert">
        <Icon name="warning" />
        <span>
          {evidence.notUploaded}: {part === undefined ? evidence.chooseAgain : draft.refused}
        </span>
        {part !== undefined && (
          <Button size="small" kind="quiet" onPress={again}>
            {evidence.again}
          </Button>
        )}
      </div>
    );
  return (
    <ProgressBar className="evidence-progress" value={part * 100} aria-label={evidence.uploading(part)}>
      <span className="evidence-track">
        <span className="evidence-part" style={{ inlineSize: `${part * 100}%` }} />
      </span>
      <span className="hint">{evidence.uploading(part)}</span>
    </ProgressBar>
  );
};

const EvidenceItem = ({
  of,
  draft,
  asked,
}: {
  readonly of: Evidence;
  readonly draft: Draft;
  readonly asked: boolean;
}) => {
  const { evidence } = useWords();
  const fault: Fault | undefined = asked ? faultOf(draft) : undefined;
  return (
    <li className="evidence-item">
      <div className="evidence-fields">
        <TextInput
          label={evidence.title}
          value={draft.title}
          onChange={(title) => of.change(draft.key, { title })}
          fault={fault === 'title-missing' ? evidence.titleNeeded : undefined}
          autoFocus={draft.sort === 'link'}
        />
        {draft.sort === 'link' && (
          <TextInput
            label={evidence.address}
            hint={evidence.addressHint}
            inputMode="url"
            value={draft.url}
            onChange={(url) => of.change(draft.key, { url })}
            fault={fault === 'link-not-secure' ? evidence.addressWrong : undefined}
          />
        )}
        <FileState draft={draft} part={of.parts[draft.key]} again={() => of.again(draft.key)} />
      </div>
      <Button kind="quiet" size="small" aria-label={evidence.remove(draft.title)} onPress={() => of.remove(draft.key)}>
        <Icon name="close" />
      </Button>
    </li>
  );
};

/** Evidence of something: links, and files that go to the server while the rest is written. `asked`: it was to be sent. */
export const EvidenceInput = ({
  of,
  asked,
  fault,
}: {
  readonly of: Evidence;
  readonly asked: boolean;
  readonly fault?: string | undefined;
}) => {
  const { evidence } = useWords();
  const drop = async (items: readonly unknown[]) => {
    const dropped = items.filter((item) => (item as { kind: string }).kind === 'file') as {
      getFile(): Promise<File>;
    }[];
    of.addFiles(await Promise.all(dropped.map((item) => item.getFile())));
  };
  return (
    <div className="evidence" role="group" aria-label={evidence.label}>
      <p className="field-label">{evidence.label}</p>
      {of.drafts.length > 0 && (
        <ul>
          {of.drafts.map((draft) => (
            <EvidenceItem key={draft.key} of={of} draft={draft} asked={asked} />
          ))}
        </ul>
      )}
      <DropZone className="evidence-drop" aria-label={evidence.dropHere} onDrop={({ items }) => void drop(items)}>
        <span className="hint">{evidence.dropHere}</span>
        <FileTrigger
          acceptedFileTypes={kinds}
          allowsMultiple
          onSelect={(chosen) => of.addFiles(chosen ? [...chosen] : [])}
        >
          <Button size="small">
            <Icon name="upload" />
            {evidence.addFile}
          </Button>
        </FileTrigger>
        <Button size="small" onPress={of.addLink}>
          <Icon name="plus" />
          {evidence.addLink}
        </Button>
      </DropZone>
      {fault !== undefined && (
        <p className="field-fault" role="alert">
          <Icon name="warning" />
          {fault}
        </p>
      )}
    </div>
  );
};
