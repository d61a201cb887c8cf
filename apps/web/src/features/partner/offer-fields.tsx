import { useBilingual, useWords } from '../../app/reader.js';
import { Choice, type Option } from '../../ui/choice.js';
import { DayInput } from '../../ui/day-input.js';
import { TextInput } from '../../ui/text-input.js';
import { useOpenMilestones } from './asked.js';
import type { Offer } from './offer.js';

interface Props {
  readonly offer: Offer;
  readonly change: (part: Partial<Offer>) => void;
  readonly missing: ReadonlySet<string>;
  /** None: it is known which. */
  readonly initiatives: readonly Option[] | undefined;
  readonly partners: readonly Option[] | undefined;
  /** Milestones are there for officials; to a partner an initiative has none. */
  readonly hasMilestones: boolean;
}
const none = '-';

const Milestone = ({ offer, change }: Pick<Props, 'offer' | 'change'>) => {
  const { commitments } = useWords();
  const say = useBilingual();
  const open = useOpenMilestones(offer.initiative === '' ? undefined : offer.initiative);
  return (
    <Choice
      label={commitments.milestone}
      options={[
        { id: none, name: commitments.noMilestone },
        ...open.map(({ id, title }) => ({ id, name: say(title) || id })),
      ]}
      value={offer.milestone === '' ? none : offer.milestone}
      choose={(milestone) => change({ milestone: milestone === none ? '' : milestone })}
    />
  );
};

/** What an offer says: for what, by whom, what, and until when. */
export const OfferFields = ({ offer, change, missing, initiatives, partners, hasMilestones }: Props) => {
  const { commitments } = useWords();
  const required = (field: string) => (missing.has(field) ? commitments.required : undefined);
  return (
    <>
      {initiatives !== undefined && (
        <Choice
          label={commitments.forInitiative}
          options={initiatives}
          value={offer.initiative === '' ? null : offer.initiative}
          choose={(initiative) => change({ initiative, milestone: '' })}
          fault={required('initiative')}
        />
      )}
      {partners !== undefined && (
        <Choice
          label={commitments.partner}
          options={partners}
          value={offer.partner === '' ? null : offer.partner}
          choose={(partner) => change({ partner })}
          placeholder={commitments.choosePartner}
          fault={required('partner')}
        />
      )}
      <Choice
        label={commitments.direction}
        options={[
          { id: 'partner-to-government', name: commitments.byPartner },
          { id: 'government-to-partner', name: commitments.byGovernment },
        ]}
        value={offer.direction}
        choose={(direction) => change({ direction: direction as Offer['direction'] })}
      />
      <TextInput
        label={commitments.titleArabic}
        value={offer.arabic}
        onChange={(arabic) => change({ arabic })}
        fault={missing.has('title') ? commitments.titleNeeded : undefined}
      />
      <TextInput label={commitments.titleEnglish} value={offer.english} onChange={(english) => change({ english })} />
      {hasMilestones && <Milestone offer={offer} change={change} />}
      <DayInput
        label={commitments.dueDate}
        value={offer.dueOn}
        choose={(dueOn) => change({ dueOn })}
        fault={required('dueOn')}
      />
    </>
  );
};
