import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What belongs to the interface is never answered with the page: who asks there for nothing is told so as ever. */
const ofInterface = /^\/(api|health|metrics|assets)(\/|$|\?)/;

/** The one style that react-aria puts in by itself (it makes presses quick on touch), by its digest: no other may. */
const styleOfPresses = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** Everything comes from here and goes here: no script of another house, no frame, no form that leads elsewhere. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${styleOfPresses}`,
  "font-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
const assetSeconds = 31_536_000;

const wantsPage = ({ headers }: FastifyRequest): boolean => /text\/html|\*\/\*/.test(headers.accept ?? '*/*');

/**
 * Serves the page built into `folder`: its files under `/assets/`, which are named by what is in them and kept for a year, and
 * for every other address outside the interface the page itself, which then shows what the address names. Throws when the
 * folder holds no page.
 */
export const servePage = async (fastify: FastifyInstance, folder: string): Promise<void> => {
  const page = await readFile(join(folder, 'index.html'));
  const { default: files } = await import('@fastify/static');
  await fastify.register(files, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    index: false,
    // A folder is not refused as something forbidden: nothing is there.
    allowedPath: (path) => !path.endsWith('/'),
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply) => void reply.header('cache-control', `public, max-age=${assetSeconds}, immutable`),
  });
  const show = (request: FastifyRequest, reply: FastifyReply): void => {
    if (ofInterface.test(request.url) || !wantsPage(request)) return void reply.callNotFound();
    void reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .header('cache-control', 'no-cache')
      .send(page);
  };
  fastify.get('/', show);
  fastify.get('/*', show);
};
