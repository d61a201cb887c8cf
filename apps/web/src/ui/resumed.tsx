import { useWords } from '../app/reader.js';
import { Button } from './button.js';
import { Notice } from './notice.js';

/** Says that what is in the form was left here earlier. */
export const Resumed = ({ isResumed, discard }: { readonly isResumed: boolean; readonly discard: () => void }) => {
  const { commands } = useWords();
  if (!isResumed) return null;
  return (
    <Notice>
      {commands.resumed}{' '}
      <Button kind="quiet" size="small" onPress={discard}>
        {commands.discard}
      </Button>
    </Notice>
  );
};
