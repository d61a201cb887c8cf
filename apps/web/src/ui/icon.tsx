/** Outlines on a 16-pixel square. Those that point somewhere turn with the direction of the page. */
const outlines = {
  list: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  swap: 'M3 5.5h9M9.5 3 12 5.5 9.5 8M13 10.5H4M6.5 8 4 10.5 6.5 13',
  check: 'M3 8.5 6.5 12 13 4.5',
  block: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM3.8 3.8l8.4 8.4',
  flag: 'M4 14V2.5h8L10 5.5l2 3H4',
  table: 'M2.5 3h11v10h-11zM2.5 6.5h11M6.5 6.5V13',
  graph: 'M4.5 8 11 4.5M4.5 8l6.5 3.5M3 8h.1M12 4h.1M12 12h.1',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2v-5h11v5h-2M4.5 9.5h7v4h-7z',
  bookmark: 'M4.5 2.5h7v11L8 10.8l-3.5 2.7z',
  search: 'M7 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM10 10l3.5 3.5',
  moon: 'M12.8 9.8A5.3 5.3 0 0 1 6.2 3.2 5.3 5.3 0 1 0 12.8 9.8Z',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M12.6 3.4l-1.1 1.1M4.5 11.5l-1.1 1.1',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 4.8V8l2.2 1.6',
  warning: 'M8 2.2 14.3 13.3H1.7zM8 6.5v3M8 11.4v.2',
  note: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 7.2v4M8 4.8V5',
  next: 'M6 3.5 10.5 8 6 12.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  close: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  undo: 'M3.5 6.5h6a3.5 3.5 0 0 1 0 7H6M6 3.5l-3 3 3 3',
  upload: 'M8 10.5V3M5 5.5 8 2.5l3 3M3 10.5v3h10v-3',
  people:
    'M6 7.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM1.8 13.2c.3-2.6 2-4 4.2-4s3.9 1.4 4.2 4M10.5 7.300a2 2 0 1 0-.4-3.900M11.6 9.300c1.5.4 2.4 1.7 2.6 3.7',
  gear: 'M8 5.800a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.400ZM8 1.800v2M8 12.200v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.400M12.4 3.6 11 5M5 11l-1.4 1.4',
  keyboard: 'M1.5 4h13v8h-13zM4 6.800h.1M6.7 6.800h.1M9.4 6.800h.1M12 6.800h.1M5 9.500h6',
} as const;
const pointing: ReadonlySet<string> = new Set(['next', 'undo', 'swap', 'list']);

export type IconName = keyof typeof outlines;

/** Never alone: a word stands beside it or in the label of what holds it. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className={pointing.has(name) ? 'icon icon-turning' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
    <path d={outlines[name]} />
  </svg>
);
