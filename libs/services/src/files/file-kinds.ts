/** What may be evidence: kinds that are read and not run. `zipped`: packed, so that it is looked into before it is kept. */
export const fileKinds = {
  'application/pdf': { ending: 'pdf' },
  'image/png': { ending: 'png' },
  'image/jpeg': { ending: 'jpg' },
  'image/webp': { ending: 'webp' },
  'image/gif': { ending: 'gif' },
  'image/tiff': { ending: 'tif' },
  'text/plain': { ending: 'txt' },
  'text/csv': { ending: 'csv' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { ending: 'docx', zipped: true },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { ending: 'xlsx', zipped: true },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': { ending: 'pptx', zipped: true },
  'application/vnd.oasis.opendocument.text': { ending: 'odt', zipped: true },
  'application/vnd.oasis.opendocument.spreadsheet': { ending: 'ods', zipped: true },
  'application/vnd.oasis.opendocument.presentation': { ending: 'odp', zipped: true },
} as const satisfies Readonly<Record<string, { readonly ending: string; readonly zipped?: true }>>;

export type FileType = keyof typeof fileKinds;
export const fileTypes = Object.keys(fileKinds) as readonly FileType[];

export const isFileType = (type: string | undefined): type is FileType =>
  type !== undefined && Object.hasOwn(fileKinds, type);

/** The ending of a kept file's name; one of a kind that is not taken any more is bytes and nothing else. */
export const endingOf = (type: string): string => (isFileType(type) ? fileKinds[type].ending : 'bin');
