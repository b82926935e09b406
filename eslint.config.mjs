import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'imports/', 'node_modules/', '.cdk8s/', '**/*.cjs', '**/*.mjs', 'lib/**/*.js'] },
  ...tseslint.configs.strict,
  {
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'a default export has no name to search for' },
      ],
      '@typescript-eslint/no-extraneous-class': 'off',
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^cdk8s-plus-(?!27)', message: 'one Kubernetes minor: cdk8s-plus-27' }] },
      ],
    },
  },
  {
    files: ['lib/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'nothing of the machine gets into a manifest' },
        { object: 'Math', property: 'random', message: 'same commit, same bytes' },
        { object: 'Date', property: 'now', message: 'same commit, same bytes' },
      ],
    },
  },
  {
    files: ['__tests__/**/*.ts', 'e2e/**/*.ts'],
    ...jest.configs['flat/recommended'],
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*'] }],
      'jest/valid-title': 'off',
      'jest/no-restricted-matchers': [
        'error',
        {
          toMatchSnapshot: 'dist/ is the snapshot',
          toMatchInlineSnapshot: 'assert the promise directly',
          toThrowErrorMatchingSnapshot: 'quote the message',
        },
      ],
    },
  },
);
