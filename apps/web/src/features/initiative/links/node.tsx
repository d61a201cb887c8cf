import { Link } from 'react-router';
import { useNames } from '../../../app/names.js';
import { useBilingual, useWords } from '../../../app/reader.js';
import { Actual, Current, Waiting } from '../../../chart/marks.js';
import { useShown } from '../shown.js';
import { streamIn, type End } from './map.js';
import type { Links } from './use-links.js';

/** It happened, it is promised, or it is a partner's: the marks of every chart. */
export const EndMark = ({ end }: { readonly end: End }) => (
  <svg className="links-mark" viewBox="0 0 14 14" aria-hidden="true">
    {end.settledOn !== null ? (
      <Actual x={7} y={7} />
    ) : end.partner === undefined ? (
      <Current x={7} y={7} />
    ) : (
      <Waiting from={1} to={13} y={7} thickness={10} sort="partner" />
    )}
  </svg>
);

/** How an end is called, whose it is, and when. */
export const useEndWords = (initiatives: Links['initiatives']) => {
  const { links: words } = useWords();
  const { party } = useNames();
  const say = useBilingual();
  return {
    title: (end: End): string => say(end.title) || end.reference,
    whose: (end: End): string => {
      if (end.partner !== undefined) return party(`partner:${end.partner}`);
      const of = initiatives.find(({ kind, id }) => `${kind}/${id}` === streamIn(end.reference));
      return of ? say(of.title) : words.unseen;
    },
    when: ({ reference, settledOn, dueOn }: End): string => {
      if (settledOn !== null) return words.settled(settledOn);
      if (reference === streamIn(reference)) return words.whole;
      return dueOn === null ? words.undated : words.due(dueOn);
    },
  };
};

/** Where an end is read: its initiative's page; nothing where it is not there for the reader. */
export const usePlace = (initiatives: Links['initiatives']) => {
  const { stream } = useShown();
  return (end: End): string | undefined => {
    const of = streamIn(end.reference);
    if (of === stream || (of === undefined && end.partner !== undefined))
      return end.partner === undefined ? '#timeline' : '#commitments-of';
    return initiatives.some(({ kind, id }) => `${kind}/${id}` === of) ? `/initiatives/${of}` : undefined;
  };
};

interface Props {
  readonly end: End;
  readonly initiatives: Links['initiatives'];
  /** What of the same initiative comes first. */
  readonly inner?: readonly End[];
  readonly isOwn?: boolean;
  readonly isLit: boolean;
  light(reference: string | undefined): void;
}

export const LinkNode = ({ end, initiatives, inner, isOwn = false, isLit, light }: Props) => {
  const { links: words } = useWords();
  const { title, whose, when } = useEndWords(initiatives);
  const place = usePlace(initiatives)(end);
  const named = (
    <>
      <EndMark end={end} />
      <bdi>{title(end)}</bdi>
    </>
  );
  const handlers = {
    onFocus: () => light(end.reference),
    onBlur: () => light(undefined),
    onMouseEnter: () => light(end.reference),
    onMouseLeave: () => light(undefined),
  };
  return (
    <li className={isLit ? 'links-node links-lit' : 'links-node'} {...handlers}>
      {place === undefined ? (
        <span className="links-name">{named}</span>
      ) : place.startsWith('#') ? (
        <a className="links-name" href={place}>
          {named}
        </a>
      ) : (
        <Link className="links-name" to={place}>
          {named}
        </Link>
      )}
      <small className="quiet">
        {when(end)}
        {!isOwn && (
          <>
            {' · '}
            <bdi>{whose(end)}</bdi>
          </>
        )}
        {inner && ` · ${words.inner(inner.map((one) => `\u2068${title(one)}\u2069`))}`}
      </small>
    </li>
  );
};
