/**
 * Mutation testing by unit tests, without the engine. Only examples count: property tests draw their cases at random, and a score that
 * changes from run to run says nothing.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
	mutate: ['nodes/CascadeMessaging/**/*.ts'],
	testRunner: 'inProcess',
	plugins: ['./tools/mutation/inProcessRunner.mjs'],
	coverageAnalysis: 'perTest',
	concurrency: 2,
	timeoutMS: 10_000,
	tempDirName: 'coverage/mutation/sandbox',
	ignorePatterns: [
		'/*',
		'!/credentials',
		'!/bench',
		'!/demo',
		'!/nodes',
		'!/simulator',
		'!/test',
		'!/jest.config.js',
		'!/package.json',
		'!/tsconfig.json',
	],
	disableTypeChecks: false,
	reporters: ['clear-text', 'progress', 'json'],
	jsonReporter: { fileName: 'coverage/mutation/report.json' },
	incrementalFile: 'coverage/mutation/incremental.json',
	clearTextReporter: { allowColor: false, reportTests: false },
	thresholds: { high: 95, low: 90, break: 90 },
	allowConsoleColors: false,
	allowEmpty: false,
};
