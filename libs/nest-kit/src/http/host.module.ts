import { Global, Module, type DynamicModule, type ForwardReference, type Provider, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DescriptionController } from '../openapi/description.controller.js';
import { HealthController } from '../health/health.controller.js';
import { LandingController } from './landing.controller.js';
import { MetricsController } from '../metrics/metrics.controller.js';
import { ProblemsController } from '../problems/problems.controller.js';

const served = [HealthController, MetricsController, ProblemsController, DescriptionController];

type Imported = Type<unknown> | DynamicModule | Promise<DynamicModule> | ForwardReference;

/** What every process serves beside its services: health, metrics, its own description. */
@Global()
@Module({})
export class HostModule {
  /** `isBare`: no page is served at the bare address, so that a line of text says where to look. */
  static of(modules: readonly Imported[], providers: readonly Provider[], isBare: boolean): DynamicModule {
    return {
      module: HostModule,
      imports: [DiscoveryModule, ...modules],
      controllers: [...served, ...(isBare ? [LandingController] : [])],
      providers: [...providers],
      exports: [...providers],
    };
  }
}
