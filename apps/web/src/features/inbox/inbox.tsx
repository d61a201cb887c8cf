import { useWords } from '../../app/reader.js';
import { useScreenTitle } from '../../app/screen-title.js';
import { useSession } from '../../app/session.js';
import { Decisions } from './decisions.js';
import { PartnerInbox } from './partner-inbox.js';

/** What waits for whoever reads: an official's decisions, or what commitments ask of a partner. */
const Inbox = () => {
  useScreenTitle(useWords().frame.inbox);
  return useSession().partner === undefined ? <Decisions /> : <PartnerInbox />;
};
export default Inbox;
