import { describe, expect, it } from '@jest/globals';
import { keepViews, readViews, withoutView, withView } from './kept-views.js';

const store = (text: string | null) => ({ getItem: () => text });

describe('views kept on this device', () => {
  it('are kept under one name once', () => {
    const first = withView([], { name: 'Tuesday', search: 'kind=laws' });
    const second = withView(first, { name: 'Tuesday', search: 'only=missed' });
    expect(second).toEqual([{ name: 'Tuesday', search: 'only=missed' }]);
    expect(withoutView(second, 'Tuesday')).toEqual([]);
  });
  it('come back as they were kept', () => {
    let kept = '';
    keepViews({ setItem: (_place, text) => void (kept = text) }, [{ name: 'a', search: 'q=x' }]);
    expect(readViews(store(kept))).toEqual([{ name: 'a', search: 'q=x' }]);
  });
  it('are none where what was kept is not ours', () => {
    expect([store(null), store('{'), store('{"a":1}'), store('[1,{"name":2}]')].map(readViews)).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});
