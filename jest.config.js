/** @type {import('jest').Config} */
module.exports = {
	// All processors, and tests that wait, for answers that never come or before another try, side by side.
	maxWorkers: '100%',
	maxConcurrency: 20,
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
	transform: {
		'^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
	},
};
