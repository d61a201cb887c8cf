import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { refuse, type StreamName } from '@masar/contracts';
import { IdField, RegisterEntityBody, SucceedEntityBody } from '@masar/contracts/bodies';
import { Answers, Can, commandAnswerSchema, Refuses, Summary } from '@masar/nest-kit';
import { CommandBus, type GivenMeta } from '../platform/command-bus.js';
import { commandIdOf, madeId } from '../platform/command-identity.js';
import { Meta, told } from '../platform/command-request.js';
import type { DirectoryService } from '../platform/directory-service.js';
import { PageQuery, pageOfArray, pageSchema } from '../platform/page.js';
import { DIRECTORY } from '../platform/tokens.js';
import { entitySchema } from './registry-schema.js';
import { entityView, type EntityView } from './registry-views.js';

export class EntityQuery extends PageQuery {
  @IdField({ optional: true }) jurisdiction?: string;
  @IdField({ optional: true }) parent?: string;
}

const fits = (entity: EntityView, { jurisdiction, parent }: EntityQuery): boolean =>
  (jurisdiction === undefined || entity.jurisdiction === jurisdiction) &&
  (parent === undefined || entity.parent === parent);

@Controller('api/entities')
export class EntitiesController {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(DIRECTORY) private readonly directory: DirectoryService,
  ) {}

  @Post()
  @Can('entity.register')
  @Summary('تسجيل جهة', 'Register an entity')
  @Answers(commandAnswerSchema, { status: 201 })
  @Refuses('stream/exists', 'entity/unknown-zone', 'entity/unknown-calendar', 'entity/unknown', 'date/in-future')
  async register(
    @Body() body: RegisterEntityBody,
    @Meta() meta: GivenMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { id = madeId('e', commandIdOf(meta.actor.user, meta.key)), ...fields } = body;
    const answer = await this.bus.run(`entities/${id}`, { ...fields, type: 'RegisterEntity' }, meta);
    return told(reply, answer, `/api/entities/${id}`);
  }

  @Post(':id/succeed')
  @HttpCode(200)
  @Can('entity.succeed')
  @Summary('خلافة جهة', 'An entity is succeeded by another')
  @Answers(commandAnswerSchema, { status: 200 })
  @Refuses('stream/not-found', 'entity/succeeded', 'entity/unknown', 'date/in-future')
  async succeed(
    @Param('id') id: string,
    @Body() body: SucceedEntityBody,
    @Meta() meta: GivenMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return told(reply, await this.bus.run(`entities/${id}`, { ...body, type: 'SucceedEntity' }, meta));
  }

  @Get()
  @Can('entity.read')
  @Summary('الجهات', 'Entities')
  @Answers(pageSchema(entitySchema))
  list(@Query() query: EntityQuery) {
    const entities = Object.values(this.directory.facts().entities)
      .map(entityView)
      .filter((entity) => fits(entity, query))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return pageOfArray('entities', entities, query);
  }

  @Get(':id')
  @Can('entity.read')
  @Summary('جهة واحدة', 'One entity')
  @Answers(entitySchema)
  @Refuses('entity/unknown')
  one(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const stream: StreamName = `entities/${id}`;
    const { entities } = this.directory.facts();
    const entity = entityView(
      Object.hasOwn(entities, stream) ? entities[stream]! : refuse('entity/unknown', { entity: id }),
    );
    void reply.header('etag', `"${entity.version}"`);
    return entity;
  }
}
