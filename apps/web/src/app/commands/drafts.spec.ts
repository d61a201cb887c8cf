import { describe, expect, it } from '@jest/globals';
import { draftOf, keepDraft } from './drafts.js';

const aStore = () => {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
};

describe('drafts', () => {
  it('are kept by person and form until they are thrown away', () => {
    const store = aStore();
    keepDraft(store, 'dina', 'register', { title: 'نفق' });
    expect(draftOf(store, 'dina', 'register')).toEqual({ title: 'نفق' });
    expect(draftOf(store, 'omar', 'register')).toBeUndefined();
    keepDraft(store, 'dina', 'register', undefined);
    expect(draftOf(store, 'dina', 'register')).toBeUndefined();
  });

  it('let the oldest go when there are too many', () => {
    const store = aStore();
    for (let form = 0; form < 60; form++) keepDraft(store, 'dina', `form-${form}`, form);
    expect(draftOf(store, 'dina', 'form-0')).toBeUndefined();
    expect(draftOf(store, 'dina', 'form-59')).toBe(59);
  });

  it('are empty where the store was tampered with', () => {
    const store = aStore();
    store.setItem('masar.drafts.dina', '{"a":');
    expect(draftOf(store, 'dina', 'a')).toBeUndefined();
  });
});
