import { describe } from '@jest/globals';
import { mongoForTests } from '@masar/testing';
import {
  eventStoreContract,
  killedWriterContract,
  leasesContract,
  mongoSubject,
  pendingCommitsContract,
} from '../contract/index.js';

const { url } = await mongoForTests();
const overMongo = url === undefined ? describe.skip : describe;

overMongo('MongoDB', () => {
  eventStoreContract('MongoDB', true, () => mongoSubject(url!));
  killedWriterContract('MongoDB', () => mongoSubject(url!));
  pendingCommitsContract('MongoDB', () => mongoSubject(url!));
  leasesContract('MongoDB', () => mongoSubject(url!));
});
