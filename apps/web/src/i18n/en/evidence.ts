import type { Words } from '../catalogue.js';
import type { Formats } from '../formats.js';
import type { evidence as source } from '../ar/evidence.js';

export const evidence = ({ share, number }: Formats): Words<ReturnType<typeof source>> => ({
  label: 'Evidence',
  addFile: 'Upload a file',
  addLink: 'Add a link',
  dropHere: 'A file or a link, or drop the file here',
  title: 'What it is',
  address: 'Link',
  addressHint: 'begins with https://',
  addressWrong: 'The link does not begin with https://',
  titleNeeded: 'It needs a title to be known by',
  remove: (title) => `Remove ${title}`,
  uploading: (part) => `Uploading ${share(part)}`,
  uploaded: (kilobytes) => `Uploaded, ${number(kilobytes, { maximumFractionDigits: 0 })} kB`,
  notUploaded: 'The file was not uploaded',
  away: 'The connection was lost before the file was there',
  stillUploading: 'A file is still being uploaded',
  chooseAgain: 'the page was closed before it was there; it has to be chosen again',
  again: 'Upload again',
  none: 'No evidence',
});
