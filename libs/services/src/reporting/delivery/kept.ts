import type { ReadModels } from '@masar/read-models';
import { Arrivals } from './arrivals.js';
import { OrderPages } from './order-pages.js';

/** What is kept, beside history, of the deliveries of one epoch. */
export interface Kept {
  readonly epoch: string;
  readonly arrivals: Arrivals;
  readonly order: OrderPages;
}

/** `declares`: collections that are missing are made. */
export const openKept = async (models: ReadModels, epoch: string, declares: boolean): Promise<Kept> => ({
  epoch,
  arrivals: await Arrivals.open(models, epoch, declares),
  order: await OrderPages.open(models, epoch, declares),
});
