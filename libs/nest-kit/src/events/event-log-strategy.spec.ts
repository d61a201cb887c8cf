import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Module, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, Payload } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { AnyRecordedEvent } from '@masar/contracts';
import { handleEvents } from './event-log-strategy.js';

const event = (type: string, version: number) =>
  ({ stream: 'projects/p', type, version }) as unknown as AnyRecordedEvent;

class Unwell extends Error {
  readonly code = 'unwell';
}

let said: string[] = [];
let deliver: (events: readonly AnyRecordedEvent[]) => Promise<void>;
let app: INestApplication;

@Controller()
class Listener {
  @EventPattern('milestone.reached.v1')
  async reached(@Payload() { version }: AnyRecordedEvent): Promise<void> {
    said.push(`begins ${version}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (version === 9) throw new Unwell('no');
    said.push(`ends ${version}`);
  }
}

@Controller()
class Another {
  @EventPattern('milestone.reached.v1')
  reached(@Payload() { version }: AnyRecordedEvent): void {
    said.push(`also ${version}`);
  }
}

@Module({ controllers: [Listener, Another] })
class Listening {}

beforeEach(async () => {
  said = [];
  app = await NestFactory.create(Listening, new FastifyAdapter(), { logger: false });
  handleEvents(app, (given) => {
    deliver = given;
    return { start: async () => void said.push('started'), stop: async () => void said.push('stopped') };
  });
  await app.startAllMicroservices();
});
afterEach(() => app.close());

describe('@EventPattern over the event log', () => {
  it('is given each event of its type to the end before the next, with everybody else who asked for it', async () => {
    await deliver([event('milestone.reached.v1', 1), event('wait.began.v1', 2), event('milestone.reached.v1', 3)]);
    expect(said).toEqual(['started', 'begins 1', 'also 1', 'ends 1', 'begins 3', 'also 3', 'ends 3']);
  });

  it('tells the source of the very error a handler threw, and hands out nothing after it', async () => {
    const told = deliver([event('milestone.reached.v1', 9), event('milestone.reached.v1', 10)]);
    await expect(told).rejects.toBeInstanceOf(Unwell);
    expect(said).toEqual(['started', 'begins 9', 'also 9']);
  });

  it('ends with the application', async () => {
    await app.close();
    expect(said).toEqual(['started', 'stopped']);
  });
});
