/** A view kept under a name on this device: the search of its address. */
export interface SavedView {
  readonly name: string;
  readonly search: string;
}
const place = 'masar.portfolio-views';
const most = 50;

const isView = (value: unknown): value is SavedView =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as SavedView).name === 'string' &&
  typeof (value as SavedView).search === 'string';

/** What was kept, each looked at: a hand may have changed it. */
export const readViews = (store: Pick<Storage, 'getItem'>): readonly SavedView[] => {
  try {
    const kept: unknown = JSON.parse(store.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isView) : [];
  } catch {
    return [];
  }
};
export const keepViews = (store: Pick<Storage, 'setItem'>, views: readonly SavedView[]): void =>
  store.setItem(place, JSON.stringify(views));

/** A name is kept once: the later view under it replaces the earlier. */
export const withView = (views: readonly SavedView[], view: SavedView): readonly SavedView[] =>
  [...views.filter(({ name }) => name !== view.name), view].slice(-most);
export const withoutView = (views: readonly SavedView[], name: string): readonly SavedView[] =>
  views.filter((view) => view.name !== name);
