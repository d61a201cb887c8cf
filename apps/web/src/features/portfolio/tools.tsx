import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useEntityChoices } from '../../app/names.js';
import { useReader, useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { FilterChoice } from '../../ui/filter-choice.js';
import { Icon } from '../../ui/icon.js';
import { Segment } from '../../ui/segment.js';
import { askedWith, kinds, narrowings, usualSort, type Asked, type AskedWord } from './asked.js';
import { FindBox } from './find-box.js';
import { SavedViews } from './saved-views.js';
import './tools.css';

const namesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, name]) => ({ value, name }));

const Density = () => {
  const { portfolio } = useWords();
  const { preferences, prefer } = useReader();
  return (
    <Segment
      label={portfolio.density}
      value={preferences.density}
      options={[
        { value: 'relaxed', name: portfolio.relaxed },
        { value: 'compact', name: portfolio.compact },
      ]}
      onChange={(density) => prefer({ density })}
    />
  );
};

interface Folded {
  readonly asked: Asked;
  ask(word: AskedWord, value: string): void;
}
const folded = ['only', 'status', 'colour', 'owner', 'late', 'sort'] as const satisfies readonly AskedWord[];

/** What is asked less often than words and kind. */
const Choices = ({ asked, ask }: Folded) => {
  const { portfolio, vocabulary } = useWords();
  const register = useEntityChoices();
  const choose = (word: AskedWord, label: string, options: readonly { value: string; name: string }[]) => (
    <FilterChoice
      label={label}
      value={asked[word] ?? ''}
      options={[{ value: '', name: portfolio.all }, ...options]}
      onChange={(value) => ask(word, value)}
    />
  );
  return (
    <div className="portfolio-choices">
      {choose('only', portfolio.show, [...narrowings.map((value) => ({ value, name: portfolio.only[value] }))])}
      {choose('status', portfolio.status, namesOf(vocabulary.initiativeStatus).slice(1))}
      {choose('colour', portfolio.colour, namesOf(vocabulary.colour))}
      {choose('owner', portfolio.owner, register)}
      {choose('late', portfolio.lateness, [{ value: 'true', name: portfolio.late }])}
      <FilterChoice
        label={portfolio.sort}
        value={asked.sort ?? usualSort}
        options={namesOf(portfolio.sorts)}
        onChange={(value) => ask('sort', value === usualSort ? '' : value)}
      />
    </div>
  );
};

/** What is shown of the portfolio, and in which order: all of it is in the address. */
export const Tools = ({ asked, isCards }: { readonly asked: Asked; readonly isCards: boolean }) => {
  const { portfolio, vocabulary } = useWords();
  const [, setSearch] = useSearchParams();
  const ask = useCallback(
    // What is chosen is a step that can be gone back from; what is typed is not one for each letter.
    (word: AskedWord, value: string, isTyped = false) =>
      setSearch((search) => askedWith(search, { [word]: value || undefined } as Asked), { replace: isTyped }),
    [setSearch],
  );
  const find = useCallback((text: string) => ask('q', text, true), [ask]);
  const set = folded.filter((word) => asked[word] !== undefined).length;
  const [isUnfolded = set > 0, unfold] = useState<boolean>();
  const everyKind = { value: '', name: portfolio.all };
  return (
    <div className="portfolio-tools" role="search" aria-label={portfolio.filters}>
      <SavedViews />
      <FindBox value={asked.q ?? ''} onChange={find} />
      <Segment
        label={portfolio.kind}
        value={asked.kind ?? ''}
        options={[everyKind, ...kinds.map((value) => ({ value: value as string, name: vocabulary.kinds[value] }))]}
        onChange={(value) => ask('kind', value)}
      />
      <Button size="small" aria-expanded={isUnfolded} onPress={() => unfold(!isUnfolded)}>
        {set > 0 ? portfolio.filtersSet(set) : portfolio.filters}
        <Icon name="down" />
      </Button>
      {/* Cards have one density. */}
      {!isCards && <Density />}
      {isUnfolded && <Choices asked={asked} ask={ask} />}
    </div>
  );
};
