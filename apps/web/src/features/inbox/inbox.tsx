import { useSession } from '../../app/session.js';
import { Decisions } from './decisions.js';
import { PartnerInbox } from './partner-inbox.js';

/** What waits for whoever reads: an official's decisions, or what commitments ask of a partner. */
const Inbox = () => (useSession().partner === undefined ? <Decisions /> : <PartnerInbox />);
export default Inbox;
