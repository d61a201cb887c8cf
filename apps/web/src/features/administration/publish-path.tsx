import { api, bodyOf } from '../../api/client.js';
import { useDraftedForm } from '../../app/drafted-form.js';
import type { Keyed } from '../../app/form-command.js';
import { useWords } from '../../app/reader.js';
import { Notice } from '../../ui/notice.js';
import { Resumed } from '../../ui/resumed.js';
import { TextInput } from '../../ui/text-input.js';
import { CommandForm } from '../../ui/command-form.js';
import { pathOfText, textOfPath } from './law-path-text.js';

const publish = (body: object, keyed: Keyed) => bodyOf(api.POST('/api/law-paths', { body: body as never, ...keyed }));

/** A law path as text, published whole; faults name their place in it. */
export const PublishPath = ({ from, close }: { readonly from: object | undefined; readonly close: () => void }) => {
  const { path: words } = useWords().upkeep;
  const { typed, set, command, resumed } = useDraftedForm(
    `administration law path ${(from as { readonly id?: string } | undefined)?.id ?? ''}`,
    { text: textOfPath(from) },
    publish,
    { old: ['law-paths'], then: close },
  );
  const { text } = typed;
  const path = pathOfText(text);
  const faults = [...command.byField];
  return (
    <CommandForm
      lead={words.textHint}
      send={words.publish}
      isPending={command.isPending}
      isReady={path !== undefined}
      fault={command.fault}
      run={() => command.run(path!)}
      close={close}
    >
      <Resumed {...resumed} />
      <div className="administration-json">
        <TextInput
          label={words.text}
          value={text}
          onChange={set('text')}
          lines={14}
          fault={text.trim() !== '' && path === undefined ? words.notJson : undefined}
          autoFocus
        />
      </div>
      {faults.length > 0 && (
        <Notice tone="red">
          <p>{words.faults}</p>
          <ul>
            {faults.map(([place, message]) => (
              <li key={place}>
                <code dir="ltr">{place}</code> {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </CommandForm>
  );
};
