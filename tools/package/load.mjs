/**
 * Loads an unpacked package in a process of its own and prints what came of it as JSON: `node load.mjs FOLDER` requires its files beside
 * n8n-workflow, takes the time and tells which files of libraries that loaded; `node load.mjs FOLDER --n8n` has n8n's own loader load it.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

const [folder, inN8n] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const requireThere = createRequire(join(folder, 'index.js'));

function timed() {
	requireThere('n8n-workflow');
	const start = performance.now();
	for (const file of [...manifest.n8n.nodes, ...manifest.n8n.credentials]) requireThere(`./${file}`);
	const milliseconds = performance.now() - start;
	const shared = join(realpathSync(folder), 'dist', 'shared');
	const loaded = Object.keys(requireThere.cache).filter((file) => dirname(file) === shared);
	return { milliseconds, libraries: loaded.map((file) => basename(file)).filter((file) => file !== 'common.js') };
}

/** Where n8n looks for the icons of a node or a credential; it serves icons/PACKAGE/… from the package's folder. */
function iconFiles({ iconUrl }) {
	const urls = typeof iconUrl === 'string' ? [iconUrl] : Object.values(iconUrl ?? {});
	return urls.map((url) => url.slice(`icons/${manifest.name}/`.length));
}

async function loadedByN8n() {
	const { PackageDirectoryLoader } = createRequire(import.meta.url)('n8n-core');
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	const { nodes, credentials } = loader.types;
	return {
		nodes: nodes.map(({ name }) => name),
		credentials: credentials.map(({ name }) => name),
		missing: [
			...[...nodes, ...credentials].filter((type) => iconFiles(type).length === 0).map(({ name }) => `${name} has no icon`),
			...[...nodes, ...credentials]
				.flatMap(iconFiles)
				.filter((file) => !existsSync(join(folder, file)))
				.map((file) => `the icon ${file} is missing`),
			...nodes.filter(({ codex }) => codex === undefined).map(({ name }) => `${name} has no codex file`),
		],
	};
}

console.log(JSON.stringify(inN8n ? await loadedByN8n() : timed()));
