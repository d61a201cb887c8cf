import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDraft } from '../../app/commands/use-draft.js';
import { useBilingual, useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Skeleton } from '../../ui/skeleton.js';
import type { Kind } from './initiative-draft.js';
import { MilestoneConflict } from './milestone-conflict.js';
import {
  changesOf,
  draftOf,
  emptyMilestone,
  missingOf,
  plan,
  together,
  type MilestoneDraft,
} from './milestone-draft.js';
import { MilestoneFields } from './milestone-fields.js';
import { Resumed } from '../../ui/resumed.js';
import { SendingNotice } from './sending-notice.js';
import { useEdited } from './use-edited.js';
import { milestoneQuery, useMilestone, type Initiative, type Milestone } from './use-initiative.js';
import { useArrival, useSending, type Sending } from './use-sending.js';

interface Props {
  readonly kind: Kind;
  readonly initiative: Initiative;
  readonly milestones: readonly Milestone[];
  readonly close: () => void;
}
interface FormProps {
  readonly draft: MilestoneDraft;
  readonly sending: Sending;
  readonly isChanged: boolean;
  readonly save: () => unknown;
  /** When what was sent has arrived. */
  readonly leave: () => void;
  readonly children: ReactNode;
}

/** The fields of a milestone with what is said of them, and the way out. */
const Form = ({ draft, sending, isChanged, save, leave, children }: FormProps) => {
  const { editing } = useWords();
  const missing = missingOf(draft);
  const isReady = missing === undefined && isChanged && !sending.isKept;
  useArrival(sending, leave);
  return (
    <form
      className="editing-window"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save();
      }}
    >
      {children}
      <div className="editing-end">
        <Button kind="primary" type="submit" isDisabled={!isReady} isPending={sending.isSending}>
          {editing.save}
        </Button>
        <span className="hint">{missing === undefined ? null : editing.missing[missing]}</span>
      </div>
    </form>
  );
};

/** A window to plan a milestone. */
export const PlanMilestone = ({ kind, initiative, milestones, close }: Props) => {
  const { editing } = useWords();
  const about = `${kind}/${initiative.id}`;
  const form = `plan ${about}/milestones`;
  const { draft, isResumed, change, discard } = useDraft(form, emptyMilestone);
  const sending = useSending(`${about}/milestones/plan`);
  const leave = () => {
    void sending.dismiss();
    close();
  };
  const done = () => {
    discard();
    leave();
  };
  return (
    <Dialog title={editing.addMilestone} isOpen close={sending.isKept ? close : leave}>
      <Form
        draft={draft}
        sending={sending}
        isChanged
        save={() => void sending.send({ ...plan(about, draft), draft: form })}
        leave={done}
      >
        <Resumed isResumed={isResumed} discard={discard} />
        <SendingNotice of={sending} />
        <MilestoneFields draft={draft} change={change} others={milestones} faults={sending.byField} isNew mayPromise />
      </Form>
    </Dialog>
  );
};

const asRead = ({ milestone, version }: NonNullable<ReturnType<typeof useMilestone>>) => ({
  fields: draftOf(milestone),
  version,
});

interface ChangeProps extends Props {
  readonly read: NonNullable<ReturnType<typeof useMilestone>>;
}

const ChangeForm = ({ kind, initiative, milestones, close, read }: ChangeProps) => {
  const cache = useQueryClient();
  const { id, status } = initiative;
  const { milestone } = read;
  const place = `${kind}/${id}/milestones/${milestone.id}`;
  const sending = useSending(`${place}/plan`);
  const of = useEdited({
    form: `plan ${place}`,
    now: asRead(read),
    readAnew: async () => asRead(await cache.fetchQuery({ ...milestoneQuery(kind, id, milestone.id), staleTime: 0 })),
    commandOf: (before, mine, version) => together(changesOf(place, before, mine), version),
    sending,
  });
  const leave = () => {
    void sending.dismiss();
    close();
  };
  const others = milestones.filter((other) => other.id !== milestone.id);
  const isConflict = of.contested.length > 0;
  return (
    <Form draft={of.draft} sending={sending} isChanged={of.isChanged && !isConflict} save={of.save} leave={leave}>
      <Resumed isResumed={of.isResumed} discard={of.discard} />
      {isConflict ? (
        <MilestoneConflict of={of} milestones={milestones} takeMine={() => void of.takeMine()} />
      ) : (
        <SendingNotice of={sending} />
      )}
      <MilestoneFields
        draft={of.draft}
        change={of.change}
        others={others}
        faults={sending.byField}
        isNew={false}
        mayPromise={status === 'draft' || !milestone.currentTarget || 'absent' in milestone.currentTarget}
      />
    </Form>
  );
};

/** A window to change what is not yet promised of a milestone. */
export const ChangeMilestone = ({ id, ...props }: Props & { readonly id: string }) => {
  const { editing } = useWords();
  const say = useBilingual();
  const { kind, initiative, milestones, close } = props;
  const read = useMilestone(kind, initiative.id, id);
  const title = milestones.find((milestone) => milestone.id === id)?.title;
  return (
    <Dialog title={editing.editMilestone(say(title))} isOpen close={close}>
      {read ? <ChangeForm {...props} read={read} /> : <Skeleton rows={4} />}
    </Dialog>
  );
};
