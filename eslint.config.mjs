import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { arrows } from './tools/architecture/arrows.mjs';
import { keepsWhatIsShown, untranslated } from './tools/lint/page-rules.mjs';

const scope = (name) => `scope:${name}`;

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      'apps/*/bundle/**',
      '**/out-tsc/**',
      '**/node_modules/**',
      '.nx/**',
      'tools/architecture/fixtures/**',
      'tools/lint/fixtures/**',
    ],
  },
  eslint.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          // A package may be loaded lazily by one room (drivers, threads) and at once by another.
          checkDynamicDependenciesExceptions: ['.*'],
          depConstraints: Object.entries(arrows).map(([from, to]) => ({
            sourceTag: scope(from),
            onlyDependOnLibsWithTags: [...to.map(scope), scope('testing'), scope(from)],
          })),
        },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: 'error',
      'no-console': 'off',
      'prefer-const': 'error',
    },
  },
  {
    files: ['apps/web/src/**/*.ts', 'apps/web/src/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': ['error', keepsWhatIsShown],
    },
  },
  { files: ['apps/web/src/**/*.tsx'], rules: { 'no-restricted-syntax': ['error', keepsWhatIsShown, ...untranslated] } },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
  {
    // What mongosh runs.
    files: ['docker/mongo/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: { require: 'readonly', Mongo: 'readonly', print: 'readonly' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
