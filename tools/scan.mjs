import { join } from 'node:path';

import { ESLint } from 'eslint';

import { analyzePackage, buildScanConfig, SOURCE_FILE_PATTERNS } from './package/officialScan.mjs';
import { withPackedPackage } from './package/pack.mjs';

const root = join(import.meta.dirname, '..');

/** The official verdict passes over warnings; here they count. Returns what was found, '' for nothing. */
async function findings(folder, patterns) {
	const eslint = new ESLint({
		cwd: folder,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: await buildScanConfig(),
	});
	const results = await eslint.lintFiles(patterns);
	const formatter = await eslint.loadFormatter('stylish');
	return await formatter.format(results);
}

async function scan(what, folder, patterns) {
	const verdict = await analyzePackage(folder, patterns);
	const found = (await findings(folder, patterns)) || verdict.details || (verdict.message ?? '');
	const clean = verdict.passed && found === '';
	console.log(clean ? `scan of ${what}: nothing found` : `scan of ${what}:\n${found}`);
	return clean;
}

const sources = await scan('the sources', root, SOURCE_FILE_PATTERNS);
const packed = await withPackedPackage(root, ({ folder }) => scan('the packed package', folder, ['**/*.js', 'package.json'])).catch(
	({ message }) => {
		console.error(message);
		return false;
	},
);
if (!sources || !packed) process.exitCode = 1;
