import { rolldown } from 'rolldown';

import { esModules } from './esModules.mjs';
import { lazyLibraries } from './lazyLibraries.mjs';
import { licenses } from './licenses.mjs';
import { phonePatterns } from './phonePatterns.mjs';
import { phonesAsWritten } from './phonesAsWritten.mjs';
import { plainExports } from './plainExports.mjs';
import { shrink } from './shrink.mjs';
import { unreached } from './unreached.mjs';

/** What n8n provides at run time; all else is inlined. */
const external = ['n8n-workflow', 'node:crypto'];

/** True for a module that was installed, not written here. */
const fromOutside = (id) => /[\\/]node_modules[\\/]/.test(id);

/** The libraries by what they are for: each group, with what it needs itself, is a file that is loaded when it is used. */
const libraries = {
	phones: /[\\/]libphonenumber-js[\\/]/,
	xml: /[\\/]fast-xml-\w+[\\/]/,
	times: /[\\/]@date-fns[\\/]/,
	sms: /[\\/]split-sms[\\/]/,
};

/** One file per module id: state at module level exists once, however many nodes share it. */
const chunks = {
	groups: [...Object.entries(libraries).map(([name, test]) => ({ name, test, priority: 1 })), { name: 'common', minShareCount: 1 }],
};

/** An import that can't be resolved is only a warning to rolldown. */
function refuseWarnings(level, log) {
	if (level === 'warn') throw new Error(log.message);
}

/** Bundles the entries ({ 'nodes/X/X.node': 'nodes/X/X.node.ts' }) into the folder dist, in the layout of the sources. */
export async function writeBundle({ entries, dist }) {
	const build = await rolldown({
		input: entries,
		external,
		platform: 'neutral',
		resolve: { mainFields: ['module', 'main'], conditionNames: ['import'] },
		plugins: [
			phonePatterns(),
			unreached(),
			phonesAsWritten(),
			esModules(),
			plainExports(),
			lazyLibraries({ fromOutside }),
			shrink({ fromOutside }),
			licenses({ fromOutside, fileName: 'shared/libraries.LICENSE.txt' }),
		],
		onLog: refuseWarnings,
	});
	await build.write({
		dir: dist,
		format: 'cjs',
		exports: 'named',
		codeSplitting: chunks,
		entryFileNames: '[name].js',
		chunkFileNames: 'shared/[name].js',
	});
	await build.close();
}
