import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import { useNames } from '../../app/names.js';
import { useBilingual, useWords } from '../../app/reader.js';
import { Choice } from '../../ui/choice.js';
import { DayInput } from '../../ui/day-input.js';
import { kinds, type Audience, type Kind, type RegisterDraft } from './initiative-draft.js';
import { TitleFields } from './title-fields.js';

interface Props {
  readonly draft: RegisterDraft;
  readonly change: (part: Partial<RegisterDraft>) => void;
  readonly faults: ReadonlyMap<string, string>;
}

const LawPathChoice = ({ draft, change, faults }: Props) => {
  const { editing } = useWords();
  const say = useBilingual();
  const { data } = useQuery({
    queryKey: ['law-paths'],
    queryFn: () => bodyOf(api.GET('/api/law-paths', { params: { query: { limit: 500 } } })),
  });
  const options = new Map(
    (data?.items ?? []).map(({ jurisdiction, instrument, name }) => [`${jurisdiction} ${instrument}`, say(name)]),
  );
  return (
    <Choice
      label={editing.lawPath}
      options={[...options].map(([id, name]) => ({ id, name }))}
      value={draft.lawPath === '' ? null : draft.lawPath}
      choose={(lawPath) => change({ lawPath })}
      fault={faults.get('instrument') ?? faults.get('jurisdiction')}
    />
  );
};

export const AudienceChoice = ({
  value,
  choose,
}: {
  readonly value: Audience;
  readonly choose: (audience: Audience) => void;
}) => {
  const { editing } = useWords();
  const options = (['portfolio', 'reviewers', 'team'] as const).map((id) => ({ id, name: editing.audiences[id] }));
  return (
    <Choice
      label={editing.audience}
      options={options}
      value={value}
      choose={(audience) => choose(audience as Audience)}
    />
  );
};

/** Everything that is said when an initiative is registered. */
export const RegisterFields = ({ draft, change, faults }: Props) => {
  const { editing, vocabulary } = useWords();
  const { entity, entityIds } = useNames();
  return (
    <div className="editing-fields">
      <Choice
        label={editing.kind}
        options={kinds.map((id) => ({ id, name: vocabulary.kind[id] }))}
        value={draft.kind}
        choose={(kind) => change({ kind: kind as Kind })}
      />
      <Choice
        label={editing.owner}
        options={entityIds.map((id) => ({ id, name: entity(id) }))}
        value={draft.owner === '' ? null : draft.owner}
        choose={(owner) => change({ owner })}
        fault={faults.get('owner')}
      />
      <TitleFields value={draft} change={change} fault={faults.get('title')} />
      {draft.kind === 'laws' && <LawPathChoice draft={draft} change={change} faults={faults} />}
      <DayInput
        label={editing.startedOn}
        value={draft.startedOn}
        choose={(startedOn) => change({ startedOn })}
        hint={editing.startedHint}
        fault={faults.get('startedOn')}
      />
      <AudienceChoice value={draft.audience} choose={(audience) => change({ audience })} />
      <Choice
        label={editing.state}
        options={[
          { id: 'draft', name: editing.asDraft },
          { id: 'published', name: editing.asPublished },
        ]}
        value={draft.isDraft ? 'draft' : 'published'}
        choose={(state) => change({ isDraft: state === 'draft' })}
      />
    </div>
  );
};
