import { describe, expect, it } from '@jest/globals';
import { lineSpan, within } from './line-span.js';
import type { Row } from './rows.js';

const row = (startedOn: string, currentTarget: string) =>
  ({
    startedOn,
    endedOn: null,
    line: {
      promise: { originalTarget: currentTarget, currentTarget, forecast: { team: null, reason: '' } },
      holder: null,
    },
  }) as unknown as Row;

describe('the axis of the portfolio', () => {
  it('shows from the first start to the last promise, by whole months', () => {
    expect(lineSpan([row('2026-02-10', '2027-04-20'), row('2026-05-01', '2026-12-01')], '2026-11-22')).toEqual({
      from: '2026-02-01',
      to: '2027-05-01',
    });
  });
  it('shows some time around the day where little is known', () => {
    expect(lineSpan([], '2026-11-22')).toEqual({ from: '2026-08-01', to: '2027-03-01' });
  });
  it('leaves out what is far off, which is drawn at the edge', () => {
    const span = lineSpan([row('2019-01-01', '2031-01-01')], '2026-11-22');
    expect(span).toEqual({ from: '2025-05-01', to: '2028-01-01' });
    expect([within(span, '2019-01-01'), within(span, '2031-01-01'), within(span, '2026-01-01')]).toEqual([
      span.from,
      span.to,
      '2026-01-01',
    ]);
  });
});
