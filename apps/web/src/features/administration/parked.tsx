import { useSuspenseQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import { useFormCommand, type Keyed } from '../../app/form-command.js';
import { useFormats, useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Room, Sheet } from './room.js';

const most = 500;
const ask = () => bodyOf(api.GET('/api/reporting/parked', { params: { query: { limit: most } } }));
const replay = ({ stream }: { readonly stream?: string }, keyed: Keyed) =>
  bodyOf(
    api.POST('/api/reporting/parked/replay', { params: { query: stream === undefined ? {} : { stream } }, ...keyed }),
  );

/** Streams that stand still: why, and to fold them again. */
export const Parked = () => {
  const { administration, upkeep } = useWords();
  const { parked: words } = upkeep;
  const { number } = useFormats();
  const { data } = useSuspenseQuery({ queryKey: ['parked'], queryFn: ask });
  const command = useFormCommand(replay, { old: ['parked', 'portfolio', 'timeline'] });
  return (
    <Room
      title={administration.parked}
      lead={words.lead}
      actions={
        data.items.length > 1 && (
          <Button kind="primary" isPending={command.isPending} onPress={() => command.run({})}>
            {words.replayAll}
          </Button>
        )
      }
    >
      {command.fault !== undefined && <Notice tone="red">{command.fault}</Notice>}
      {command.answer && <Notice tone="accent">{words.replayed(command.answer.items.length)}</Notice>}
      {data.items.length === 0 ? (
        <Notice tone="plain">
          <b>{words.none}</b> <span>{words.noneDetail}</span>
        </Notice>
      ) : (
        <Sheet
          label={administration.parked}
          head={[words.stream, words.applied, words.code, words.since, administration.actions]}
        >
          {data.items.map(({ stream, applied, version, code, detail, since }) => (
            <tr key={stream}>
              <th scope="row">
                <bdi>{stream}</bdi>
              </th>
              <td dir="ltr">{`${number(applied)} / ${number(version)}`}</td>
              <td>
                <bdi>{code}</bdi>
                <small className="quiet">
                  {' '}
                  <bdi>{detail}</bdi>
                </small>
              </td>
              <td>{administration.at(since)}</td>
              <td>
                <Button
                  size="small"
                  aria-label={words.replayOf(stream)}
                  isDisabled={command.isPending}
                  onPress={() => command.run({ stream })}
                >
                  {words.replay}
                </Button>
              </td>
            </tr>
          ))}
        </Sheet>
      )}
    </Room>
  );
};
