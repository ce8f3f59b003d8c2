import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { defineConfig, globalIgnores } from 'eslint/config';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import simpleImportSort from 'eslint-plugin-simple-import-sort';
import tseslint from 'typescript-eslint';

import { disableNeedsReason } from './tools/eslint/disableNeedsReason.mjs';

const typescript = ['{nodes,credentials,simulator,demo,bench,test}/**/*.ts'];
/** node:test waits for its own suites and tests. */
const nodeTest = [{ from: 'package', package: 'node:test', name: ['after', 'before', 'describe', 'it', 'suite', 'test'] }];
const plainNode = ['**/*.{js,cjs,mjs}'];

/** The rules n8n itself checks a community package with, wired as its scanner wires them (buildScanConfig). */
const communityPackage = [
	n8nCommunityNodesPlugin.configs.recommended,
	{ plugins: { 'n8n-nodes-base': n8nNodesBase }, rules: { 'no-console': 'error' } },
	{ files: ['package.json'], rules: n8nNodesBase.configs.community.rules },
	{
		files: ['credentials/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off', // the scanner's own: wants a doc page of n8n's, not a URL
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off', // the scanner's own: credential-password-field is more accurate
		},
	},
	{
		files: ['nodes/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off', // the scanner's own: inputs may be an enum instead of "main"
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off', // the scanner's own: outputs may be an enum instead of "main"
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off', // the scanner's own: a gateway's limit is a real maximum
		},
	},
];

export default defineConfig(
	globalIgnores(['dist/', 'coverage/']),
	{ linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
	{
		files: ['package.json', '{nodes,credentials}/**/*.{ts,json}'],
		languageOptions: { parser: tseslint.parser },
		extends: [communityPackage],
	},
	{
		files: [...typescript, ...plainNode],
		plugins: { house: { rules: { 'disable-needs-reason': disableNeedsReason } }, 'simple-import-sort': simpleImportSort },
		extends: [js.configs.recommended],
		rules: {
			'house/disable-needs-reason': 'error',
			'simple-import-sort/imports': 'error',
			'simple-import-sort/exports': 'error',
			eqeqeq: 'error',
			'no-warning-comments': 'error',
			'no-param-reassign': 'error',
		},
	},
	{
		files: typescript,
		extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/explicit-module-boundary-types': 'error',
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			'@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: nodeTest }],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/consistent-type-definitions': 'off', // interface or type, whichever reads better
		},
	},
	{
		files: ['{nodes,credentials,simulator,demo,bench}/**/*.ts'],
		rules: {
			'max-lines': ['error', 170],
			'max-lines-per-function': ['error', 40],
			'max-params': ['error', 4],
		},
	},
	{
		files: ['test/**/*.ts'],
		rules: {
			'@typescript-eslint/require-await': 'off', // a made-up node or handler must be async without awaiting
		},
	},
	{
		files: plainNode,
		languageOptions: {
			sourceType: 'commonjs',
			globals: Object.fromEntries(
				['__dirname', 'clearTimeout', 'console', 'module', 'performance', 'process', 'require', 'setTimeout', 'URL'].map((name) => [
					name,
					'readonly',
				]),
			),
		},
	},
	{ files: ['**/*.mjs'], languageOptions: { sourceType: 'module' } },
);
