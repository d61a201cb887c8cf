import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import { useNames } from '../../../app/names.js';
import { useWords } from '../../../app/reader.js';
import { useShownDay } from '../../../app/shown-day.js';
import { Button } from '../../../ui/button.js';
import { Choice } from '../../../ui/choice.js';
import { CommandForm } from '../../../ui/command-form.js';
import { DayInput } from '../../../ui/day-input.js';
import { Dialog } from '../../../ui/dialog.js';
import { Icon } from '../../../ui/icon.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { TextInput } from '../../../ui/text-input.js';
import { Resumed } from '../../../ui/resumed.js';
import { SendingNotice } from '../../editing/sending-notice.js';
import { useDraftedCommand } from '../../editing/use-drafted-command.js';
import type { Address } from '../reading.js';
import { useShown } from '../shown.js';
import { emptyScoped, isWhole, scopeBody, scopedOf, type Scoped } from './scope.js';

/** The scope is the owner's to state. */
export const mayScope = (
  { roles, onlyAccount }: { readonly roles: readonly string[]; readonly onlyAccount: boolean },
  { kind }: Pick<Address, 'kind'>,
): boolean => kind === 'policies' && (onlyAccount || roles.includes('lead'));

const useStated = () => {
  const { at } = useShown();
  const params = { path: { id: at.id }, query: { limit: 500 } };
  return useQuery({
    queryKey: ['initiative', at.kind, at.id, 'scope'],
    queryFn: () => bodyOf(api.GET('/api/policies/{id}/scope', { params })),
  }).data;
};

interface EntityProps {
  readonly of: Scoped;
  change(part: Partial<Scoped>): void;
  remove(): void;
}

const Entity = ({ of, change, remove }: EntityProps) => {
  const { acting } = useWords();
  const { entityIds, entity } = useNames();
  return (
    <li className="acting-entity">
      <Choice
        label={acting.scope.entity}
        options={entityIds.map((id) => ({ id, name: entity(id) }))}
        value={of.entity || null}
        choose={(id) => change({ entity: id })}
      />
      <DayInput label={acting.scope.dueOn} value={of.dueOn} choose={(dueOn) => change({ dueOn })} />
      <Button size="small" kind="quiet" aria-label={acting.scope.remove(entity(of.entity))} onPress={remove}>
        <Icon name="close" />
      </Button>
      <TextInput
        label={acting.optional(acting.scope.obligations)}
        lines={2}
        value={of.obligations}
        onChange={(obligations) => change({ obligations })}
      />
    </li>
  );
};

const Form = ({ stated, close }: { readonly stated: readonly Scoped[]; close(): void }) => {
  const { acting } = useWords();
  const { today } = useShownDay();
  const { at } = useShown();
  const about = `${at.kind}/${at.id} scope`;
  const empty = { on: today, entities: stated };
  const { draft, isResumed, change, discard, sending, leave, give } = useDraftedCommand(
    `act ${about}`,
    about,
    empty,
    close,
  );
  const put = (entities: readonly Scoped[]) => change({ entities });
  return (
    <CommandForm
      lead={acting.scope.lead}
      send={acting.scope.send}
      isPending={sending.isSending}
      isReady={draft.on !== '' && isWhole(draft.entities) && !sending.isKept}
      state={<SendingNotice of={sending} />}
      run={() => give({ path: `/api/${at.kind}/${at.id}/scope`, body: scopeBody(draft.on, draft.entities) })}
      close={leave}
    >
      <Resumed isResumed={isResumed} discard={discard} />
      <DayInput
        label={acting.scope.from}
        value={draft.on}
        choose={(on) => change({ on })}
        until={today}
        fault={sending.byField.get('on')}
      />
      <ul className="acting-scope">
        {draft.entities.map((one, at) => (
          <Entity
            key={at}
            of={one}
            change={(part) => put(draft.entities.map((known, n) => (n === at ? { ...known, ...part } : known)))}
            remove={() => put(draft.entities.filter((_, n) => n !== at))}
          />
        ))}
      </ul>
      <p>
        <Button size="small" onPress={() => put([...draft.entities, emptyScoped])}>
          <Icon name="plus" />
          {acting.scope.add}
        </Button>
      </p>
    </CommandForm>
  );
};

/** To whom a policy applies, stated anew as a whole from a day on. */
export const ScopeDialog = ({ close }: { close(): void }) => {
  const { acting } = useWords();
  const stated = useStated();
  return (
    <Dialog title={acting.scope.action} isOpen close={close}>
      {stated ? <Form stated={scopedOf(stated.items.at(-1)?.entities ?? [])} close={close} /> : <Skeleton rows={4} />}
    </Dialog>
  );
};
