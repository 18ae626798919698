import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { importRules } from './eslint.boundaries.mjs';

export default tseslint.config(
  // Skeletons are generated, and unfinished on purpose.
  { ignores: ['**/.descent/', 'node_modules/', '**/assignments/*/*.ts', '!**/assignments/*/*.test.ts'] },
  js.configs.recommended,
  ...importRules,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // tfjs's generics can't infer the rank that an assertion states.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  // A mistake is as loosely typed as what it gets wrong.
  { files: ['**/solutions/**/*.spec.ts'], rules: { '@typescript-eslint/no-unsafe-argument': 'off' } },
  // Functions that are read off an object to be named in a table.
  { files: ['**/*.{test,e2e,fairness,security,browser}.ts'], rules: { '@typescript-eslint/unbound-method': 'off' } },
  {
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: {
        require: 'readonly',
        module: 'writable',
        process: 'readonly',
        console: 'readonly',
        __dirname: 'readonly',
        __filename: 'readonly',
      },
    },
  },
);
