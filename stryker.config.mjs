/**
 * Mutation testing by unit tests; what tracking does shows in the trigger's engine tests only. Only examples count: property tests draw their cases at random, and a
 * score that changes from run to run says nothing; tests of the time something takes would fail under the load.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
	mutate: ['nodes/CascadeMessaging/**/*.ts'],
	testRunner: 'jest',
	plugins: ['@stryker-mutator/jest-runner'],
	jest: {
		configFile: 'jest.config.js',
		config: {
			testMatch: [
				'<rootDir>/test/{protocol,tracking,operations,transport}/**/!(*properties|linear*|hostile*).test.ts',
				...(process.env.MUTATION_WITHOUT_ENGINE === undefined ? ['<rootDir>/test/engine/trigger/**/*.test.ts'] : []),
			],
		},
	},
	coverageAnalysis: 'perTest',
	concurrency: 2,
	timeoutMS: 30_000,
	tempDirName: 'coverage/mutation/sandbox',
	ignorePatterns: ['/*', '!/credentials', '!/demo', '!/nodes', '!/simulator', '!/test', '!/jest.config.js', '!/package.json', '!/tsconfig.json'],
	disableTypeChecks: false,
	reporters: ['clear-text', 'progress', 'json'],
	jsonReporter: { fileName: 'coverage/mutation/report.json' },
	incrementalFile: 'coverage/mutation/incremental.json',
	clearTextReporter: { allowColor: false, reportTests: false },
	thresholds: { high: 95, low: 90, break: 90 },
	allowConsoleColors: false,
	allowEmpty: false,
};
