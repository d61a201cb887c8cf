import { useState } from 'react';
import { useBilingual, useWords } from '../../app/reader.js';
import { useSession } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { useOwnInitiatives, type Whole } from './asked.js';
import { OfferDialog } from './offer-dialog.js';

type Of = Parameters<typeof OfferDialog>[0]['of'];

/** Opens the offer; for whom it is nothing, no button is there. */
export const OfferButton = ({ of }: { readonly of: Of }) => {
  const { commitments } = useWords();
  const [isOffering, setOffering] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onPress={() => setOffering(true)}>
        <Icon name="plus" />
        {commitments.offer}
      </Button>
      {isOffering && <OfferDialog of={of} close={() => setOffering(false)} />}
    </>
  );
};

/** Whoever leads offers for what his entity owns. */
export const OfficialOffer = () => {
  const { entity, onlyAccount } = useSession();
  const say = useBilingual();
  const own = useOwnInitiatives(onlyAccount ? undefined : entity);
  if (own.length === 0) return null;
  return <OfferButton of={own.map(({ kind, id, title }) => ({ id: `${kind}/${id}`, name: say(title) || id }))} />;
};

/** A partner offers for what it has a commitment for already, by the title made for it, else by that commitment's own. */
export const PartnerOffer = ({ wholes }: { readonly wholes: readonly Whole[] }) => {
  const say = useBilingual();
  const known = new Map(wholes.map((one) => [one.initiative, say(one.for.title) || say(one.title)]));
  if (known.size === 0) return null;
  return <OfferButton of={[...known].map(([id, name]) => ({ id, name }))} />;
};
