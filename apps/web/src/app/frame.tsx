import { useState, type ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { AccountMenu } from './account-menu.js';
import { OutboxNotice } from './commands/outbox-notice.js';
import './frame.css';
import { KeysHelp } from './keys-help.js';
import { useLive } from './live.js';
import { places } from './navigation.js';
import { ReaderSwitches } from './reader-switches.js';
import { useWords } from './reader.js';
import { useSession } from './session.js';
import { useScrollPlace } from './scroll-place.js';
import { useShownDay } from './shown-day.js';
import { WaitingCount } from './waiting-count.js';

const Brand = () => {
  const { frame } = useWords();
  return (
    <NavLink to="/" className="brand">
      <svg viewBox="0 0 32 32" aria-hidden="true" className="brand-mark">
        <rect width="32" height="32" rx="7" />
        <path className="brand-path" d="M6 11h6l8 10h6" />
        <path className="brand-promise" d="M12 7.6 15.4 11 12 14.4 8.6 11z" />
      </svg>
      <span>
        {frame.masar}
        <small>{frame.governmentAccelerators}</small>
      </span>
    </NavLink>
  );
};

const SideBar = ({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) => {
  const { frame } = useWords();
  const session = useSession();
  return (
    <aside className={isOpen ? 'side side-open' : 'side'}>
      <Brand />
      <nav aria-label={frame.screens}>
        <ul>
          {places
            .filter(({ isFor }) => isFor(session))
            .map(({ to, icon, name }) => (
              <li key={to}>
                <NavLink to={to} onClick={close}>
                  <Icon name={icon} />
                  {frame[name] as string}
                  {to === '/inbox' && <WaitingCount />}
                </NavLink>
              </li>
            ))}
        </ul>
      </nav>
      <AccountMenu />
    </aside>
  );
};

/** What of the server the reader should know: whether changes arrive, and which day it is there. */
const State = () => {
  const { frame } = useWords();
  const liveness = useLive(useSession().partner === undefined);
  const { today, isSimulated } = useShownDay();
  return (
    <>
      {isSimulated && <span className="simulated">{frame.simulated(today)}</span>}
      <span className={`liveness liveness-${liveness}`} role="status">
        <span className="liveness-words">
          {{ live: frame.live, away: frame.notLive, asked: frame.askedAgain }[liveness]}
        </span>
      </span>
    </>
  );
};

/** What stands around every screen of somebody who is signed in. */
export const Frame = ({ children }: { readonly children: ReactNode }) => {
  const { frame } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  useScrollPlace();
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {frame.skipToContent}
      </a>
      <SideBar isOpen={isOpen} close={() => setOpen(false)} />
      <div className="frame-main">
        <header className="top">
          <Button
            kind="quiet"
            size="small"
            aria-label={frame.screens}
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            <Icon name="list" />
          </Button>
          <div className="top-rest">
            <State />
            <KeysHelp />
            <ReaderSwitches />
          </div>
        </header>
        {/* Which screen is drawn here, or on its way: the address in the bar is ahead of it. */}
        <main id="content" tabIndex={-1} data-screen={pathname}>
          <OutboxNotice />
          {children}
        </main>
      </div>
    </div>
  );
};
