import { temporaryFolder } from '@masar/testing';
import { historyContract, readModelsContract, type ReportingSubject } from '../contract/index.js';
import { openReportingStore } from '../open.js';

const file = (): ReportingSubject => {
  const folder = temporaryFolder();
  return { open: () => openReportingStore(`sqlite:${folder.file('views.db')}`), remove: async () => folder.remove() };
};

let memories = 0;
const memory = (): ReportingSubject => {
  const url = `sqlite::memory:views-${(memories += 1)}`;
  return { open: () => openReportingStore(url), remove: async () => undefined };
};

readModelsContract('SQLite file', file);
readModelsContract('SQLite in memory', memory);
historyContract('SQLite file', file);
historyContract('SQLite in memory', memory);
