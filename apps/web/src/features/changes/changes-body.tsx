import { Fault } from '../../app/boundary.js';
import { useFormats, useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Skeleton } from '../../ui/skeleton.js';
import { ChangeList } from './change-list.js';
import './changes.css';
import { daysWithoutLook, useChanges } from './use-changes.js';

/** What changed since the last look, corrections apart; cleared by hand alone. */
export const ChangesBody = ({ limit }: { readonly limit?: number }) => {
  const { changes: words, vocabulary } = useWords();
  const { instant } = useFormats();
  const { look, changes, keep } = useChanges();
  const fault = look.error ?? changes.error;
  if (fault && !changes.data)
    return <Fault fault={fault} again={() => void (look.error ? look.refetch() : changes.refetch())} />;
  if (!changes.data || look.data === undefined) return <Skeleton rows={5} />;
  const { items, corrections, isWhole } = changes.data;
  const room = limit === undefined ? {} : { limit };
  return (
    <>
      <p className="changes-since">
        {look.data ? words.since(instant(look.data.at)) : words.noLook(vocabulary.ofDays(daysWithoutLook))}
      </p>
      {!isWhole && <p className="changes-since">{words.notAll}</p>}
      {items.length === 0 ? (
        <p className="changes-none">{look.data ? words.none : words.noneLately}</p>
      ) : (
        <ChangeList changes={items} {...room} />
      )}
      {corrections.length > 0 && (
        <>
          <h3>{words.correctionsTitle}</h3>
          <ChangeList changes={corrections} isCorrection {...room} />
        </>
      )}
      {keep.error && <Fault fault={keep.error} again={() => keep.mutate()} />}
      {items.length + corrections.length > 0 && (
        <div className="changes-seen">
          <Button size="small" isDisabled={keep.isPending} onPress={() => keep.mutate()}>
            <Icon name="check" />
            {words.markSeen}
          </Button>
        </div>
      )}
    </>
  );
};
