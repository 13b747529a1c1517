import { availableParallelism } from 'node:os';

export default {
  testEnvironment: 'node',
  // The Windows suites wait more than they compute; on two cores jest would run one after another.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // A test that hangs is ended, one on a busy machine is not: jest's own 5 s are too few there.
  testTimeout: 120_000,
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
  reporters: ['default', '<rootDir>/__tests__/closing-line.js'],
};
