import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const allowed =
	/^(?:index\.js|package\.json|README\.md|LICENSE|dist\/(?:nodes|credentials|shared)\/[\w./]+\.(?:js|svg|node\.json|LICENSE\.txt))$/;
const needed = ['index.js', 'package.json', 'README.md', 'LICENSE'];

/** What is wrong with the files and the package.json of an unpacked package, one sentence each. */
export function contentFindings(folder, files) {
	const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const entries = [...manifest.n8n.nodes, ...manifest.n8n.credentials, manifest.main];
	const runtime = ['dependencies', 'optionalDependencies', 'bundleDependencies', 'bundledDependencies'];
	return [
		...files.filter((file) => !allowed.test(file)).map((file) => `${file} has no place in the package`),
		...[...needed, ...entries].filter((file) => !existsSync(join(folder, file))).map((file) => `${file} is missing`),
		...runtime.filter((field) => Object.keys(manifest[field] ?? {}).length > 0).map((field) => `${field} must be empty`),
	];
}
