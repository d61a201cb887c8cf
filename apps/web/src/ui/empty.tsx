import type { ReactNode } from 'react';
import { Link } from 'react-router';
import './empty.css';

interface Props {
  readonly title: string;
  readonly detail?: ReactNode;
  /** The one next step: an address of the page, and what going there does. */
  readonly to?: string;
  readonly next?: string;
  readonly children?: ReactNode;
}

/** Nothing to show: what is missing, and the one next step. */
export const Empty = ({ title, detail, to, next, children }: Props) => (
  <section className="empty">
    <h1>{title}</h1>
    {detail !== undefined && <p>{detail}</p>}
    {to !== undefined && (
      <Link className="button button-primary" to={to}>
        {next}
      </Link>
    )}
    {children}
  </section>
);
