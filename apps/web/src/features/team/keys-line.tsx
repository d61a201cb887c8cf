import { useWords } from '../../app/reader.js';

/** The keys of the board, where there is a keyboard. */
export const KeysLine = () => {
  const { team } = useWords();
  return (
    <footer className="team-keys">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {team.keysMove}
      </span>
      <span>
        <kbd>1</kbd> {team.keysTo} <kbd>4</kbd> {team.keysUpdate}
      </span>
      <span>
        <kbd>Z</kbd> {team.keysUndo}
      </span>
      <span>
        <kbd>B</kbd> {team.keysBlocker}
      </span>
      <span className="team-keys-place">{team.keysPlace}</span>
    </footer>
  );
};
