import { Controller, Get, Inject } from '@nestjs/common';
import { Answers, Can, Summary } from '@masar/nest-kit';
import { Type } from 'typebox';
import type { DirectoryService } from '../platform/directory-service.js';
import { DIRECTORY } from '../platform/tokens.js';

/** What services of other processes ask: entities, calendars and law paths with the day each was known. Partners are nobody's to list here. */
@Controller('api/directory')
export class DirectoryController {
  constructor(@Inject(DIRECTORY) private readonly directory: DirectoryService) {}

  @Get()
  @Can('entity.read')
  @Summary('دليل الجهات والتقاويم والمسارات', 'The directory, whole')
  @Answers(Type.Object({ entities: Type.Object({}), calendars: Type.Object({}), lawPaths: Type.Object({}) }))
  read() {
    const { entities, calendars, lawPaths } = this.directory.facts();
    return { entities, calendars, lawPaths };
  }
}
