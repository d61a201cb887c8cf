import { useNames } from '../app/names.js';
import { Waiting } from './marks.js';
import { partySort } from './party-sort.js';

/** A party by its hatch and its name. */
export const PartyNamed = ({ party, owner }: { readonly party: string; readonly owner?: string }) => {
  const names = useNames();
  return (
    <span className="party-named">
      <svg className="chart-swatch" viewBox="0 0 14 12" aria-hidden="true">
        <Waiting from={0} to={14} y={6} thickness={12} sort={partySort(party, owner)} />
      </svg>
      <bdi>{names.party(party)}</bdi>
    </span>
  );
};
