import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { acknowledged } from '../../../app/commands/acknowledged.js';
import { useCommand } from '../../../app/commands/use-command.js';
import { useDraft } from '../../../app/commands/use-draft.js';
import { useWords } from '../../../app/reader.js';
import { Colour } from '../../../chart/colour.js';
import { Button } from '../../../ui/button.js';
import { CommandForm } from '../../../ui/command-form.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextInput } from '../../../ui/text-input.js';
import { CommandState } from '../decisions/command-state.js';
import { useShown } from '../shown.js';

const colours = ['green', 'amber', 'red'] as const;
type Chosen = (typeof colours)[number];
interface Typed {
  readonly colour?: Chosen;
  readonly note: string;
}

const RatingForm = ({ close }: { close(): void }) => {
  const { initiative } = useWords();
  const { at } = useShown();
  const { entry, give } = useCommand(`${at.kind}/${at.id} rating`);
  const form = `rating ${at.kind}/${at.id}`;
  const { draft, change, discard } = useDraft<Typed>(form, { note: '' });
  const { colour, note } = draft;
  const send = async () => {
    const body = { colour, ...(note.trim() === '' ? {} : { note: note.trim() }) };
    if (await acknowledged(give({ path: `/api/${at.kind}/${at.id}/ratings`, body, draft: form }))) {
      discard();
      close();
    }
  };
  return (
    <CommandForm
      send={initiative.ratings.give}
      isPending={entry?.state === 'sending'}
      isReady={colour !== undefined}
      state={<CommandState entry={entry} />}
      run={() => void send()}
      close={close}
    >
      <RadioGroup
        className="aside-colours"
        aria-label={initiative.ratings.colour}
        value={colour ?? null}
        onChange={(value) => change({ colour: value as Chosen })}
      >
        {colours.map((one) => (
          <Radio key={one} value={one} className="aside-colour">
            <Colour colour={one} />
            <small className="quiet">{initiative.ratings.meaning[one]}</small>
          </Radio>
        ))}
      </RadioGroup>
      <TextInput label={initiative.ratings.note} lines={3} value={note} onChange={(words) => change({ note: words })} />
    </CommandForm>
  );
};

/** Rating: whose voice it is follows from the role, never from a choice. */
export const GiveRating = () => {
  const { initiative } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" aria-haspopup="dialog" onPress={() => setOpen(true)}>
        {initiative.ratings.give}
      </Button>
      <Dialog title={initiative.ratings.giveTitle} isOpen={isOpen} close={() => setOpen(false)}>
        <RatingForm close={() => setOpen(false)} />
      </Dialog>
    </>
  );
};
