import { useWords } from '../../app/reader.js';
import { useSession } from '../../app/session.js';
import { useCommitments } from './asked.js';
import { CommitmentCard } from './commitment-card.js';
import './commitments.css';
import { OfferButton } from './offering.js';
import { useStanding } from './standing.js';

/**
 * The commitments for one initiative (`projects/P-1`), for its page; whoever leads may offer another. The page draws the
 * hatches (`Patterns`).
 */
export const CommitmentList = ({ initiative }: { readonly initiative: string }) => {
  const { commitments } = useWords();
  const { roles, onlyAccount } = useSession();
  const standing = useStanding();
  const all = useCommitments(initiative).data;
  const mayOffer = onlyAccount === true || roles.includes('lead');
  if (!all || (all.length === 0 && !mayOffer)) return null;
  return (
    <section className="panel" aria-labelledby="commitments-of">
      <header>
        <h2 id="commitments-of">{commitments.ofInitiative}</h2>
        {mayOffer && <OfferButton of={initiative} />}
      </header>
      <div className="commitments-of">
        {all.length === 0 && <p className="quiet">{commitments.noneOfInitiative}</p>}
        {all.map((one) => (
          <CommitmentCard key={one.id} of={one} standing={standing} />
        ))}
      </div>
    </section>
  );
};
