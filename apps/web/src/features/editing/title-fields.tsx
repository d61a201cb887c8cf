import { useWords } from '../../app/reader.js';
import { TextInput } from '../../ui/text-input.js';
import type { TitleDraft } from './title.js';

/** A title in both languages. */
export const TitleFields = ({
  value,
  change,
  fault,
}: {
  readonly value: TitleDraft;
  readonly change: (part: Partial<TitleDraft>) => void;
  readonly fault?: string | undefined;
}) => {
  const { editing } = useWords();
  return (
    <>
      <div className="editing-title">
        <TextInput
          label={editing.titleAr}
          value={value.ar}
          onChange={(ar) => change({ ar })}
          hint={editing.titleHint}
          fault={fault}
          maxLength={500}
        />
      </div>
      <div className="editing-title">
        <TextInput label={editing.titleEn} value={value.en} onChange={(en) => change({ en })} maxLength={500} />
      </div>
    </>
  );
};
