import { useFormats, useWords } from '../../app/reader.js';
import { Sheet } from './room.js';

interface Entry {
  readonly at: string;
  readonly by: string;
  readonly what: string;
  readonly reason?: string;
  readonly roles?: readonly (keyof ReturnType<typeof useWords>['vocabulary']['role'])[];
}

/** What was done to an account, the latest first. */
export const History = ({ entries }: { readonly entries: readonly Entry[] }) => {
  const { accounts, administration, frame, vocabulary } = useWords();
  const { list } = useFormats();
  if (entries.length === 0) return null;
  return (
    <section>
      <h2>{accounts.history}</h2>
      <Sheet label={accounts.history} head={[accounts.when, accounts.by, accounts.what, frame.reason]}>
        {[...entries].reverse().map(({ at, by, what, reason, roles }, index) => (
          <tr key={index}>
            <td>{administration.at(at)}</td>
            <td>
              <bdi>{by}</bdi>
            </td>
            <td>
              {accounts.did[what] ?? what}
              {roles && <small className="quiet">{` ${list(roles.map((role) => vocabulary.role[role]))}`}</small>}
            </td>
            <td>
              <bdi>{reason}</bdi>
            </td>
          </tr>
        ))}
      </Sheet>
    </section>
  );
};
