import { parseDate } from '@internationalized/date';
import { DateField, DateInput, DateSegment, FieldError, I18nProvider, Label, Text } from 'react-aria-components';
import { useFormats } from '../app/reader.js';
import './day-input.css';
import { useDayLocale } from './day-locale.js';
import { Icon } from './icon.js';
import './text-input.css';

interface Props {
  readonly label: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly choose: (date: string) => void;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  /** The latest day that can be said. */
  readonly until?: string;
  readonly autoFocus?: boolean;
}

const shown = /^\d{4}-\d{2}-\d{2}$/;
const dated = (date: string) => (shown.test(date) ? parseDate(date) : null);

/** A day of the Gregorian calendar, typed part by part; the same day by Umm al-Qura stands beneath it. */
export const DayInput = ({ label, value, choose, hint, fault, until, autoFocus = false }: Props) => {
  const { hijri } = useFormats();
  const locale = useDayLocale();
  return (
    <I18nProvider locale={locale}>
      <DateField
        className="day-input"
        value={dated(value)}
        onChange={(date) => choose(date?.toString() ?? '')}
        isInvalid={fault !== undefined}
        granularity="day"
        autoFocus={autoFocus}
        maxValue={until === undefined ? null : dated(until)}
        validationBehavior="aria"
      >
        <Label className="field-label">{label}</Label>
        <DateInput className="input day-input-parts">{(segment) => <DateSegment segment={segment} />}</DateInput>
        <Text slot="description" className="hint">
          {shown.test(value) ? hijri(value) : hint}
        </Text>
        <FieldError className="field-fault">
          <Icon name="warning" />
          {fault}
        </FieldError>
      </DateField>
    </I18nProvider>
  );
};
