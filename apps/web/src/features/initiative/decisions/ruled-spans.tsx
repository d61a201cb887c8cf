import { useNames } from '../../../app/names.js';
import { useWords } from '../../../app/reader.js';
import { Button } from '../../../ui/button.js';
import { Choice, type Option } from '../../../ui/choice.js';
import { DayInput } from '../../../ui/day-input.js';
import { Icon } from '../../../ui/icon.js';
import { useShown } from '../shown.js';
import { withAnother, type Typed } from './actions.js';

type Span = Typed['spans'][number];

/** Parties the days may go to: those of the initiative and the bodies that have no account. */
const usePossibleParties = () => {
  const { party } = useNames();
  const { timeline } = useShown();
  const of = new Set([
    `entity:${timeline.owner}`,
    ...timeline.milestones.map((milestone) => milestone.party),
    ...(timeline.ledger?.byParty.map((sums) => sums.party) ?? []),
    ...timeline.commitments.map(({ partner }) => `partner:${partner}`),
    'cabinet',
  ]);
  of.delete('constitutional-procedure');
  return [...of].map((id) => ({ id, name: party(id) }));
};

const RuledSpan = ({
  span,
  parties,
  change,
  remove,
}: {
  readonly span: Span;
  readonly parties: readonly Option[];
  change(part: Partial<Span>): void;
  readonly remove: (() => void) | undefined;
}) => {
  const { decisions } = useWords();
  return (
    <div className="decisions-fields">
      <Choice
        label={decisions.ruleParty}
        options={parties}
        value={span.party || null}
        choose={(party) => change({ party })}
      />
      <DayInput label={decisions.ruleFrom} value={span.from} choose={(from) => change({ from })} />
      <DayInput label={decisions.ruleTo} value={span.to} choose={(to) => change({ to })} />
      {remove && (
        <Button kind="quiet" size="small" aria-label={decisions.ruleRemove} onPress={remove}>
          <Icon name="close" />
        </Button>
      )}
    </div>
  );
};

/** Whose the contested days are from now on: all of them, or in parts, each its own party's. */
export const RuledSpans = ({ spans, put }: { readonly spans: readonly Span[]; put(spans: readonly Span[]): void }) => {
  const { decisions } = useWords();
  const parties = usePossibleParties();
  return (
    <>
      {spans.map((span, at) => (
        <RuledSpan
          key={at}
          span={span}
          parties={parties}
          change={(part) => put(spans.map((known, n) => (n === at ? { ...known, ...part } : known)))}
          remove={spans.length > 1 ? () => put(spans.filter((_, n) => n !== at)) : undefined}
        />
      ))}
      <p>
        <Button size="small" onPress={() => put(withAnother(spans))}>
          <Icon name="plus" />
          {decisions.ruleAdd}
        </Button>
      </p>
    </>
  );
};
