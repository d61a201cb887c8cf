import { useDraft } from './commands/use-draft.js';
import { useFormCommand, type Keyed } from './form-command.js';

/**
 * A form that is no event of an initiative: people, bodies, calendars, rights lent. What is typed is kept on this device under
 * `form` until the server has taken it: over a reload, a lost line, the end of a session. Nothing goes out by itself later:
 * such a command is given by who sees its answer.
 */
export const useDraftedForm = <Typed extends object, Body, Answer>(
  form: string,
  empty: Typed,
  send: (body: Body, keyed: Keyed) => Promise<Answer>,
  after: { readonly old?: readonly string[]; readonly then?: (answer: Answer) => void } = {},
) => {
  const { draft, isResumed, change, forget, discard } = useDraft(form, empty);
  const command = useFormCommand(async (body: Body, keyed: Keyed) => {
    const answer = await send(body, keyed);
    forget();
    return answer;
  }, after);
  const set =
    <Name extends keyof Typed>(name: Name) =>
    (value: Typed[Name]) =>
      change({ [name]: value } as unknown as Partial<Typed>);
  return { typed: draft, set, command, resumed: { isResumed, discard } };
};
