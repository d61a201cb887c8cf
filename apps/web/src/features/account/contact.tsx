import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, bodyOf } from '../../api/client.js';
import { useFormCommand, type Keyed } from '../../app/form-command.js';
import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Choice } from '../../ui/choice.js';
import { Notice } from '../../ui/notice.js';
import { TextInput } from '../../ui/text-input.js';

const ask = () => bodyOf(api.GET('/api/profile'));
const wishes = ['all', 'daily', 'none'] as const;
interface Body {
  readonly mail?: string;
  readonly language: 'ar' | 'en';
  readonly reminders: (typeof wishes)[number];
}
const change = (body: Body, keyed: Keyed) => bodyOf(api.POST('/api/profile', { body, ...keyed }));

/** Where a person is written to, in which language, and how often. */
export const Contact = () => {
  const { contact: words } = useWords().account;
  const { data } = useSuspenseQuery({ queryKey: ['profile'], queryFn: ask });
  const [mail, setMail] = useState(data.mail ?? '');
  const [language, setLanguage] = useState(data.language);
  const [reminders, setReminders] = useState(data.reminders);
  const command = useFormCommand(change, { old: ['profile'] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    command.run({ language, reminders, ...(mail.trim() === '' ? {} : { mail: mail.trim() }) });
  };
  return (
    <form className="account-form" onSubmit={submit}>
      <TextInput
        label={words.mail}
        hint={words.none}
        type="email"
        autoComplete="email"
        value={mail}
        onChange={setMail}
        fault={command.byField.get('mail')}
      />
      <Choice
        label={words.language}
        options={[
          { id: 'ar', name: words.arabic },
          { id: 'en', name: words.english },
        ]}
        value={language}
        choose={(id) => setLanguage(id as 'ar' | 'en')}
      />
      <Choice
        label={words.reminders}
        options={wishes.map((id) => ({ id, name: words.wishes[id] }))}
        value={reminders}
        choose={(id) => setReminders(id as Body['reminders'])}
      />
      {command.fault !== undefined && <Notice tone="red">{command.fault}</Notice>}
      {command.answer && <Notice tone="accent">{words.saved}</Notice>}
      <p>
        <Button type="submit" isPending={command.isPending}>
          {words.save}
        </Button>
      </p>
    </form>
  );
};
