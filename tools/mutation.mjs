import path from 'node:path';

import { Stryker } from '@stryker-mutator/core';

const SOURCES = 'nodes/CascadeMessaging';
const FOLDERS = ['protocol', 'transport', 'tracking', 'operations'];
const LOWEST = 90;

/** The properties that stand among the examples need not be tried often: every mutant runs them again. */
process.env.PROPERTY_RUNS ??= '20';

/** Folders or files below the sources, e.g. `protocol operations/message/send/deliver.ts`. */
const places = process.argv.length > 2 ? process.argv.slice(2) : FOLDERS;
process.env.MUTATION_ROOMS = [...new Set(places.map((place) => place.split('/')[0]))].join();
const mutants = await new Stryker({ mutate: places.map(patternOf) }).runMutationTest();

for (const place of places) {
	const score = scoreOf(mutants.filter(({ fileName }) => isIn(place, fileName)));
	console.log(`${place}: ${score.toFixed(2)} % of the mutants were noticed; at least ${LOWEST} % must be`);
	// Written so that no score at all, of no mutants, is too low as well.
	if (!(score >= LOWEST)) process.exitCode = 1;
}

function patternOf(place) {
	return `${SOURCES}/${place}${place.endsWith('.ts') ? '' : '/**/*.ts'}`;
}

function isIn(place, fileName) {
	return !path.relative(path.join(SOURCES, place), fileName).startsWith('..');
}

/** The share of the mutants a test noticed, in per cent. What does not compile or load is no mutant. */
function scoreOf(mutants) {
	const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
	const noticed = count('Killed', 'Timeout');
	return (100 * noticed) / (noticed + count('Survived', 'NoCoverage'));
}
