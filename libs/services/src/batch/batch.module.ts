import { Module } from '@nestjs/common';
import { AtomicBatches } from './atomic-batches.js';
import { BatchController } from './batch.controller.js';

/** `POST /api/batch`, for the services of this process. */
@Module({ controllers: [BatchController], providers: [AtomicBatches] })
export class BatchModule {}
