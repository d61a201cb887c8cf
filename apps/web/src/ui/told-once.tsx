import { useState } from 'react';
import { useWords } from '../app/reader.js';
import { Button } from './button.js';
import { Notice } from './notice.js';
import './told-once.css';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Until when it is good, in words. */
  readonly until?: string;
}

/** A secret that is shown this once: to be read, to be copied, and then gone. */
export const ToldOnce = ({ label, value, until }: Props) => {
  const { frame } = useWords();
  const [copied, setCopied] = useState<boolean>();
  const copy = () =>
    void navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="told-once">
      <Notice tone="amber">
        {frame.toldOnce} {until}
      </Notice>
      <p className="field-label">{label}</p>
      <div className="told-once-line">
        <code dir="ltr">{value}</code>
        {/* A browser offers the clipboard to a page that came safely, alone. */}
        {typeof navigator.clipboard?.writeText === 'function' && <Button onPress={copy}>{frame.copy}</Button>}
      </div>
      <p className="hint" role="status">
        {copied === undefined ? '' : copied ? frame.copied : frame.notCopied}
      </p>
    </div>
  );
};
