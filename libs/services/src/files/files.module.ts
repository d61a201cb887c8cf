import { Module } from '@nestjs/common';
import { FilesController } from './files.controller.js';
import { UnusedFiles } from './unused-files.js';

/** Evidence files over HTTP; the store itself belongs to the process, since every decider asks it. */
@Module({ controllers: [FilesController], providers: [UnusedFiles] })
export class FilesModule {}
