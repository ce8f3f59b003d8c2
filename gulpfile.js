const { rm } = require('node:fs/promises');

const { dest, series, src } = require('gulp');

const { n8n } = require('./package.json');

const dist = 'dist';

/** What package.json's "n8n" field names, as { 'nodes/X/X.node': 'nodes/X/X.node.ts' }: the layout of dist is that of the sources. */
function entries() {
	const names = [...n8n.nodes, ...n8n.credentials].map((file) => file.slice(`${dist}/`.length, -'.js'.length));
	return Object.fromEntries(names.map((name) => [name, `${name}.ts`]));
}

async function types() {
	const { checkTypes } = await import('./tools/build/types.mjs');
	checkTypes(Object.values(entries()));
}

async function clean() {
	await rm(dist, { recursive: true, force: true });
}

async function bundle() {
	const { writeBundle } = await import('./tools/build/bundle.mjs');
	await writeBundle({ entries: entries(), dist });
}

function assets() {
	const iconsAndCodex = ['nodes/**/*.{svg,node.json}', 'credentials/**/*.svg'];
	return src(iconsAndCodex, { base: '.', encoding: false }).pipe(dest(dist));
}

exports.clean = clean;
exports.build = series(types, clean, bundle, assets);
exports.default = exports.build;
