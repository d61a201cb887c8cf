import { parseDate } from '@internationalized/date';
import { useEffect, useState } from 'react';
import { DateField, DateInput, DateSegment, I18nProvider } from 'react-aria-components';
import './day-between.css';
import { useDayLocale } from './day-locale.js';

interface Props {
  readonly label: string;
  /** What is said instead while the day that is typed lies outside. */
  readonly labelOutside: string;
  /** `YYYY-MM-DD`, each of the three; both ends are within. */
  readonly first: string;
  readonly last: string;
  readonly day: string;
  readonly autoFocus?: boolean;
  choose(day: string): void;
}

/** A day that can only lie between two others: what is typed is told once it does. Typing by parts weighs 70 kB: fetched where a screen can wait for it. */
const DayBetween = ({ label, labelOutside, first, last, day, autoFocus = false, choose }: Props) => {
  const locale = useDayLocale();
  const [typed, setTyped] = useState(parseDate(day));
  useEffect(() => setTyped(parseDate(day)), [day]);
  const isOutside = (date: string) => date < first || date > last;
  return (
    <I18nProvider locale={locale}>
      <DateField
        className="day-between"
        autoFocus={autoFocus}
        value={typed}
        isInvalid={isOutside(typed.toString())}
        aria-label={isOutside(typed.toString()) ? labelOutside : label}
        onChange={(date) => {
          if (!date) return;
          setTyped(date);
          if (!isOutside(date.toString())) choose(date.toString());
        }}
      >
        <DateInput className="day-between-input">
          {(segment) => <DateSegment segment={segment} className="day-between-segment" />}
        </DateInput>
      </DateField>
    </I18nProvider>
  );
};
export default DayBetween;
