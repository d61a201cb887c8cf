import { Link, Navigate, useParams } from 'react-router';
import { useBilingual, useWords } from '../../app/reader.js';
import { useScreenTitle } from '../../app/screen-title.js';
import { Skeleton } from '../../ui/skeleton.js';
import { DescribeForm } from './describe-form.js';
import './editing.css';
import { isKind, type Kind } from './initiative-draft.js';
import { MembersSection } from './members-section.js';
import { MilestonesSection } from './milestones-section.js';
import { PublishSection } from './publish-section.js';
import { useInitiative } from './use-initiative.js';

const EditOf = ({ kind, id }: { readonly kind: Kind; readonly id: string }) => {
  const { editing, vocabulary } = useWords();
  const say = useBilingual();
  const initiative = useInitiative(kind, id);
  useScreenTitle(initiative && editing.editTitle(say(initiative.title)));
  if (!initiative) return <Skeleton rows={8} />;
  return (
    <div className="screen editing">
      <p className="quiet">
        <Link to={`/initiatives/${kind}/${id}`}>{editing.back}</Link> · {vocabulary.kind[kind]} ·{' '}
        {vocabulary.initiativeStatus[initiative.status]}
      </p>
      <h1>
        <bdi>{editing.editTitle(say(initiative.title))}</bdi>
      </h1>
      <p className="quiet">{editing.readOnly}</p>
      <PublishSection initiative={initiative} />
      <MilestonesSection kind={kind} initiative={initiative} />
      <section className="panel" aria-labelledby="editing-describe">
        <header>
          <h2 id="editing-describe">{editing.describe}</h2>
        </header>
        <DescribeForm kind={kind} initiative={initiative} />
      </section>
      <MembersSection kind={kind} initiative={initiative} />
    </div>
  );
};

/** Setting an initiative up: what it is, its milestones, its promises, who works on it. */
const Edit = () => {
  const { kind = '', id = '' } = useParams();
  return isKind(kind) ? <EditOf key={`${kind}/${id}`} kind={kind} id={id} /> : <Navigate to="/portfolio" replace />;
};
export default Edit;
