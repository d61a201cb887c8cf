import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api/client.js';
import { useBilingual, useFormats, useWords } from '../../app/reader.js';
import { saveFile } from '../../app/save-file.js';
import { useShownDay } from '../../app/shown-day.js';
import { Button } from '../../ui/button.js';
import { Choice } from '../../ui/choice.js';
import { DayInput } from '../../ui/day-input.js';
import { useProfiles } from './asked.js';

interface Props {
  readonly profile: string;
  readonly chooseProfile: (profile: string) => void;
  readonly asOf: string;
  readonly chooseAsOf: (day: string) => void;
  readonly children?: ReactNode;
}

/** By what the file is read: its kind, and of a snapshot its day. */
export const Facts = ({ profile, chooseProfile, asOf, chooseAsOf, children }: Props) => {
  const { importing } = useWords();
  const { language } = useFormats();
  const { today } = useShownDay();
  const say = useBilingual();
  const profiles = useProfiles() ?? [];
  const one = profiles.find(({ id }) => id === profile);
  const fetchTemplate = useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') => {
      const query = { profile, lang: language, format };
      const { data } = await api.GET('/api/imports/template', { params: { query }, parseAs: 'blob' });
      saveFile(`${profile}.${format}`, data as unknown as Blob);
    },
  });
  return (
    <section className="panel import-facts" aria-label={importing.file}>
      {children}
      <Choice
        label={importing.profile}
        options={profiles.map(({ id, title }) => ({ id, name: say(title) }))}
        value={profile}
        choose={chooseProfile}
      />
      {one && !one.own && (
        <DayInput label={importing.asOf} hint={importing.asOfHint} value={asOf} choose={chooseAsOf} until={today} />
      )}
      {one?.template && (
        <span className="import-templates">
          {(['xlsx', 'csv'] as const).map((format) => (
            <Button
              key={format}
              kind="quiet"
              onPress={() => fetchTemplate.mutate(format)}
              isPending={fetchTemplate.isPending && fetchTemplate.variables === format}
            >
              {importing.template[format]}
            </Button>
          ))}
        </span>
      )}
    </section>
  );
};
