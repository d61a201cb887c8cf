import { describe } from '@jest/globals';
import { mongoForTests } from '@masar/testing';
import { historyContract, mongoReportingSubject, readModelsContract } from '../contract/index.js';

const { url } = await mongoForTests();
const overMongo = url === undefined ? describe.skip : describe;

overMongo('MongoDB', () => {
  readModelsContract('MongoDB', () => mongoReportingSubject(url!));
  historyContract('MongoDB', () => mongoReportingSubject(url!));
});
