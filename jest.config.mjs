import { compileOptions } from './tools/run/compile-options.mjs';

/** One run over every package: tests read sources through the `@masar/source` condition, so nothing has to be built first. */
export default {
  rootDir: '.',
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@masar/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/{apps,libs}/*/src/**/*.spec.ts', '<rootDir>/tools/**/*.spec.{ts,mjs}'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/out-tsc/', '/apps/[^/]+/bundle/'],
  modulePathIgnorePatterns: ['/dist/', '/out-tsc/', '/apps/[^/]+/bundle/'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': ['@swc/jest', compileOptions],
  },
  // Most suites wait for servers and processes far longer than they compute: two beside each other share two cores well.
  maxWorkers: 2,
  // A busy machine is no failure: a test ends by its own steps, and this only stops one that hangs.
  testTimeout: 120_000,
  // Servers of a run are started by the first spec file that asks for one, and end with the run.
  globalSetup: '<rootDir>/tools/jest/begin-run.mjs',
  globalTeardown: '<rootDir>/tools/jest/end-run.mjs',
  reporters: ['default', '<rootDir>/tools/jest/closing-line.mjs'],
};
