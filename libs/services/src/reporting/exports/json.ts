import type { ExportFormat } from './format.js';

/** One JSON object: what was asked, then `items`, one a line. */
export const jsonFormat = <T>(asked: Readonly<Record<string, unknown>>): ExportFormat<T> => {
  let first = true;
  return {
    mediaType: 'application/json; charset=utf-8',
    head: () => `${JSON.stringify(asked).slice(0, -1)}${Object.keys(asked).length > 0 ? ',' : ''}"items":[`,
    rows: (items) =>
      items
        .map((item) => {
          const separator = first ? '\n' : ',\n';
          first = false;
          return separator + JSON.stringify(item);
        })
        .join(''),
    tail: () => '\n]}\n',
  };
};
