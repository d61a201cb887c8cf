import { useState } from 'react';
import { useWords } from '../../../app/reader.js';
import { useShown } from '../shown.js';
import { mapOf, type Edge, type End } from './map.js';
import { LinkNode } from './node.js';
import type { Links } from './use-links.js';

const rowSize = 56;
const gutterSize = 72;
const middle = (row: number): number => row * rowSize + rowSize / 2;

/** Lines from the rows of one column to those of the next; the reading direction turns them with the page. */
const Gutter = ({
  edges,
  rows,
  isLit,
}: {
  readonly edges: readonly Edge[];
  readonly rows: number;
  isLit(edge: Edge): boolean;
}) => (
  <svg
    className="links-gutter"
    width={gutterSize}
    height={rows * rowSize}
    viewBox={`0 0 ${gutterSize} ${rows * rowSize}`}
    aria-hidden="true"
  >
    {edges.map((edge) => (
      <path
        key={`${edge.from} ${edge.to}`}
        className={['links-edge', edge.isSettled ? 'links-settled' : 'links-open', isLit(edge) ? 'links-lit' : ''].join(
          ' ',
        )}
        d={`M0 ${middle(edge.from)}C${gutterSize / 2} ${middle(edge.from)} ${gutterSize / 2} ${middle(edge.to)} ${gutterSize - 7} ${middle(edge.to)}l-5 -3.5v7l5 -3.5`}
      />
    ))}
  </svg>
);

/** Three columns in the reading direction: what is leant on, the own milestones, what leans on them. */
export const LinkMapDrawn = ({ of }: { readonly of: Links }) => {
  const { links: words } = useWords();
  const { stream } = useShown();
  const [lit, light] = useState<string>();
  const { before, own, after, into, outOf, inner } = mapOf(stream, of.links);
  const rows = Math.max(before.length, own.length, after.length);
  const isLitEdge = (from: readonly End[], to: readonly End[]) => (edge: Edge) =>
    lit !== undefined && (from[edge.from]?.reference === lit || to[edge.to]?.reference === lit);
  const column = (title: string, ends: readonly End[], isOwn = false) => (
    <section className="links-column">
      <h3>{title}</h3>
      {ends.length === 0 && <p className="quiet">{words.none}</p>}
      <ul>
        {ends.map((end) => (
          <LinkNode
            key={end.reference}
            end={end}
            initiatives={of.initiatives}
            isOwn={isOwn}
            isLit={lit === end.reference}
            light={light}
            {...(inner.has(end.reference) && isOwn ? { inner: inner.get(end.reference)! } : {})}
          />
        ))}
      </ul>
    </section>
  );
  return (
    <div className="links-map">
      {column(words.before, before)}
      <Gutter edges={into} rows={rows} isLit={isLitEdge(before, own)} />
      {column(words.own, own, true)}
      <Gutter edges={outOf} rows={rows} isLit={isLitEdge(own, after)} />
      {column(words.after, after)}
    </div>
  );
};
