const { availableParallelism } = require('node:os');

/** @type {import('jest').Config} */
module.exports = {
	// Tests that wait, for answers that never come or before another try, go side by side, and leave room for one process more.
	maxWorkers: availableParallelism() + 1,
	maxConcurrency: 20,
	// What test files leave behind makes a process slow: from that size on a new one takes over.
	workerIdleMemoryLimit: '800MB',
	// More than any test takes, so that a busy machine fails none.
	testTimeout: 20_000,
	roots: ['<rootDir>/test'],
	testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
	testEnvironment: '<rootDir>/test/support/oneRealm.ts',
	// Node's own streams need them.
	fakeTimers: { doNotFake: ['nextTick', 'queueMicrotask'] },
	transform: {
		'^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
	},
};
