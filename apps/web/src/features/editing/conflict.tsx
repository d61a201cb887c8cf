import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';

interface Props {
  /** What both changed: as it was written here, and as it is recorded now. */
  readonly rows: readonly { readonly name: string; readonly mine: string; readonly theirs: string }[];
  readonly takeMine: () => void;
  readonly takeTheirs: () => void;
}

/** Two people at once: both versions beside each other, and one is chosen. */
export const Conflict = ({ rows, takeMine, takeTheirs }: Props) => {
  const { commands } = useWords();
  return (
    <div className="editing-conflict">
      <Notice tone="red">{commands.conflict}</Notice>
      <table className="table">
        <thead>
          <tr>
            <td />
            <th scope="col">{commands.mine}</th>
            <th scope="col">{commands.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, mine, theirs }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <bdi>{mine}</bdi>
              </td>
              <td>
                <bdi>{theirs}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="editing-end">
        <Button onPress={takeMine}>{commands.keepMine}</Button>
        <Button onPress={takeTheirs}>{commands.keepTheirs}</Button>
      </div>
    </div>
  );
};
