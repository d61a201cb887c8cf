import { useFormats, useWords } from '../../../app/reader.js';
import { PartyNamed } from '../../../chart/party-named.js';
import type { Ledger } from '../reading.js';

type Sums = Ledger['byParty'][number];
const totalOf = ({ active, waiting, paused }: Sums): number => active + waiting + paused;

const PartyRow = ({
  sums,
  ledger,
  owner,
}: {
  readonly sums: Sums;
  readonly ledger: Ledger;
  readonly owner: string;
}) => {
  const { number, share } = useFormats();
  const amount = (days: number) => <td className={days === 0 ? 'amount quiet' : 'amount'}>{number(days)}</td>;
  return (
    <tr>
      <th scope="row">
        <PartyNamed party={sums.party} owner={owner} />
      </th>
      {amount(sums.active)}
      {amount(sums.waiting)}
      {amount(sums.paused)}
      <td className="amount">
        <b>{number(totalOf(sums))}</b>
      </td>
      <td className="amount">{share(totalOf(sums) / ledger.elapsed)}</td>
      {amount(sums.contested)}
    </tr>
  );
};

/** Whose the days are; the last row is the whole. */
export const LedgerParties = ({ ledger, owner }: { readonly ledger: Ledger; readonly owner: string }) => {
  const { ledger: words, vocabulary } = useWords();
  const { number, share } = useFormats();
  const { elapsed, active, waiting, paused, byParty } = ledger;
  const heads = [vocabulary.active, vocabulary.waiting, vocabulary.paused, words.total, words.share, words.contested];
  const contested = byParty.reduce((days, sums) => days + sums.contested, 0);
  return (
    <div className="ledger-scroll" role="region" aria-label={words.byParty} tabIndex={0}>
      <table className="table ledger-parties">
        <thead>
          <tr>
            <th scope="col">{vocabulary.party}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="amount">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byParty.map((sums) => (
            <PartyRow key={sums.party} sums={sums} ledger={ledger} owner={owner} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{vocabulary.elapsed}</th>
            {[active, waiting, paused, elapsed].map((days, index) => (
              <td key={index} className="amount">
                <b>{number(days)}</b>
              </td>
            ))}
            <td className="amount">{share(1)}</td>
            <td className="amount">{number(contested)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
};
