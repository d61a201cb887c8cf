import { crc32, deflateRawSync } from 'node:zlib';

export const pdf = (text = 'minutes'): Buffer => Buffer.from(`%PDF-1.7\n1 0 obj\n(${text})\nendobj\n%%EOF\n`);

export const png = (): Buffer =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

export interface PackedEntry {
  readonly name: string;
  readonly text: string | Buffer;
  /** What the list says it unpacks to; by default the truth. */
  readonly says?: number;
  readonly encrypted?: boolean;
}

/** A package of entries, written by hand so that it can lie. */
export const packed = (entries: readonly PackedEntry[]): Buffer => {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, text, says, encrypted = false } of entries) {
    const bytes = Buffer.from(text);
    const small = deflateRawSync(bytes);
    const title = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(encrypted ? 1 : 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(small.length, 14);
    fields.writeUInt32LE(says ?? bytes.length, 18);
    fields.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, title, small]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    list.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, place, title]));
    parts.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, directory, Buffer.from('PK\x05\x06'), end]);
};

const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** A document of an office program, with more entries if asked. */
export const docx = (...more: readonly PackedEntry[]): Buffer =>
  packed([{ name: '[Content_Types].xml', text: types }, { name: 'word/document.xml', text: '<w:document/>' }, ...more]);
