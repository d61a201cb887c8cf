import { useState } from 'react';
import type { Command } from '../../app/commands/intent.js';
import { useDraft } from '../../app/commands/use-draft.js';
import { contested, differing, rebased, yielded } from './rebased.js';
import type { Sending } from './use-sending.js';

/** Something that is there, as a form shows it, and the version it was read at. */
export interface Read<D> {
  readonly fields: D;
  readonly version: number;
}
interface Editing<D> {
  /** Names the form: what is typed into it is kept under this. */
  readonly form: string;
  readonly now: Read<D>;
  readonly readAnew: () => Promise<Read<D>>;
  /** What makes one into the other, on the version that was read; nothing where nothing changed. */
  readonly commandOf: (before: D, mine: D, version: number) => Command | undefined;
  readonly sending: Sending;
}
interface Held<D> {
  readonly mine: D;
  readonly before: D;
  readonly version: number;
}

const asRead = <D>({ fields, version }: Read<D>): Held<D> => ({ mine: fields, before: fields, version });

/**
 * Changing what others may change too. What is typed is kept with what it was when the typing began, and is sent on that
 * version. Where something else changed meanwhile it is sent again over it; where both changed the same, both versions are
 * shown and one is taken.
 */
export const useEdited = <D extends object>({ form, now, readAnew, commandOf, sending }: Editing<D>) => {
  const { draft, isResumed, change: keep, forget } = useDraft<Held<D>>(form, asRead(now));
  const [isSaved, setSaved] = useState(false);
  // Nothing was typed, or it is what is recorded: then what is there now is shown.
  const isTyped = differing(draft.mine, draft.before).length > 0 && differing(draft.mine, now.fields).length > 0;
  const held = isTyped ? draft : asRead(now);
  const versions = { mine: held.mine, before: held.before, now: now.fields };

  const save = async (from: Held<D>, isAgain = false): Promise<boolean> => {
    const command = commandOf(from.before, from.mine, from.version);
    if (!command) return false;
    setSaved(false);
    keep(from);
    if (await sending.send({ ...command, draft: form })) {
      setSaved(true);
      return true;
    }
    const fresh = await readAnew();
    const meanwhile = { ...from, now: fresh.fields };
    if (isAgain || fresh.version === from.version || contested(meanwhile).length > 0) return false;
    return save({ mine: rebased(meanwhile), before: fresh.fields, version: fresh.version }, true);
  };
  const onto = (mine: D): Held<D> => ({ mine, before: now.fields, version: now.version });
  return {
    draft: held.mine,
    recorded: now.fields,
    isResumed: isResumed && isTyped,
    isChanged: commandOf(held.before, held.mine, held.version) !== undefined,
    isSaved,
    change: (part: Partial<D>) => keep({ ...held, mine: { ...held.mine, ...part } }),
    discard: () => {
      keep(asRead(now));
      forget();
    },
    save: () => save(held),
    /** The fields both changed, once the server has said so. */
    contested: sending.problem?.status === 412 ? contested(versions) : [],
    takeMine: () => save(onto(rebased(versions))),
    takeTheirs: () => {
      const rest = onto(yielded(versions));
      keep(rest);
      if (differing(rest.mine, rest.before).length === 0) forget();
      void sending.dismiss();
    },
  };
};
