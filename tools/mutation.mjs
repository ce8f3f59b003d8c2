import path from 'node:path';

import { Stryker } from '@stryker-mutator/core';

const SOURCES = 'nodes/CascadeMessaging';
const FOLDERS = ['protocol', 'tracking'];
const LOWEST = 90;

/** The properties that stand among the examples need not be tried often: every mutant runs them again. */
process.env.PROPERTY_RUNS ??= '20';

const folders = process.argv.length > 2 ? process.argv.slice(2) : FOLDERS;
const mutants = await new Stryker({ mutate: folders.map((folder) => `${SOURCES}/${folder}/**/*.ts`) }).runMutationTest();

for (const folder of folders) {
	const score = scoreOf(mutants.filter(({ fileName }) => isIn(folder, fileName)));
	console.log(`${folder}: ${score.toFixed(2)} % of the mutants were noticed; at least ${LOWEST} % must be`);
	// Written so that no score at all, of no mutants, is too low as well.
	if (!(score >= LOWEST)) process.exitCode = 1;
}

function isIn(folder, fileName) {
	return !path.relative(path.join(SOURCES, folder), fileName).startsWith('..');
}

/** The share of the mutants a test noticed, in per cent. What does not compile or load is no mutant. */
function scoreOf(mutants) {
	const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
	const noticed = count('Killed', 'Timeout');
	return (100 * noticed) / (noticed + count('Survived', 'NoCoverage'));
}
