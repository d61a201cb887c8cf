import { useWords } from '../../app/reader.js';
import { useScreenTitle } from '../../app/screen-title.js';
import { ChangesBody } from './changes-body.js';

const onItsOwn = 400;

/** All that changed since this reader's last look. */
const Changes = () => {
  const { changes } = useWords();
  useScreenTitle(changes.title);
  return (
    <div className="screen">
      <h1>{changes.title}</h1>
      <section className="panel changes-screen" aria-label={changes.title}>
        <ChangesBody limit={onItsOwn} />
      </section>
    </div>
  );
};
export default Changes;
