import { Dialog } from '../ui/dialog.js';
import './keys-list.css';
import { keyRooms } from './keys.js';
import { useWords } from './reader.js';

/** Every key and what it does, by the screen it works on. */
const KeysList = ({ close }: { readonly close: () => void }) => {
  const { keys } = useWords();
  return (
    <Dialog title={keys.title} isOpen close={close}>
      <p className="quiet">{keys.lead}</p>
      {keyRooms.map(({ room, lines }) => (
        <section key={room} className="keys-room">
          <h3>{keys.rooms[room]}</h3>
          <dl>
            {lines.map(({ pressed, does }) => (
              <div key={does}>
                <dt>
                  {pressed.map((one) => (
                    <kbd key={one}>{one}</kbd>
                  ))}
                </dt>
                <dd>{keys.does[does]}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
};
export default KeysList;
