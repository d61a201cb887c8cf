import { useState } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { Notice } from '../ui/notice.js';
import './account-menu.css';
import { useNames } from './names.js';
import { useFormats, useWords } from './reader.js';
import { useSigned, useSession } from './session.js';

/** Who is signed in, and how to leave. */
export const AccountMenu = () => {
  const { frame, vocabulary } = useWords();
  const { user, roles } = useSession();
  const { person } = useNames();
  const { list } = useFormats();
  const { signOut } = useSigned();
  const go = useNavigate();
  const [isStillIn, setStillIn] = useState(false);
  const leave = (everywhere: boolean) =>
    void signOut(everywhere).then(
      () => setStillIn(false),
      () => setStillIn(true),
    );
  return (
    <div className="account">
      <MenuTrigger>
        <Button kind="quiet">
          <Icon name="people" />
          <span className="account-who">
            <bdi>{person(user)}</bdi>
            <small>{list(roles.map((role) => vocabulary.role[role]))}</small>
          </span>
        </Button>
        <Popover className="popover">
          <Menu className="menu" aria-label={frame.account}>
            <MenuItem className="menu-item" onAction={() => void go('/account')}>
              {frame.myAccount}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => leave(false)}>
              {frame.signOut}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => leave(true)}>
              {frame.signOutEverywhere}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {isStillIn && <Notice tone="red">{frame.stillSignedIn}</Notice>}
    </div>
  );
};
