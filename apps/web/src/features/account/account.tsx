import type { ReactNode } from 'react';
import { useWords } from '../../app/reader.js';
import { useScreenTitle } from '../../app/screen-title.js';
import { useSession } from '../../app/session.js';
import './account.css';
import { Contact } from './contact.js';
import { Delegations } from './delegations.js';
import { SecondFactor } from './second-factor.js';
import { OwnSessions } from './own-sessions.js';
import { Password } from './password.js';

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}
const Part = ({ id, title, lead, children }: PartProps) => (
  <section className="panel account-part" aria-labelledby={`account-${id}`}>
    <header>
      <h2 id={`account-${id}`}>{title}</h2>
    </header>
    <div className="account-body">
      {lead !== undefined && <p className="quiet">{lead}</p>}
      {children}
    </div>
  </section>
);

/** What a person sets about the own account. */
const Account = () => {
  const { account } = useWords();
  useScreenTitle(account.title);
  const { user } = useSession();
  return (
    <div className="screen account-screen">
      <header>
        <h1>{account.title}</h1>
        <p className="quiet">{account.lead(user)}</p>
      </header>
      <div className="account-parts">
        <Part id="password" title={account.password.title} lead={account.password.lead}>
          <Password />
        </Part>
        <Part id="factor" title={account.factor.title}>
          <SecondFactor />
        </Part>
        <Part id="sessions" title={account.sessions.title} lead={account.sessions.lead}>
          <OwnSessions />
        </Part>
        <Part id="contact" title={account.contact.title} lead={account.contact.lead}>
          <Contact />
        </Part>
        <Part id="delegation" title={account.delegation.title} lead={account.delegation.lead}>
          <Delegations />
        </Part>
      </div>
    </div>
  );
};
export default Account;
