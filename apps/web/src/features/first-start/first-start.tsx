import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useWords } from '../../app/reader.js';
import { useSession } from '../../app/session.js';
import { useShownDay } from '../../app/shown-day.js';
import { Empty } from '../../ui/empty.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { ChooseFile } from '../import/choose-file.js';
import '../import/import.css';
import { handOver } from '../import/handed-file.js';
import './first-start.css';
import { beginningsOf } from './beginnings.js';
import { Ghosts } from './ghosts.js';

interface WayProps {
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  readonly children: ReactNode;
}
const Way = ({ icon, title, detail, children }: WayProps) => (
  <section className="panel first-start-way">
    <span className="first-start-mark">
      <Icon name={icon} />
    </span>
    <h2>{title}</h2>
    <p>{detail}</p>
    {children}
  </section>
);

/** Nothing is there yet: the ways to the first timeline, those this reader may go. */
const FirstStart = () => {
  const { firstStart, frame } = useWords();
  const { today } = useShownDay();
  const go = useNavigate();
  const may = beginningsOf(useSession());
  if (!may.import && !may.create) return <Empty title={firstStart.waitingTitle} detail={firstStart.waitingDetail} />;
  const chosen = (file: File) => {
    handOver(file);
    void go('/import');
  };
  return (
    <div className="screen first-start">
      <p className="quiet">{frame.today(today)}</p>
      <h1>{firstStart.title}</h1>
      <div className="first-start-ways">
        {may.import && (
          <Way icon="upload" title={firstStart.importTitle} detail={firstStart.importDetail}>
            <ChooseFile chosen={chosen} />
          </Way>
        )}
        {may.create && (
          <Way icon="plus" title={firstStart.createTitle} detail={firstStart.createDetail}>
            <Link className={may.import ? 'button' : 'button button-primary'} to="/initiatives/new">
              {firstStart.create}
            </Link>
          </Way>
        )}
        {may.invite && (
          <Way icon="people" title={firstStart.peopleTitle} detail={firstStart.peopleDetail}>
            <Link className="button" to="/administration/people">
              {firstStart.people}
            </Link>
          </Way>
        )}
        {may.invite && (
          <Way icon="list" title={firstStart.demonstrationTitle} detail={firstStart.demonstrationDetail}>
            <code className="first-start-command" dir="ltr">
              {firstStart.demonstrationCommand}
            </code>
          </Way>
        )}
      </div>
      <Ghosts />
      <p className="quiet first-start-looks">{firstStart.looks}</p>
    </div>
  );
};
export default FirstStart;
