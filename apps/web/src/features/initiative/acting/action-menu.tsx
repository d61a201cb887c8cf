import { useRef, useState } from 'react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { useWords } from '../../../app/reader.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { useShown } from '../shown.js';
import './acting.css';
import { ActionDialog } from './action-form.js';
import type { GroupName } from './actions.js';
import { offeredTo, type Offered } from './asking.js';
import { useKnown, useRolesHere } from './known.js';
import { mayScope, ScopeDialog } from './scope-dialog.js';

const groups: readonly GroupName[] = ['kind', 'milestones', 'days', 'whole'];
const scope = 'scope';
const ended: readonly string[] = ['complete', 'cancelled'];

/** Everything this reader may do to the initiative, in one list; what is seen has its own buttons where it stands. */
export const ActionMenu = () => {
  const { acting } = useWords();
  const { at, timeline } = useShown();
  const reader = useRolesHere();
  const known = useKnown();
  const [chosen, choose] = useState<string>();
  const opener = useRef<HTMLButtonElement>(null);
  const offered: Offered = offeredTo(reader, at, known);
  const all = groups.flatMap((group) => offered[group]);
  const isScoped = mayScope(reader, at);
  // A law that is in force has regulations still to come; nothing else goes on after its end.
  if (ended.includes(timeline.status) && at.kind !== 'laws') return null;
  if (all.length === 0 && !isScoped) return null;
  const action = all.find(({ name }) => name === chosen);
  const close = () => {
    choose(undefined);
    // The list that led to the window is gone by then: the focus goes back to what opened the list.
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <>
      <MenuTrigger>
        <Button size="small" ref={opener}>
          {acting.open}
          <Icon name="down" />
        </Button>
        <Popover className="popover acting">
          <Menu className="menu" aria-label={acting.open} onAction={(key) => choose(String(key))}>
            {groups
              .filter((group) => offered[group].length > 0 || (group === 'kind' && isScoped))
              .map((group) => (
                <MenuSection key={group} className="acting-group">
                  <Header className="acting-name">{acting.group[group]}</Header>
                  {group === 'kind' && isScoped && (
                    <MenuItem id={scope} className="menu-item">
                      {acting.scope.action}
                    </MenuItem>
                  )}
                  {offered[group].map(({ name }) => (
                    <MenuItem key={name} id={name} className="menu-item">
                      {acting.action[name]}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {action && <ActionDialog key={action.name} action={action} known={known} close={close} />}
      {chosen === scope && <ScopeDialog close={close} />}
    </>
  );
};
