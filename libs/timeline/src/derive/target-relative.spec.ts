import { describe, expect, it } from '@jest/globals';
import type { StreamName } from '@masar/contracts';
import type { InitiativeFacts } from '../collect/facts.js';
import { corrected, entered, factsOf, milestone, planned, registered, registeredLaw } from '../testing/history.js';
import { milestoneOf, timeline } from '../testing/minutes.js';

const target = (...args: Parameters<typeof timeline>) => milestoneOf(timeline(...args), 'm2').currentTarget;
const related = (streams: Readonly<Record<string, InitiativeFacts>>) => ({
  related: (name: StreamName) => streams[name],
});

describe('a relative target', () => {
  it('after the start, in working days of the milestone party', () => {
    const rule = { after: 'start', days: 5, working: true };
    expect(target([registered(), planned('m2', rule)], '2026-02-10')).toEqual({ date: '2026-02-08' });
    expect(target([registered(), planned('m2', rule, { party: 'entity:emirates' })], '2026-02-10')).toEqual({
      date: '2026-02-06',
    });
  });
  it('in months keeps the day, clamped to the end of the month', () => {
    const minutes = [registered(), planned('m1', '2026-01-20'), planned('m2', { after: 'm1', months: 1 })];
    expect(target([...minutes, milestone('reached', 'm1', '2026-01-31')], '2026-02-10')).toEqual({
      date: '2026-02-28',
    });
  });
  it('is provisional from the forecast of its anchor, before its target', () => {
    const minutes = [registered(), planned('m1', '2026-03-01'), planned('m2', { after: 'm1', days: 10 })];
    const forecast = ['milestone.forecast', '2026-02-05', { milestone: 'm1', date: '2026-03-21' }] as const;
    expect(target(minutes, '2026-02-10')).toMatchObject({ unresolved: true, provisional: '2026-03-11' });
    expect(target([...minutes, forecast], '2026-02-10')).toMatchObject({ provisional: '2026-03-31' });
  });
  it('chains: a rule after a rule is provisional from the provisional date', () => {
    const minutes = [
      registered(),
      planned('m0', '2026-03-01'),
      planned('m1', { after: 'm0', days: 10 }),
      planned('m2', { after: 'm1', days: 10 }),
    ];
    expect(target(minutes, '2026-02-10')).toMatchObject({ unresolved: true, provisional: '2026-03-21' });
  });
  it('is unresolved again while its anchor is reopened, and inherited when that is reached anew', () => {
    const minutes = [
      registered(),
      planned('m1', '2026-03-01'),
      planned('m2', { after: 'm1', days: 10 }),
      milestone('reached', 'm1', '2026-03-01'),
      milestone('reopened', 'm1', '2026-03-05'),
      milestone('reached', 'm1', '2026-03-20'),
    ];
    expect(target(minutes, '2026-03-03')).toEqual({ date: '2026-03-11' });
    expect(target(minutes, '2026-03-10')).toMatchObject({ unresolved: true });
    expect(target(minutes, '2026-03-25')).toEqual({ date: '2026-03-30', inherited: true });
    expect(milestoneOf(timeline(minutes, '2026-03-25'), 'm2').slip).toEqual({ days: 0, workingDays: 0 });
  });
  it('is not inherited when it was promised after its anchor had changed', () => {
    const minutes = [
      registered(),
      planned('m1', '2026-03-01'),
      milestone('reached', 'm1', '2026-03-06'),
      corrected(3, 'on', '2026-03-06', '2026-03-04', '2026-03-08'),
      ['milestone.planned', '2026-03-10', planned('m2', { after: 'm1', days: 10 })[2] ?? {}] as const,
    ];
    expect(target(minutes, '2026-03-12')).toEqual({ date: '2026-03-14' });
  });
  it('hangs on a stage of another initiative: the day it was first entered', () => {
    const minutes = [registered(), planned('m2', { after: 'laws/L-7/stages/published', days: 30 })];
    const visits = [entered('gazette', '2026-02-20'), entered('published', '2026-03-02')];
    const law = factsOf([registeredLaw({ startedOn: '2026-01-01' }), ...visits], 'laws/L-7');
    expect(target(minutes, '2026-03-01', related({ 'laws/L-7': law }))).toMatchObject({ provisional: null });
    expect(target(minutes, '2026-03-10', related({ 'laws/L-7': law }))).toEqual({ date: '2026-04-01' });
    expect(timeline(minutes, '2026-03-10', related({ 'laws/L-7': law })).positions).toEqual({
      'projects/P-1': 2,
      'laws/L-7': 3,
    });
  });
  it('after a commitment stays unresolved', () => {
    const minutes = [registered(), planned('m2', { after: 'commitments/c-9', days: 30 })];
    expect(target(minutes, '2026-03-10')).toEqual({
      unresolved: true,
      after: 'commitments/c-9',
      days: 30,
      provisional: null,
    });
  });
  it('that leads back to itself through another initiative is shown as a fault', () => {
    const minutes = [registered(), planned('m2', { after: 'projects/P-2/milestones/x', days: 5 })];
    const other = [registered(), planned('x', { after: 'projects/P-1/milestones/m2', days: 5 })];
    const facts = factsOf(minutes);
    const around = related({ 'projects/P-2': factsOf(other, 'projects/P-2'), 'projects/P-1': facts });
    expect(target(minutes, '2026-03-10', around)).toMatchObject({ provisional: null, fault: 'milestone/cycle' });
    expect(timeline(minutes, '2026-03-10', around).faults).toEqual([
      {
        code: 'milestone/cycle',
        references: ['projects/P-1/milestones/m2', 'projects/P-2/milestones/x', 'projects/P-1/milestones/m2'],
      },
    ]);
  });
});
