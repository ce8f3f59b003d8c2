const { availableParallelism } = require('node:os');

const leftOut = (...libraries) => ({ [`^(${libraries.join('|')})$`]: '<rootDir>/test/support/unused.ts' });

/** What evaluates expressions, which few tests do, takes half the time it takes to load n8n-workflow. */
const loadedLater = {
	'^@n8n/tournament$': '<rootDir>/test/support/later/tournament.ts',
	'^recast$': '<rootDir>/test/support/later/recast.ts',
	'^recast/lib/util$': '<rootDir>/test/support/later/recastUtil.ts',
	'^esprima-next$': '<rootDir>/test/support/later/esprima.ts',
	'^\\./expression-sandboxing$': '<rootDir>/test/support/later/expressionSandboxing.ts',
	'^\\./expression-evaluator-proxy$': '<rootDir>/test/support/later/expressionEvaluator.ts',
};

/** Tests in n8n's engine load much more of n8n than the others: a project for each, with what n8n loads and no test in it uses. */
const projects = [
	{
		name: 'engine',
		tests: ['engine', 'bench'],
		unused: ['transliteration', '@langchain/core.*', 'ssh2', 'fast-glob', '@n8n/client-oauth2'],
	},
	{ name: 'units', tests: ['!(engine|bench|e2e)'], unused: ['transliteration', 'zod', 'zod/.*'] },
];

/** @type {import('jest').Config} */
module.exports = {
	// Tests that wait, for answers that never come or before another try, go side by side, and leave room for one process more.
	maxWorkers: availableParallelism() + 1,
	maxConcurrency: 20,
	// What test files leave behind makes a process slow: from that size on a new one takes over.
	workerIdleMemoryLimit: '600MB',
	// More than any test takes, so that a busy machine fails none.
	testTimeout: 20_000,
	projects: projects.map(({ name, tests, unused }) => ({
		displayName: name,
		testMatch: tests.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
		testEnvironment: '<rootDir>/test/support/codeCache.ts',
		moduleNameMapper: { ...leftOut(...unused), ...loadedLater },
		roots: ['<rootDir>/test'],
		transform: {
			'^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
		},
	})),
};
