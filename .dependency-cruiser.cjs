/** Folders from the bottom up; each may import only what stands before it (docs/decisions/0001). */
const layers = [
  ['^imports/', []],
  ['^lib/model/', []],
  ['^lib/yaml/', []],
  ['^lib/environments/', ['^lib/model/']],
  ['^lib/constructs/', ['^lib/model/', '^imports/']],
  ['^lib/gitops/', ['^lib/model/', '^lib/constructs/', '^imports/']],
  ['^lib/rules/', ['^lib/(model|yaml|gitops)/']],
  ['^lib/reading/', ['^lib/(model|yaml|rules)/']],
  ['^lib/cli/', ['^lib/(model|rules|reading|review)/']],
  ['^lib/review/', ['^lib/model/', '^lib/rules/']],
  ['^lib/monitoring/', ['^lib/model/']],
  ['^lib/platforms/', ['^lib/(model|environments|constructs|gitops|monitoring)/', '^imports/']],
  ['^lib/synth/', ['^lib/(model|environments|constructs|gitops|rules|reading|monitoring|platforms)/']],
];

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphan', severity: 'error', from: { orphan: true, pathNot: ['\\.cjs$', '\\.test\\.ts$'] }, to: {} },
    ...layers.map(([from, allowed]) => ({
      name: `arrows-point-down-from-${from.replace(/\W+/g, '-')}`,
      severity: 'error',
      from: { path: from },
      to: { path: '^(main\\.ts|bin/|lib/|imports/|bench/|e2e/|docs/|__tests__/)', pathNot: [from, ...allowed] },
    })),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
