import { useState } from 'react';
import { api, bodyOf } from '../../api/client.js';
import { useFormCommand, type Keyed } from '../../app/form-command.js';
import { useNames } from '../../app/names.js';
import { useFormats, useWords } from '../../app/reader.js';
import { useShownDay } from '../../app/shown-day.js';
import { Choice } from '../../ui/choice.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useCalendars, useYear } from './calendar-asked.js';
import { CommandForm } from '../../ui/command-form.js';
import { holidaysOf } from './holidays.js';
import { Opener, Room, Sheet, useMayChange } from './room.js';
import { SetDay } from './set-day.js';

const ConfirmYear = ({
  id,
  year,
  close,
}: {
  readonly id: string;
  readonly year: string;
  readonly close: () => void;
}) => {
  const { calendar: words } = useWords().upkeep;
  const params = { path: { id, year } };
  const command = useFormCommand(
    (body: Record<string, never>, keyed: Keyed) =>
      bodyOf(api.POST('/api/calendars/{id}/years/{year}/confirm', { params, body, ...keyed })),
    { old: ['calendars', 'portfolio', 'timeline'], then: close },
  );
  return (
    <CommandForm
      lead={words.confirmHint}
      send={words.confirm}
      isPending={command.isPending}
      isReady
      fault={command.fault}
      run={() => command.run({})}
      close={close}
    />
  );
};

const Year = ({ id, year }: { readonly id: string; readonly year: string }) => {
  const { calendar: words } = useWords().upkeep;
  const { frame } = useWords();
  const { entity } = useNames();
  const mayChange = useMayChange();
  const found = useYear(id, year);
  if (!found) return <Skeleton rows={8} />;
  const scopeOf = (scope: { entity?: string; sector?: string; country?: string } | undefined) =>
    scope === undefined
      ? words.everybody
      : scope.entity
        ? words.entity(entity(scope.entity))
        : (scope.sector ?? scope.country);
  return (
    <>
      {found.confirmed ? (
        <Notice tone="accent">{found.confirmedAt ? words.confirmed(found.confirmedAt) : words.announced}</Notice>
      ) : (
        <div className="administration-line">
          <Notice tone="amber">{words.unconfirmed}</Notice>
          {mayChange && (
            <Opener name={words.confirm} title={`${words.confirm}: ${year}`}>
              {(close) => <ConfirmYear id={id} year={year} close={close} />}
            </Opener>
          )}
        </div>
      )}
      <Sheet label={words.holidays} head={[words.date, words.hijri, words.source, words.scope, frame.reason]}>
        {holidaysOf(found.year, found.computed, found.said).map(({ date, source, reason, scope }, index) => (
          <tr key={`${date} ${index}`}>
            <th scope="row">{words.long(date)}</th>
            <td>{words.hijriOf(date)}</td>
            <td>{words[source]}</td>
            <td>{scopeOf(scope)}</td>
            <td>
              <bdi>{reason}</bdi>
            </td>
          </tr>
        ))}
      </Sheet>
    </>
  );
};

/** Weekends and holidays by calendar and year. */
export const Calendars = () => {
  const { administration, upkeep } = useWords();
  const { calendar: words } = upkeep;
  const { number } = useFormats();
  const { today } = useShownDay();
  const { calendars, options } = useCalendars();
  const [id, choose] = useState('EG');
  const thisYear = Number(today.slice(0, 4));
  const [year, setYear] = useState(String(thisYear));
  const years = Array.from({ length: 12 }, (_, index) => String(thisYear + 2 - index));
  const one = calendars.find((calendar) => calendar.id === id);
  return (
    <Room
      title={administration.calendars}
      lead={words.lead}
      actions={
        <Opener name={words.set} title={words.setTitle} kind="primary">
          {(close) => <SetDay id={id} close={close} />}
        </Opener>
      }
    >
      <div className="administration-search">
        <Choice label={words.pick} options={options} value={id} choose={choose} />
        <Choice
          label={words.year}
          options={years.map((of) => ({ id: of, name: number(Number(of), { useGrouping: false }) }))}
          value={year}
          choose={setYear}
        />
      </div>
      {one && (
        <p>
          <span className="quiet">{words.weekend}: </span>
          {one.weekends.map(({ days, from }) => words.weekendFrom(words.weekdays(days), from)).join(' · ')}
        </p>
      )}
      <Year key={`${id} ${year}`} id={id} year={year} />
    </Room>
  );
};
