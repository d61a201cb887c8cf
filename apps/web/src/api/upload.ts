import { isProblem, Refused, Unreachable } from './problem.js';
import { renewSession } from './session-renewal.js';

/** A file the server has kept: `sha256` is what an item of evidence names. */
export interface Uploaded {
  readonly sha256: string;
  readonly size: number;
  readonly name: string;
}

const read = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const post = (file: File, progress: (part: number) => void, signal: AbortSignal): Promise<XMLHttpRequest> =>
  new Promise((resolve, reject) => {
    // Only this old way of asking tells how much of a body has gone out.
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    request.setRequestHeader('accept-language', document.documentElement.lang || 'ar');
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(request);
    request.onerror = () => reject(new Unreachable('upload'));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });

/** Uploads a file to be named as evidence; once more where the session had ended meanwhile. */
export const uploadFile = async (
  file: File,
  progress: (part: number) => void,
  signal: AbortSignal,
): Promise<Uploaded> => {
  const since = Date.now();
  let answer = await post(file, progress, signal);
  if (answer.status === 401 && (await renewSession(since))) answer = await post(file, progress, signal);
  const body = read(answer.responseText);
  if (answer.status === 201) return body as Uploaded;
  throw isProblem(body) ? new Refused(body) : new Unreachable(answer.status);
};
