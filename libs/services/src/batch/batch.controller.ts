import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { initiativeKinds } from '@masar/contracts';
import { BatchBody } from '@masar/contracts/bodies';
import {
  Answers,
  Can,
  InvalidFields,
  nameHeader,
  Refuses,
  sendInside,
  Summary,
  type MasarRequest,
} from '@masar/nest-kit';
import { Type } from 'typebox';
import { digestOf } from '../platform/command-identity.js';
import { addressOf, checkedKey, idempotencyKeyOf } from '../platform/command-request.js';
import { commandRefusals } from '../initiatives/command-refusals.js';
import { AtomicBatches } from './atomic-batches.js';
import { planBatch, urlOf } from './batch-plan.js';

const kinds: ReadonlySet<string> = new Set(initiativeKinds);

const optional = Type.Optional;
const words = optional(Type.String());
const fieldFault = Type.Object({ path: Type.String(), code: Type.String(), message: Type.String() });
/** What the command alone would have been answered with: the answer of a command, or a problem. */
const itemSchema = Type.Object({
  status: Type.Integer(),
  id: words,
  version: optional(Type.Integer()),
  position: words,
  type: words,
  title: words,
  detail: words,
  code: words,
  errors: optional(Type.Array(fieldFault)),
  details: optional(Type.Object({})),
});
const answerSchema = Type.Object({ items: Type.Array(itemSchema) });

/** An atomic batch is refused as a whole, for whatever any of its commands may be. */
const refusedTogether = [...new Set(['stream/not-found' as const, ...Object.values(commandRefusals).flat()])];

/** Headers a command of a batch takes over from the batch: who asks, in whose name, in which language. */
const inherited = ['authorization', 'cookie', 'origin', 'host', 'accept-language', nameHeader] as const;

const headersOf = (request: MasarRequest, key: string | undefined): Record<string, string> => {
  const taken = inherited.flatMap((name) =>
    request.headers[name] === undefined ? [] : [[name, String(request.headers[name])] as const],
  );
  return {
    ...Object.fromEntries(taken),
    'x-correlation-id': String(request.id),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
};

/** A command without a key of its own takes one from the batch's and its place there: the batch sent again is each command sent again. */
const placedKey = (batchKey: string | undefined, at: number): string | undefined =>
  batchKey === undefined ? undefined : digestOf('/api/batch', { key: batchKey, at });

@Controller('api/batch')
export class BatchController {
  constructor(
    @Inject(HttpAdapterHost) private readonly adapter: HttpAdapterHost,
    @Inject(AtomicBatches) private readonly atomic: AtomicBatches,
  ) {}

  /** Each command as if it had come alone; or, `atomic`, all of one initiative as one commit or none. */
  @Post()
  @HttpCode(200)
  @Can('initiative.batch')
  @Summary(
    'دفعة أوامر',
    'Up to 200 commands, answered in order. Under an Idempotency-Key commands without a key of their own take one from it and their place; If-Match only with `atomic`, which is refused as a whole where any of its commands would be',
  )
  @Answers(answerSchema, { status: 200 })
  @Refuses(...refusedTogether)
  async give(@Body() { commands, atomic }: BatchBody, @Req() request: MasarRequest) {
    const addressed = commands.map(({ path, body, key }, at) => ({
      url: urlOf(path),
      body: body ?? {},
      key: checkedKey(key, `commands.${at}.key`),
    }));
    const again = addressed.findIndex(
      ({ url }) =>
        addressOf(url) === '/api/batch' || url.startsWith('/api/session') || url.startsWith('/api/invitations'),
    );
    if (again >= 0)
      throw new InvalidFields([{ path: `commands.${again}.path`, code: 'field/shape', expected: '/api/{kind}/…' }]);
    const batchKey = idempotencyKeyOf(request);
    if (atomic) return { items: await this.atomic.give(addressed, request) };
    if (request.headers['if-match'] !== undefined)
      throw new InvalidFields([{ path: 'If-Match', code: 'field/atomic-only' }]);
    const fastify = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    const items: object[] = new Array<object>(commands.length);
    const line = async (indices: readonly number[]) => {
      for (const at of indices) {
        const { url, body, key } = addressed[at]!;
        const answer = await sendInside(fastify, url, headersOf(request, key ?? placedKey(batchKey, at)), body);
        items[at] = { ...answer.body, status: answer.status };
      }
    };
    for (const group of planBatch(addressed, kinds)) await Promise.all(group.map(line));
    return { items };
  }
}
