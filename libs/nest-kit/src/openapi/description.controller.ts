import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Header, Inject, Param, Res } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { refuse } from '@masar/contracts';
import { Public } from '../access/permission.js';
import { Answers, Refuses, Summary, type Schema } from './documented.js';

const version = '1';
const documentation = 'documentation, holds no data';

const assets: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Masar · مسار</title>
<link rel="icon" href="/api/docs/favicon-32x32.png"><link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="description"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>
`;
const start = `window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#description', deepLinking: true, validatorUrl: null });\n`;
const pagePolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** The process describes itself; built when first asked for, so that nothing of it costs start-up time or memory. */
@Controller('api')
export class DescriptionController {
  #openApi: Promise<Schema> | undefined;

  constructor(@Inject(ModuleRef) private readonly modules: ModuleRef) {}

  @Get('openapi.json')
  @Public(documentation)
  @Summary('وصف الواجهة (OpenAPI)', 'The interface as OpenAPI')
  @Answers({ type: 'object' })
  openApi(): Promise<Schema> {
    this.#openApi ??= this.#describe();
    return this.#openApi;
  }

  async #describe(): Promise<Schema> {
    const [{ openApiDocument }, { routesOf }] = await Promise.all([import('./document.js'), import('./routes.js')]);
    return openApiDocument(routesOf(this.modules as never), version);
  }

  @Get('asyncapi.json')
  @Public(documentation)
  @Summary('وصف الأحداث (AsyncAPI)', 'The events as AsyncAPI')
  @Answers({ type: 'object' })
  async asyncApi(): Promise<Schema> {
    return (await import('./asyncapi.js')).asyncApiDocument(version);
  }

  @Get('docs')
  @Public(documentation)
  @Summary('صفحة الوصف', 'The description as a page')
  @Answers(undefined, { media: 'text/html' })
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', pagePolicy)
  docs(): string {
    return page;
  }

  @Get('docs/:asset')
  @Public(documentation)
  @Summary('ملفات صفحة الوصف', 'Files of the description page')
  @Answers(undefined, { media: 'text/plain' })
  @Refuses('read/not-found')
  async asset(@Param('asset') asset: string, @Res() reply: FastifyReply): Promise<void> {
    if (asset === 'start.js') return void reply.header('content-type', assets['swagger-ui-bundle.js']).send(start);
    const media = Object.hasOwn(assets, asset) ? assets[asset] : undefined;
    if (media === undefined) refuse('read/not-found');
    const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
    void reply
      .header('content-type', media)
      .header('cache-control', 'public, max-age=86400')
      .send(await readFile(join(folder, asset)));
  }
}
