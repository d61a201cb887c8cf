import { useFormats, useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { DayInput } from '../../ui/day-input.js';
import { Conflict } from './conflict.js';
import type { DescribeDraft, Kind } from './initiative-draft.js';
import { AudienceChoice } from './register-fields.js';
import { Resumed } from '../../ui/resumed.js';
import { SendingNotice } from './sending-notice.js';
import { TitleFields } from './title-fields.js';
import { useDescribing } from './use-describing.js';
import type { Initiative } from './use-initiative.js';

/** The fields of an initiative, named and in words. */
const useFieldWords = () => {
  const { editing } = useWords();
  const { day } = useFormats();
  const names = { ar: editing.titleAr, en: editing.titleEn, startedOn: editing.startedOn, audience: editing.audience };
  const shown = (draft: DescribeDraft, field: keyof typeof names): string => {
    if (field === 'audience') return editing.audiences[draft.audience];
    return field === 'startedOn' && draft.startedOn !== '' ? day(draft.startedOn) : draft[field];
  };
  return { names, shown };
};

/** What an initiative is called, who may see it, when it began. */
export const DescribeForm = ({ kind, initiative }: { readonly kind: Kind; readonly initiative: Initiative }) => {
  const { editing } = useWords();
  const of = useDescribing(kind, initiative);
  const { draft, change, sending } = of;
  const { names, shown } = useFieldWords();
  const isConflict = of.contested.length > 0;
  return (
    <form
      className="editing-form"
      onSubmit={(event) => {
        event.preventDefault();
        void of.save();
      }}
    >
      <Resumed isResumed={of.isResumed} discard={of.discard} />
      {isConflict ? (
        <Conflict
          rows={of.contested.map((field) => ({
            name: names[field],
            mine: shown(draft, field),
            theirs: shown(of.recorded, field),
          }))}
          takeMine={() => void of.takeMine()}
          takeTheirs={of.takeTheirs}
        />
      ) : (
        <SendingNotice of={sending} />
      )}
      <div className="editing-fields">
        <TitleFields value={draft} change={change} fault={sending.byField.get('title')} />
        {initiative.startedOn === null && (
          <DayInput
            label={editing.startedOn}
            value={draft.startedOn}
            choose={(startedOn) => change({ startedOn })}
            hint={editing.startedHint}
            fault={sending.byField.get('startedOn')}
          />
        )}
        <AudienceChoice value={draft.audience} choose={(audience) => change({ audience })} />
      </div>
      <div className="editing-end">
        <Button type="submit" isDisabled={!of.isChanged || sending.isKept || isConflict} isPending={sending.isSending}>
          {editing.save}
        </Button>
        <span className="hint" role="status">
          {of.isChanged ? null : of.isSaved ? editing.saved : editing.unchanged}
        </span>
      </div>
    </form>
  );
};
