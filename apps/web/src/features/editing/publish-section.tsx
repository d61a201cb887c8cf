import { useState } from 'react';
import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { SendingNotice } from './sending-notice.js';
import type { Initiative } from './use-initiative.js';
import { useSending } from './use-sending.js';

/** From a draft to a promise: asked twice, because the original target is written once. */
export const PublishSection = ({ initiative }: { readonly initiative: Initiative }) => {
  const { editing } = useWords();
  const [isAsked, setAsked] = useState(false);
  const about = `${initiative.kind}/${initiative.id}`;
  const sending = useSending(`${about}/publish`);
  if (initiative.status !== 'draft') return null;
  const publish = async () => {
    await sending.send({ path: `/api/${about}/publish`, body: {} });
    setAsked(false);
  };
  return (
    <section className="panel editing-publish" aria-label={editing.publish}>
      <SendingNotice of={sending} />
      <Notice tone="gold">{isAsked ? editing.publishAsk : editing.publishLead}</Notice>
      <div className="editing-end">
        {isAsked ? (
          <>
            <Button kind="primary" onPress={() => void publish()} isPending={sending.isSending} autoFocus>
              {editing.publishSure}
            </Button>
            <Button onPress={() => setAsked(false)}>{editing.cancel}</Button>
          </>
        ) : (
          <Button kind="primary" onPress={() => setAsked(true)} isDisabled={sending.isKept}>
            {editing.publish}
          </Button>
        )}
      </div>
    </section>
  );
};
