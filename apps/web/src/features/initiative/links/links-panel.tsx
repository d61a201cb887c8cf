import { useState } from 'react';
import { useWords } from '../../../app/reader.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { useShown } from '../shown.js';
import { LinkMapDrawn } from './link-map.js';
import './links.css';
import { standingOf } from './map.js';
import { useEndWords } from './node.js';
import { useLinks, type Links } from './use-links.js';

const LinkTable = ({ of }: { readonly of: Links }) => {
  const { links: words } = useWords();
  const { title, whose, when } = useEndWords(of.initiatives);
  return (
    <div className="links-table" role="group" aria-label={words.title} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.leaning}</th>
            <th scope="col">{words.ofInitiative}</th>
            <th scope="col">{words.leantOn}</th>
            <th scope="col">{words.ofWhom}</th>
            <th scope="col">{words.how}</th>
            <th scope="col">{words.stands}</th>
          </tr>
        </thead>
        <tbody>
          {of.links.map(({ from, to, sorts }) => (
            <tr key={`${from.reference} ${to.reference}`}>
              <th scope="row">
                <bdi>{title(to)}</bdi>
              </th>
              <td>
                <bdi>{whose(to)}</bdi>
              </td>
              <td>
                <bdi>{title(from)}</bdi>
              </td>
              <td>
                <bdi>{whose(from)}</bdi>
              </td>
              <td>{sorts.map((sort) => words.sort[sort]).join(' · ')}</td>
              <td>{when(from)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Legend = () => {
  const { links: words } = useWords();
  const sample = (name: string) => (
    <svg width={28} height={10} viewBox="0 0 28 10" aria-hidden="true">
      <path className={`links-edge ${name}`} d="M1 5h26" />
    </svg>
  );
  return (
    <p className="links-legend quiet">
      <span>
        {sample('links-open')} {words.openLine}
      </span>
      <span>
        {sample('links-settled')} {words.settledLine}
      </span>
    </p>
  );
};

/** One graph over laws, projects, policies and partners, as far as it touches this initiative; the same as a table one press away. */
export const LinksPanel = () => {
  const { links: words } = useWords();
  const { at, stream, isPast } = useShown();
  const links = useLinks(at);
  const [isTable, setTable] = useState(false);
  if (isPast || !links || links.links.length === 0) return null;
  const { awaited, held } = standingOf(stream, links.links);
  return (
    <section className="panel links" id="links" aria-labelledby="links-title">
      <header>
        <h2 id="links-title">{words.title}</h2>
        <span className="quiet">{words.standing(awaited, held)}</span>
        <Button kind="quiet" size="small" onPress={() => setTable(!isTable)}>
          <Icon name={isTable ? 'graph' : 'table'} />
          {isTable ? words.asMap : words.asTable}
        </Button>
      </header>
      {isTable ? (
        <LinkTable of={links} />
      ) : (
        <>
          <Legend />
          <LinkMapDrawn of={links} />
        </>
      )}
      {links.isCut && <p className="links-legend quiet">{words.isCut}</p>}
    </section>
  );
};
