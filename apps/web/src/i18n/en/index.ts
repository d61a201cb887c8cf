import type { Words } from '../catalogue.js';
import type { Formats } from '../formats.js';
import type { Catalogue } from '../ar/index.js';
import { acceleration } from './acceleration.js';
import { acting } from './acting.js';
import { account } from './account.js';
import { accounts } from './accounts.js';
import { administration } from './administration.js';
import { calendarChange } from './calendar-change.js';
import { changes } from './changes.js';
import { commands } from './commands.js';
import { commitments } from './commitments.js';
import { decisions } from './decisions.js';
import { editing } from './editing.js';
import { evidence } from './evidence.js';
import { firstStart } from './first-start.js';
import { frame } from './frame.js';
import { importing } from './importing.js';
import { inbox } from './inbox.js';
import { initiative } from './initiative.js';
import { keys } from './keys.js';
import { ledger } from './ledger.js';
import { links } from './links.js';
import { portfolio } from './portfolio.js';
import { signIn } from './sign-in.js';
import { stocktake } from './stocktake.js';
import { team } from './team.js';
import { trail } from './trail.js';
import { upkeep } from './upkeep.js';
import { vocabulary } from './vocabulary.js';

export const catalogue = (formats: Formats): Words<Catalogue> => ({
  acceleration: acceleration(formats),
  acting: acting(formats),
  account: account(formats),
  accounts: accounts(formats),
  administration: administration(formats),
  calendarChange: calendarChange(formats),
  changes: changes(formats),
  commands: commands(formats),
  commitments: commitments(formats),
  decisions: decisions(formats),
  editing: editing(formats),
  evidence: evidence(formats),
  firstStart: firstStart(),
  frame: frame(formats),
  importing: importing(formats),
  inbox: inbox(formats),
  initiative: initiative(formats),
  keys: keys(),
  ledger: ledger(formats),
  links: links(formats),
  portfolio: portfolio(formats),
  signIn: signIn(),
  stocktake: stocktake(formats),
  team: team(formats),
  trail: trail(formats),
  upkeep: upkeep(formats),
  vocabulary: vocabulary(formats),
});
