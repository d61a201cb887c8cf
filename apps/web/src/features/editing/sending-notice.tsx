import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import type { Sending } from './use-sending.js';

/** What became of a form as a whole; what is wrong with one field stands under it. */
export const SendingNotice = ({ of }: { readonly of: Sending }) => {
  const { commands } = useWords();
  if (of.isKept) return <Notice tone="amber">{commands.kept}</Notice>;
  const fields = [...of.byField.values()];
  if (of.fault === undefined && fields.length === 0) return null;
  return (
    <Notice tone="red">
      {of.fault ?? fields.join(' ')}{' '}
      <Button kind="quiet" size="small" onPress={() => void of.dismiss()}>
        {commands.dismiss}
      </Button>
    </Notice>
  );
};
