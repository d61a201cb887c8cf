import { Controller, Get, Param, Query, Req, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { InitiativeKind } from '@masar/contracts';
import { Answers, Can, Refuses, Summary, type MasarRequest } from '@masar/nest-kit';
import { PageQuery, pageSchema } from '../platform/page.js';
import { eventPageSchema } from '../platform/stream-events.js';
import { collectionsOf, type Collection } from './collections.js';
import { controllerName } from './command.controller.js';
import type { InitiativeReads } from './initiative-reads.js';
import { initiativePageSchema, initiativeSchema } from './initiative-schema.js';
import { ListQuery } from './list-query.js';

class ReadController {
  constructor(readonly reads: InitiativeReads) {}

  @Get()
  @Can('initiative.read')
  @Summary('ملفات هذا النوع', 'Initiatives of this kind')
  @Answers(initiativePageSchema)
  @Refuses('page/cursor-invalid')
  list(@Query() query: ListQuery, @Req() request: MasarRequest) {
    return this.reads.list(query, request.actor!);
  }

  @Get(':id')
  @Can('initiative.read')
  @Summary('ملف واحد', 'One initiative')
  @Answers(initiativeSchema)
  @Refuses('stream/not-found')
  async one(@Param('id') id: string, @Req() request: MasarRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const initiative = await this.reads.one(id, request.actor!);
    void reply.header('etag', `"${initiative.version}"`);
    return initiative;
  }

  @Get(':id/events')
  @Can('initiative.read-events')
  @Summary('أحداث الملف كما قُيّدت', 'Events of an initiative, as recorded')
  @Answers(eventPageSchema)
  @Refuses('stream/not-found', 'page/cursor-invalid')
  events(@Param('id') id: string, @Query() query: PageQuery, @Req() request: MasarRequest) {
    return this.reads.events(id, query, request.actor!);
  }
}

type Method = (this: ReadController, ...given: never[]) => Promise<unknown>;

const add = (
  controller: Type<ReadController>,
  name: string,
  method: Method,
  types: readonly unknown[],
  decorators: readonly MethodDecorator[],
): void => {
  const prototype = controller.prototype as object;
  Object.defineProperty(prototype, name, { value: method, writable: true, configurable: true });
  Reflect.defineMetadata('design:paramtypes', types, prototype, name);
  Req()(prototype, name, 0);
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
  for (const decorate of decorators) decorate(prototype, name, descriptor);
};

/** The list of a collection and one of its items. */
const addCollection = (controller: Type<ReadController>, collection: Collection): void => {
  const list = async function (this: ReadController, request: MasarRequest, query: PageQuery) {
    return this.reads.collection(collection, request.params as Record<string, string>, query, request.actor!);
  };
  Query()(controller.prototype as object, collection.name, 1);
  add(
    controller,
    collection.name,
    list as Method,
    [Object, PageQuery],
    [
      Get(`:id/${collection.path}`),
      Can('initiative.read'),
      Summary(collection.ar, collection.en),
      Answers(pageSchema(collection.schema)),
      Refuses('stream/not-found', 'page/cursor-invalid'),
    ],
  );
  const one = async function (this: ReadController, request: MasarRequest, reply: FastifyReply) {
    const { item, version } = await this.reads.item(
      collection,
      request.params as Record<string, string>,
      request.actor!,
    );
    void reply.header('etag', `"${version}"`);
    return item;
  };
  const name = `${collection.name}Item`;
  Res({ passthrough: true })(controller.prototype as object, name, 1);
  add(
    controller,
    name,
    one as Method,
    [Object, Object],
    [
      Get(`:id/${collection.path}/:item`),
      Can('initiative.read'),
      Summary(`${collection.ar}: واحد`, `${collection.en}: one`),
      Answers(collection.schema),
      Refuses('stream/not-found', 'read/not-found'),
    ],
  );
};

/** The controller of a kind's reads: the initiatives, their events, and a list and an item for each collection. */
export const readController = (
  kind: InitiativeKind,
  token: symbol,
  inject: (token: symbol) => ParameterDecorator,
): Type<unknown> => {
  const made = class extends ReadController {};
  Object.defineProperty(made, 'name', { value: controllerName(kind, 'Read') });
  Reflect.defineMetadata('design:paramtypes', [Object], made);
  inject(token)(made, undefined, 0);
  for (const collection of collectionsOf(kind)) addCollection(made, collection);
  Controller(`api/${kind}`)(made);
  return made;
};
