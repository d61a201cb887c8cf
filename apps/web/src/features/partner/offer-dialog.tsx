import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, bodyOf } from '../../api/client.js';
import { isUnderWay } from '../../app/commands/intent.js';
import { useCommand } from '../../app/commands/use-command.js';
import { useDraft } from '../../app/commands/use-draft.js';
import { useBilingual, useWords } from '../../app/reader.js';
import { useSession } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import type { Option } from '../../ui/choice.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice } from '../../ui/notice.js';
import { Outcome } from '../inbox/outcome.js';
import { OfferFields } from './offer-fields.js';
import { bodyOfOffer, emptyOffer, missingOf, type Offer } from './offer.js';

interface Props {
  /** `projects/P-1`, or those to choose from. */
  readonly of: string | readonly Option[];
  readonly close: () => void;
}

const usePartners = (isAsked: boolean) => {
  const say = useBilingual();
  const { data } = useQuery({
    queryKey: ['commitments', 'partners'],
    queryFn: () => bodyOf(api.GET('/api/partners', { params: { query: { limit: 500 } } })),
    enabled: isAsked,
  });
  return data?.items.filter(({ status }) => status === 'active').map(({ id, name }) => ({ id, name: say(name) || id }));
};

/** Offering a commitment for an initiative, either way and by either side; what was typed stays on the device until sent. */
export const OfferDialog = ({ of, close }: Props) => {
  const { commitments } = useWords();
  const { partner } = useSession();
  const isKnown = typeof of === 'string';
  const partners = usePartners(partner === undefined);
  const form = useDraft<Offer>(`offer ${isKnown ? of : ''}`, emptyOffer);
  const offer: Offer = {
    ...form.draft,
    ...(isKnown && { initiative: of }),
    ...(partner !== undefined && { partner, milestone: '' }),
  };
  const command = useCommand(`${isKnown ? of : 'offers'}/commitments`);
  const [asked, setAsked] = useState(false);
  const missing = missingOf(offer);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missing.size > 0) return;
    const path = `/api/partners/${encodeURIComponent(offer.partner)}/commitments`;
    void command.give({ path, body: bodyOfOffer(offer) }).then(
      () => {
        form.discard();
        close();
      },
      // The refusal is shown in the dialog, by what became of the command.
      () => undefined,
    );
  };
  return (
    <Dialog title={partner === undefined ? commitments.offerTitle : commitments.offer} isOpen close={close}>
      {partners?.length === 0 ? (
        <Notice>{commitments.noPartners}</Notice>
      ) : (
        <form className="commitment-pane" onSubmit={send} noValidate>
          <Notice tone="accent">{commitments.offerLead}</Notice>
          <OfferFields
            offer={offer}
            change={form.change}
            missing={asked ? missing : new Set()}
            initiatives={isKnown ? undefined : of}
            partners={partner === undefined ? (partners ?? []) : undefined}
            hasMilestones={partner === undefined}
          />
          <Outcome
            entry={command.entry?.state === 'arrived' ? undefined : command.entry}
            dismiss={() => void command.dismiss()}
          />
          <div className="commitment-buttons">
            <Button type="submit" kind="primary" isDisabled={command.entry !== undefined && isUnderWay(command.entry)}>
              {commitments.sendOffer}
            </Button>
            <Button kind="quiet" onPress={close}>
              {commitments.cancel}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
};
