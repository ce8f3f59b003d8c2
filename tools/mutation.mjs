import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { Stryker } from '@stryker-mutator/core';

const SOURCES = 'nodes/CascadeMessaging';
const FOLDERS = ['protocol', 'transport', 'tracking', 'operations', 'replies'];
const LOWEST = 90;
const TABLE_IN = 'CONTRIBUTING.md';

/** The properties that stand among the examples need not be tried often: every mutant runs them again. */
process.env.PROPERTY_RUNS ??= '20';

/** Folders or files below the sources, e.g. `protocol operations/message/send/deliver.ts`. */
const places = process.argv.length > 2 ? process.argv.slice(2) : FOLDERS;
process.env.MUTATION_ROOMS = ['credentials', ...new Set(places.map((place) => place.split('/')[0]))].join();
const mutants = await new Stryker({ mutate: places.map(patternOf) }).runMutationTest();

for (const place of places) {
	const { score, count } = scoreOf(mutants.filter(({ fileName }) => isIn(place, fileName)));
	console.log(`${place}: ${score.toFixed(2)} % of the mutants were noticed; at least ${LOWEST} % must be`);
	if (FOLDERS.includes(place)) writeDown(place, score, count);
	// Written so that no score at all, of no mutants, is too low as well.
	if (!(score >= LOWEST)) process.exitCode = 1;
}

/** Renews the row of a folder in the table of CONTRIBUTING. */
function writeDown(folder, score, count) {
	const row = `| \`${folder}/\` | ${score.toFixed(1)} % of ${count.toLocaleString('en')} | ${new Date().toISOString().slice(0, 10)} |`;
	const text = readFileSync(TABLE_IN, 'utf8');
	writeFileSync(TABLE_IN, text.replace(new RegExp(`^\\| \`${folder}/\` \\| .*\\|$`, 'm'), row));
}

function patternOf(place) {
	return `${SOURCES}/${place}${place.endsWith('.ts') ? '' : '/**/*.ts'}`;
}

function isIn(place, fileName) {
	return !path.relative(path.join(SOURCES, place), fileName).startsWith('..');
}

/** The share of the mutants a test noticed, in per cent, and how many there are. What does not compile or load is no mutant. */
function scoreOf(mutants) {
	const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
	const noticed = count('Killed', 'Timeout');
	const all = noticed + count('Survived', 'NoCoverage');
	return { score: (100 * noticed) / all, count: all };
}
