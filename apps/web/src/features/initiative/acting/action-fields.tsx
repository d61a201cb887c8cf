import { useNames } from '../../../app/names.js';
import { useBilingual, useWords } from '../../../app/reader.js';
import { useShownDay } from '../../../app/shown-day.js';
import { Choice } from '../../../ui/choice.js';
import { DayInput } from '../../../ui/day-input.js';
import { TextInput } from '../../../ui/text-input.js';
import { PartyChoice } from '../../team/party-choice.js';
import { useShown } from '../shown.js';
import type { Field, FieldName, ListName, Values } from './action.js';
import type { ActionName } from './actions.js';
import { isAskedFor } from './asking.js';
import { choicesOf, skippedOnTheWay } from './choices.js';
import type { KnownHere } from './known.js';

interface Props {
  readonly action: ActionName;
  readonly fields: readonly Field[];
  readonly known: KnownHere;
  readonly values: Values;
  change(part: Values): void;
  readonly faults: ReadonlyMap<string, string>;
}

const nothing = '-';

/** How what is chosen is called. */
const useNamed = (known: KnownHere): ((list: ListName, id: string) => string) => {
  const { acting, trail, vocabulary } = useWords();
  const { entity, party } = useNames();
  const say = useBilingual();
  const { stage } = useShown();
  const milestone = (id: string) => say(known.timeline.milestones.find((one) => one.id === id)?.title) || id;
  return (list, id) => {
    switch (list) {
      case 'open-waits': {
        const wait = known.waits.find((one) => one.id === id);
        return wait ? acting.waitOf(party(wait.party), wait.since) : id;
      }
      case 'open-blockers':
        return say(known.timeline.blockers.find((one) => one.id === id)?.title) || id;
      case 'running-pauses': {
        const pause = known.pauses.find((one) => one.id === id);
        return pause ? acting.pauseOf(pause.on ?? pause.requested.on, pause.until ?? pause.requested.until) : id;
      }
      case 'wait-reasons':
        return vocabulary.waitReason[id as keyof typeof vocabulary.waitReason];
      case 'stages':
        return stage(id);
      case 'outcomes':
        return trail.outcomes[id as keyof typeof trail.outcomes] ?? id;
      case 'application-states':
        return trail.applicationStates[id as keyof typeof trail.applicationStates];
      case 'entities-in-scope':
      case 'entities-declared':
        return entity(id);
      default:
        return milestone(id.split('/')[0]!);
    }
  };
};

const useLabel = (action: ActionName) => {
  const { acting } = useWords();
  return ({ name, isOptional }: Field): string => {
    const own: Readonly<Record<string, string>> = {
      'owner to': acting.newOwner,
      'pause on': acting.pausedFrom,
      'resolve-blocker outcome': acting.resolvedHow,
    };
    const label = own[`${action} ${name}`] ?? acting.field[name];
    return isOptional ? acting.optional(label) : label;
  };
};

const Listed = ({ field, label, props }: { readonly field: Field; readonly label: string; readonly props: Props }) => {
  const { acting } = useWords();
  const { known, values, change, faults } = props;
  const named = useNamed(known);
  if (field.kind !== 'choice') return null;
  const listed = choicesOf(field.of, known).map((id) => ({ id, name: named(field.of, id) }));
  const options = field.isOptional ? [{ id: nothing, name: acting.nothing }, ...listed] : listed;
  return (
    <Choice
      label={label}
      options={options}
      value={values[field.name] || (field.isOptional ? nothing : null)}
      choose={(id) => change({ [field.name]: id === nothing ? '' : id })}
      fault={faults.get(field.name)}
    />
  );
};

/** A reason is asked for only where stages are passed over, and says which. */
const Skip = ({ label, props }: { readonly label: string; readonly props: Props }) => {
  const { acting } = useWords();
  const { stage } = useShown();
  const { known, values, change, faults } = props;
  const skipped = skippedOnTheWay(known, values.stage ?? '');
  return (
    <TextInput
      label={label}
      hint={acting.skipped(skipped.map(stage))}
      lines={2}
      value={values.skip ?? ''}
      onChange={(skip) => change({ skip })}
      fault={faults.get('skip')}
    />
  );
};

const One = ({ field, props }: { readonly field: Field; readonly props: Props }) => {
  const { acting } = useWords();
  const { today } = useShownDay();
  const { entityIds, entity } = useNames();
  const { values, change, faults, action } = props;
  const label = useLabel(action)(field);
  const name: FieldName = field.name;
  const value = values[name] ?? '';
  const fault = faults.get(name);
  const put = (text: string) => change({ [name]: text });
  if (name === 'skip') return <Skip label={acting.field.skip} props={props} />;
  switch (field.kind) {
    case 'choice':
      return <Listed field={field} label={label} props={props} />;
    case 'party':
      return <PartyChoice label={label} value={value || null} choose={put} />;
    case 'entity':
      return (
        <Choice
          label={label}
          options={entityIds.map((id) => ({ id, name: entity(id) }))}
          value={value || null}
          choose={put}
          fault={fault}
        />
      );
    case 'day':
    case 'past-day':
      return (
        <DayInput
          label={label}
          value={value}
          choose={put}
          fault={fault}
          {...(field.kind === 'past-day' ? { until: today } : {})}
        />
      );
    default:
      return (
        <TextInput
          label={label}
          value={value}
          onChange={put}
          fault={fault}
          {...(field.kind === 'lines' ? { lines: 2 } : {})}
        />
      );
  }
};

/** The fields of an action, each with what the server found wrong with it. */
export const ActionFields = (props: Props) => (
  <>
    {props.fields
      .filter((field) => isAskedFor(field, props.values, props.known))
      .map((field) => (
        <One key={field.name} field={field} props={props} />
      ))}
  </>
);
