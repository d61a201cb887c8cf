import { Link } from 'react-router';
import { useNames } from '../../app/names.js';
import { useBilingual, useWords } from '../../app/reader.js';
import { useShownDay } from '../../app/shown-day.js';
import { Icon } from '../../ui/icon.js';
import { EvidenceList } from '../evidence/evidence-list.js';
import { undecidedOf } from './acts.js';
import { useDueChanges, useInitiative, type DueChange, type Listed, type Whole } from './asked.js';
import { Clock } from './clock.js';
import { CommitmentActs } from './commitment-acts.js';
import './commitment-card.css';
import { dueOf } from './due.js';
import { History } from './history.js';
import { dueWords } from './labels.js';
import { Ribbon } from './ribbon.js';
import { isOver } from './sides.js';
import type { Standing } from './standing.js';
import { stagesOf } from './stages.js';

const Due = ({ of, changes }: { readonly of: Listed; readonly changes: readonly DueChange[] }) => {
  const { commitments } = useWords();
  const { today } = useShownDay();
  const due = dueOf(of, today);
  const said = dueWords(commitments, due);
  const isLate = due.sort === 'late' || due.sort === 'reported-late';
  const isKept = due.sort === 'reported-early' || due.sort === 'reported-on-time';
  const first = changes.find(({ status }) => status === 'agreed')?.from;
  return (
    <div className="commitment-due">
      <small>{commitments.due}</small>
      {said !== undefined && (
        <b className={isLate ? 'commitment-late' : isKept ? 'commitment-kept' : undefined}>
          {isLate && <Icon name="warning" />}
          {isKept && <Icon name="check" />}
          {said}
        </b>
      )}
      <span>{commitments.dueOn(of.dueOn)}</span>
      {first !== undefined && first !== of.dueOn && <small>{commitments.firstDue(first)}</small>}
    </div>
  );
};

/** What it is for: to officials the initiative and the partner, to a partner the title that was made for it. */
const For = ({
  of,
  whole,
  standing,
}: {
  readonly of: Listed;
  readonly whole: Whole | undefined;
  readonly standing: Standing;
}) => {
  const { commitments } = useWords();
  const say = useBilingual();
  const names = useNames();
  const isOfficial = standing.side === 'government';
  const title = useInitiative(of.initiative, isOfficial)?.title;
  if (!isOfficial)
    return whole?.for.title === undefined ? null : (
      <p className="commitment-for">
        {commitments.feeds}: <bdi>{say(whole.for.title)}</bdi>
      </p>
    );
  return (
    <p className="commitment-for">
      <bdi>{names.party(`partner:${of.partner}`)}</bdi>
      {' · '}
      <Link to={`/initiatives/${of.initiative}`}>
        <bdi>{say(title) || of.initiative}</bdi>
      </Link>
      {of.with !== undefined && (
        <>
          {' · '}
          <bdi>{names.party(of.with)}</bdi>
        </>
      )}
    </p>
  );
};

const Notes = ({
  of,
  changes,
  standing,
}: {
  readonly of: Listed;
  readonly changes: readonly DueChange[];
  readonly standing: Standing;
}) => {
  const { commitments } = useWords();
  const last = of.steps.findLast(({ step }) => step === 'returned' || step === 'declined' || step === 'withdrawn');
  const proposal = isOver(of) ? undefined : undecidedOf(changes);
  const reported = of.status === 'reported' ? of.steps.at(-1)?.evidence : undefined;
  const isolated = (text: string | undefined) => `\u2068${text ?? ''}\u2069`;
  return (
    <>
      {last?.step === 'returned' && <p>{commitments.returnedFor(last.on, isolated(last.reason))}</p>}
      {last?.step === 'declined' && <p>{commitments.declinedFor(last.on, isolated(last.reason))}</p>}
      {last?.step === 'withdrawn' && <p>{commitments.withdrawnFor(last.on, isolated(last.reason))}</p>}
      {reported !== undefined && <EvidenceList items={reported} />}
      {of.fed?.outcome === 'refused' && standing.side === 'government' && <p>{commitments.fedRefused}</p>}
      {proposal && (
        <p className="commitment-proposal">
          {standing.side === 'partner' && proposal.proposedBy === 'partner'
            ? commitments.proposedByYou(proposal.to)
            : commitments.proposed[proposal.proposedBy](proposal.to, isolated(proposal.reason))}
        </p>
      )}
    </>
  );
};

interface Props {
  readonly of: Listed;
  readonly whole?: Whole | undefined;
  readonly standing: Standing;
}

/** One commitment: what, until when, on whose side its clock runs and ran, and what is to be done. */
export const CommitmentCard = ({ of, whole, standing }: Props) => {
  const { commitments } = useWords();
  const say = useBilingual();
  const { today } = useShownDay();
  const changes = useDueChanges(of.id);
  const titleId = `commitment-${of.id}`;
  return (
    <article className="commitment" aria-labelledby={titleId}>
      <div className="commitment-head">
        <div>
          <h3 id={titleId}>
            <bdi>{say(of.title)}</bdi>
          </h3>
          <For of={of} whole={whole} standing={standing} />
        </div>
        <Due of={of} changes={changes} />
      </div>
      <Clock of={of} reader={standing.side} today={today} />
      <Ribbon of={of} changes={changes} reader={standing.side} today={today} />
      <ol className="commitment-stages">
        {stagesOf(of.status).map(({ stage, place }) => (
          <li key={stage} className={`commitment-stage-${place}`} aria-current={place === 'at' ? 'step' : undefined}>
            {commitments.status[stage]}
          </li>
        ))}
      </ol>
      <div className="commitment-notes">
        <Notes of={of} changes={changes} standing={standing} />
      </div>
      <History of={of} />
      <CommitmentActs of={of} changes={changes} standing={standing} />
    </article>
  );
};
