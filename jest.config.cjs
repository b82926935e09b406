const common = {
  transform: { '^.+\\.ts$': '@swc/jest' },
  testEnvironment: 'node',
};

/** `unit` is the gate of every commit; `e2e` starts real servers and has its own command. */
module.exports = {
  maxWorkers: '100%', // jest leaves one core idle, which is half of a machine of two
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/__tests__/**/*.test.ts'] },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/e2e/**/*.test.ts'],
    },
  ],
};
