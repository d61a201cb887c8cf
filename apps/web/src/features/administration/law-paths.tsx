import { useState } from 'react';
import { api, bodyOf } from '../../api/client.js';
import { useNames } from '../../app/names.js';
import { useBilingual, useFormats, useWords } from '../../app/reader.js';
import { usePagedList } from '../../app/paged-list.js';
import { Choice } from '../../ui/choice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { PublishPath } from './publish-path.js';
import { Opener, Room, Sheet } from './room.js';

const page = (query: { limit: number; cursor?: string }) => bodyOf(api.GET('/api/law-paths', { params: { query } }));
type LawPath = Awaited<ReturnType<typeof page>>['items'][number];

const Stages = ({ path }: { readonly path: LawPath }) => {
  const { path: words } = useWords().upkeep;
  const { party } = useNames();
  const say = useBilingual();
  const named = (stage: string) => say(path.stages.find((one) => one.stage === stage)?.name) || stage;
  const clockOf = ({ clock }: LawPath['stages'][number]) => {
    if (clock?.days !== undefined) return clock.working ? words.workingDays(clock.days) : words.days(clock.days);
    return clock?.months === undefined ? '' : words.months(clock.months);
  };
  return (
    <Sheet label={words.stages} head={[words.stage, words.actsThere, words.next, words.legal]}>
      {path.stages.map((stage) => (
        <tr key={stage.stage}>
          <th scope="row">
            <bdi>{say(stage.name)}</bdi>
            {stage.unconfirmed && <small className="quiet"> {words.unconfirmed}</small>}
          </th>
          <td>{stage.party === 'owner' ? words.owner : party(stage.party)}</td>
          <td>
            <bdi>{stage.next.map(named).join(' · ')}</bdi>
          </td>
          <td>
            {clockOf(stage)}
            {stage.clock?.article !== undefined && (
              <small className="quiet">
                {' '}
                <bdi>{stage.clock.article}</bdi>
              </small>
            )}
          </td>
        </tr>
      ))}
    </Sheet>
  );
};

/** The stages of each kind of law. */
export const LawPaths = () => {
  const { administration, upkeep } = useWords();
  const { path: words } = upkeep;
  const { list } = useFormats();
  const say = useBilingual();
  const { rows, isPending } = usePagedList(['law-paths'], page);
  const [chosen, choose] = useState<string>();
  const one = rows.find(({ id }) => id === chosen) ?? rows[0];
  const named = (stage: string) => say(one?.stages.find((of) => of.stage === stage)?.name) || stage;
  return (
    <Room
      title={administration.lawPaths}
      lead={words.lead}
      actions={
        <Opener name={one ? words.publishNext : words.publish}>
          {(close) => <PublishPath from={one} close={close} />}
        </Opener>
      }
    >
      {isPending && <Skeleton rows={8} />}
      {one && (
        <>
          <div className="administration-search">
            <Choice
              label={administration.lawPaths}
              options={rows.map(({ id, name, version }) => ({ id, name: `${say(name)}، ${words.version(version)}` }))}
              value={one.id}
              choose={choose}
            />
          </div>
          <dl className="panel administration-facts">
            <div>
              <dt>{words.first}</dt>
              <dd>
                <bdi>{list(one.first.map(named))}</bdi>
              </dd>
            </div>
            {one.source !== undefined && (
              <div>
                <dt>{words.source}</dt>
                <dd>
                  <bdi>{one.source}</bdi>
                </dd>
              </div>
            )}
          </dl>
          <Stages path={one} />
        </>
      )}
    </Room>
  );
};
