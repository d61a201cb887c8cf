import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Id, LawPath, refuse } from '@masar/contracts';
import { Field, IdField, PublishLawPathBody } from '@masar/contracts/bodies';
import { lawPathsAt } from '@masar/directory';
import { lawPathStream } from '@masar/domain';
import { Answers, Can, commandAnswerSchema, Refuses, Summary } from '@masar/nest-kit';
import { Type } from 'typebox';
import { CommandBus, type GivenMeta } from '../platform/command-bus.js';
import { Meta, told } from '../platform/command-request.js';
import type { DirectoryService } from '../platform/directory-service.js';
import { PageQuery, pageOfArray, pageSchema } from '../platform/page.js';
import { DIRECTORY } from '../platform/tokens.js';

const checkVersion = (value: unknown) =>
  typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value)
    ? undefined
    : { code: 'field/type', expected: 'whole number' };

export class LawPathQuery extends PageQuery {
  @IdField({ optional: true }) jurisdiction?: string;
  @IdField({ optional: true }) instrument?: string;
}

export class LawPathVersionQuery {
  @Field(checkVersion, Type.Integer({ minimum: 1 }), { optional: true }) version?: string;
}

/** A path under the id its address has: `EG.law`. */
const namedSchema = Type.Object({ id: Id, ...LawPath.properties });
const named = (path: LawPath) => ({ id: `${path.jurisdiction}.${path.instrument}`, ...path });

@Controller('api/law-paths')
export class LawPathsController {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(DIRECTORY) private readonly directory: DirectoryService,
  ) {}

  #paths(): readonly LawPath[] {
    return lawPathsAt(this.directory.facts());
  }

  @Post()
  @Can('law-path.publish')
  @Summary('نشر مسار تشريعي', 'Publish a law path')
  @Answers(commandAnswerSchema, { status: 201 })
  @Refuses('path/exists', 'path/invalid', 'date/in-future')
  async publish(
    @Body() body: PublishLawPathBody,
    @Meta() meta: GivenMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { on, sovereign = [], recesses = [], ...rest } = body;
    const path = { ...rest, sovereign, recesses };
    const stream = lawPathStream(path);
    const answer = await this.bus.run(
      stream,
      { type: 'PublishLawPath', path, ...(on === undefined ? {} : { on }) },
      meta,
    );
    return told(reply, answer, `/api/${stream}`);
  }

  /** Every version of every path, the newest of each first. */
  @Get()
  @Can('law-path.read')
  @Summary('المسارات التشريعية', 'Law paths')
  @Answers(pageSchema(namedSchema))
  list(@Query() query: LawPathQuery) {
    const paths = this.#paths()
      .filter(
        (path) =>
          (query.jurisdiction === undefined || path.jurisdiction === query.jurisdiction) &&
          (query.instrument === undefined || path.instrument === query.instrument),
      )
      .map(named)
      .sort((a, b) => (a.id === b.id ? b.version - a.version : a.id < b.id ? -1 : 1));
    return pageOfArray('law-paths', paths, query);
  }

  @Get(':id')
  @Can('law-path.read')
  @Summary('مسار تشريعي واحد', 'One law path')
  @Answers(namedSchema)
  @Refuses('read/not-found')
  one(@Param('id') id: string, @Query() { version }: LawPathVersionQuery) {
    const versions = this.#paths()
      .map(named)
      .filter((path) => path.id === id);
    const wanted = version === undefined ? Math.max(...versions.map((path) => path.version)) : Number(version);
    return versions.find((path) => path.version === wanted) ?? refuse('read/not-found');
  }
}
