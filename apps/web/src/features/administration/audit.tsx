import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, bodyOf } from '../../api/client.js';
import { Refused } from '../../api/problem.js';
import { usePagedList } from '../../app/paged-list.js';
import { useFormats, useWords } from '../../app/reader.js';
import { saveFile } from '../../app/save-file.js';
import { Button } from '../../ui/button.js';
import { Choice } from '../../ui/choice.js';
import { DayInput } from '../../ui/day-input.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { TextInput } from '../../ui/text-input.js';
import { filled } from './names-form.js';
import { More, Sheet } from './room.js';

const outcomes = ['done', 'refused', 'failed'] as const;
const any = 'any';
const blank = { user: '', action: '', subject: '', outcome: '', since: '', until: '' };
type Fields = typeof blank;
type Filters = Omit<Partial<Fields>, 'outcome'> & { outcome?: (typeof outcomes)[number] };
const filtersOf = (fields: Fields): Filters => filled(fields) as Filters;

const FilterForm = ({ apply }: { readonly apply: (filters: Filters) => void }) => {
  const { administration, upkeep } = useWords();
  const { plainDigits } = useFormats();
  const { audit: words } = upkeep;
  const [fields, setFields] = useState(blank);
  const set = (name: keyof Fields) => (text: string) => setFields({ ...fields, [name]: text });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply(filtersOf({ ...fields, subject: plainDigits(fields.subject) }));
  };
  return (
    <form className="administration-search" onSubmit={submit} role="search">
      <TextInput label={words.user} value={fields.user} onChange={set('user')} />
      <TextInput label={words.action} hint={words.actionHint} value={fields.action} onChange={set('action')} />
      <TextInput label={words.subject} hint={words.subjectHint} value={fields.subject} onChange={set('subject')} />
      <Choice
        label={words.outcome}
        options={[{ id: any, name: administration.any }, ...outcomes.map((id) => ({ id, name: words.outcomes[id] }))]}
        value={fields.outcome || any}
        choose={(id) => set('outcome')(id === any ? '' : id)}
      />
      <DayInput label={words.since} value={fields.since} choose={set('since')} />
      <DayInput label={words.until} value={fields.until} choose={set('until')} />
      <Button type="submit">{words.filter}</Button>
    </form>
  );
};

const Save = ({ filters }: { readonly filters: Filters }) => {
  const { upkeep, frame } = useWords();
  const { audit: words } = upkeep;
  const fetchAs = useMutation({
    mutationFn: async (form: 'csv' | 'json') => {
      const given = { params: { query: filters }, parseAs: 'blob' } as const;
      const { data } =
        form === 'csv' ? await api.GET('/api/audit/export.csv', given) : await api.GET('/api/audit/export.json', given);
      saveFile(`audit.${form}`, data as unknown as Blob);
    },
  });
  const fault = fetchAs.error;
  return (
    <>
      <div className="administration-actions">
        <Button onPress={() => fetchAs.mutate('csv')} isPending={fetchAs.isPending}>
          {words.save}
        </Button>
        <Button kind="quiet" onPress={() => fetchAs.mutate('json')} isPending={fetchAs.isPending}>
          {words.saveJson}
        </Button>
      </div>
      {fault && <Notice tone="red">{fault instanceof Refused ? fault.problem.title : frame.away}</Notice>}
    </>
  );
};

/** Who did, read and was refused what. */
export const Audit = () => {
  const { administration, upkeep } = useWords();
  const { audit: words } = upkeep;
  const [filters, setFilters] = useState<Filters>({});
  const { rows, isPending, more } = usePagedList(['audit', filters], (query) =>
    bodyOf(api.GET('/api/audit', { params: { query: { ...query, ...filters } } })),
  );
  return (
    <>
      <header className="administration-head">
        <div>
          <h1>{administration.audit}</h1>
          <p className="administration-lead">{words.lead}</p>
        </div>
        <Save filters={filters} />
      </header>
      <FilterForm apply={setFilters} />
      {isPending ? (
        <Skeleton rows={10} />
      ) : rows.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <Sheet
          label={administration.audit}
          head={[upkeep.calendar.date, words.user, words.action, words.subject, words.outcome, words.from]}
        >
          {rows.map((line) => (
            <tr key={line.id}>
              <td>{words.at(line.at)}</td>
              <td>
                <bdi>{line.user ?? words.nobody}</bdi>
                {line.onBehalfOf !== undefined && <small className="quiet"> {words.inNameOf(line.onBehalfOf)}</small>}
              </td>
              <td>
                <bdi>{line.action}</bdi>
              </td>
              <td dir="ltr" className="administration-address">
                {line.method} {line.subject}
              </td>
              <td>
                {words.outcomes[line.outcome]}
                {line.code !== undefined && (
                  <small className="quiet">
                    {' '}
                    <bdi>{line.code}</bdi>
                  </small>
                )}
              </td>
              <td>
                <bdi>{line.address}</bdi>
              </td>
            </tr>
          ))}
        </Sheet>
      )}
      <More more={more} />
    </>
  );
};
