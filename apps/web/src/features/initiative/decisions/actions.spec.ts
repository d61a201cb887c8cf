import { describe, expect, it } from '@jest/globals';
import { actionsOf, bodyFor, isAnswered, withAnother, type Typed } from './actions.js';

const typed = (part: Partial<Typed> = {}): Typed => ({ words: '', date: '', spans: [], ...part });
const commands = (...names: string[]) => ({ commands: names.map((name) => `/api/projects/P-1/x/${name}`) });

describe('answers to what waits', () => {
  it('say yes with one press and ask why for everything else', () => {
    expect(actionsOf(commands('approve', 'reject', 'return')).map(({ name, needs }) => `${name} ${needs}`)).toEqual([
      'approve nothing',
      'reject reason-optional',
      'return reason',
    ]);
  });
  it('leave to its own screen what takes evidence', () => {
    expect(actionsOf(commands('report'))).toEqual([]);
  });
  it('bring what the command asks for and nothing empty', () => {
    expect(bodyFor('nothing', typed({ words: 'x' }))).toEqual({});
    expect(bodyFor('reason-optional', typed({ words: '  ' }))).toEqual({});
    expect(bodyFor('outcome', typed({ words: ' done ' }))).toEqual({ outcome: 'done' });
    expect(bodyFor('answer', typed({ words: 'next week' }), 'q-1')).toEqual({ text: 'next week', about: 'q-1' });
    expect(bodyFor('forecast', typed({ date: '2027-01-01', words: 'w' }))).toEqual({ date: '2027-01-01', reason: 'w' });
  });
  it('are sent when complete', () => {
    const span = { from: '2026-10-15', to: '2026-10-20', party: 'entity:land' };
    expect(isAnswered('reason-optional', typed())).toBe(true);
    expect(isAnswered('reason', typed({ words: ' ' }))).toBe(false);
    expect(isAnswered('spans', typed({ words: 'r', spans: [span] }))).toBe(true);
    expect(isAnswered('spans', typed({ words: 'r', spans: [{ ...span, to: span.from }] }))).toBe(false);
    expect(isAnswered('spans', typed({ words: 'r', spans: [{ ...span, party: '' }] }))).toBe(false);
  });
  it('rule over several spans, no day given to two', () => {
    const first = { from: '2026-10-15', to: '2026-10-18', party: 'entity:land' };
    const both = withAnother([first]);
    expect(both).toEqual([first, { from: '2026-10-18', to: '2026-10-18', party: '' }]);
    const second = { from: '2026-10-18', to: '2026-10-20', party: 'cabinet' };
    expect(isAnswered('spans', typed({ words: 'r', spans: both }))).toBe(false);
    expect(isAnswered('spans', typed({ words: 'r', spans: [second, first] }))).toBe(true);
    expect(isAnswered('spans', typed({ words: 'r', spans: [first, { ...second, from: '2026-10-17' }] }))).toBe(false);
  });
});
