import { describe, expect, it } from '@jest/globals';
import { faultOf, itemsOf, titleOf, type Draft } from './draft.js';

const link = (url: string, title = 'Minutes'): Draft => ({ key: '1', sort: 'link', title, url });
const file: Draft = { key: '2', sort: 'file', title: ' محضر ', size: 9 };

describe('evidence while it is written', () => {
  it('a link is secure and has a title', () => {
    expect(faultOf(link('https://example.org/a'))).toBeUndefined();
    expect(faultOf(link('http://example.org/a'))).toBe('link-not-secure');
    expect(faultOf(link('https://'))).toBe('link-not-secure');
    expect(faultOf(link('https://example.org/a', '  '))).toBe('title-missing');
  });

  it('a file is sent once the server has it', () => {
    expect(faultOf(file)).toBe('still-uploading');
    expect(faultOf({ ...file, refused: 'kind' })).toBe('not-uploaded');
    expect(faultOf({ ...file, sha256: 'a'.repeat(64) })).toBeUndefined();
  });

  it('goes out as the interface takes it', () => {
    expect(itemsOf([link(' https://example.org/a '), { ...file, sha256: 'ab' }])).toEqual([
      { title: 'Minutes', url: 'https://example.org/a' },
      { title: 'محضر', file: 'ab' },
    ]);
  });

  it('a file is first called by its name without its ending', () => {
    expect(titleOf('محضر-الربط.pdf')).toBe('محضر-الربط');
    expect(titleOf('v1.2 notes')).toBe('v1.2 notes');
    expect(titleOf('yard.links.docx')).toBe('yard.links');
  });
});
