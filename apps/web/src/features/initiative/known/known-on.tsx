import { useEffect, useState } from 'react';
import { Label, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useFormats, useWords } from '../../../app/reader.js';
import { useShownDay } from '../../../app/shown-day.js';
import { dayFromNumber, dayNumber } from '../../../chart/scale.js';
import { Button } from '../../../ui/button.js';
import DayBetween from '../../../ui/day-between.js';
import { Icon } from '../../../ui/icon.js';
import { useShown } from '../shown.js';
import { useKnownDay } from './known-day.js';
import './known-on.css';

interface Chosen {
  readonly first: string;
  readonly today: string;
  readonly day: string;
  choose(day: string): void;
}

/** Day by day between the start and today; what is shown is folded again when the thumb rests. */
const KnownSlider = ({ first, today, day, choose }: Chosen) => {
  const { initiative } = useWords();
  const formats = useFormats();
  const [moving, setMoving] = useState(dayNumber(day));
  useEffect(() => setMoving(dayNumber(day)), [day]);
  return (
    <>
      <Slider
        className="known-slider"
        aria-label={initiative.known.months}
        minValue={dayNumber(first)}
        maxValue={dayNumber(today)}
        value={moving}
        onChange={(value) => setMoving(value)}
        onChangeEnd={(value) => choose(dayFromNumber(value))}
      >
        <SliderTrack className="known-track">
          {({ state }) => (
            <>
              <span className="known-fill" style={{ inlineSize: `${state.getThumbPercent(0) * 100}%` }} />
              <SliderThumb className="known-thumb" aria-valuetext={formats.day(dayFromNumber(moving))} />
            </>
          )}
        </SliderTrack>
      </Slider>
      <output className="known-hijri quiet">{formats.hijri(dayFromNumber(moving))}</output>
    </>
  );
};

/** Which day's knowledge is shown. The past is gold. */
export const KnownOn = () => {
  const { initiative } = useWords();
  const { today } = useShownDay();
  const { events } = useShown();
  const [known, choose] = useKnownDay(today);
  // Nothing was known before the first event was.
  const first = events[0]?.knownAt.slice(0, 10) ?? today;
  if (first >= today) return null;
  const chosen: Chosen = { first, today, day: known !== undefined && known >= first ? known : today, choose };
  return (
    <div className="known" role="group" aria-label={initiative.known.title}>
      <Label className="known-label">{initiative.known.title}</Label>
      <KnownSlider {...chosen} />
      <DayBetween
        label={initiative.known.day}
        labelOutside={initiative.known.invalid}
        first={first}
        last={today}
        day={chosen.day}
        choose={choose}
      />
      {known !== undefined && (
        <Button kind="quiet" size="small" onPress={() => choose(today)}>
          <Icon name="undo" />
          {initiative.known.back}
        </Button>
      )}
    </div>
  );
};
