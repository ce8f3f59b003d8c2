import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import manifest from '../../package.json';

const root = join(__dirname, '..', '..');
const here = (file: string): boolean => existsSync(join(root, file));
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const fields = new Map<string, unknown>(Object.entries(manifest));

describe('package.json', () => {
	it('is that of a strict n8n community package', () => {
		expect(manifest.n8n).toMatchObject({ n8nNodesApiVersion: 1, strict: true });
		expect(manifest.name).toMatch(/^n8n-nodes-/);
		expect(manifest.keywords).toContain('n8n-community-node-package');
	});

	it('asks for nothing at run time but n8n-workflow, in whatever version n8n has', () => {
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		for (const field of ['dependencies', 'optionalDependencies', 'bundleDependencies', 'bundledDependencies', 'overrides']) {
			expect(fields.get(field) ?? {}).toEqual({});
		}
	});

	it.each([
		'preinstall',
		'install',
		'postinstall',
		'preprepare',
		'prepare',
		'postprepare',
		'prepublish',
		'prepublishOnly',
		'publish',
		'postpublish',
		'prepack',
		'postpack',
	])('has no %s script', (script) => {
		expect(Object.keys(manifest.scripts)).not.toContain(script);
	});

	it("ships the build, npm's main file and nothing else of its own", () => {
		expect(manifest.files).toEqual(['dist', 'index.js']);
		expect(manifest.main).toBe('index.js');
		expect(here(manifest.main)).toBe(true);
	});

	it('is MIT, and says so in LICENSE', () => {
		expect(manifest.license).toBe('MIT');
		expect(text('LICENSE')).toMatch(/^MIT License/);
	});

	it.each([...manifest.n8n.nodes, ...manifest.n8n.credentials])('names %s, which is built from a source', (file) => {
		expect(file).toMatch(/^dist\/(?:nodes\/\w+\/\w+\.node|credentials\/\w+\.credentials)\.js$/);
		expect(here(file.replace(/^dist\/(.*)\.js$/, '$1.ts'))).toBe(true);
	});

	it.each(manifest.n8n.nodes)('names %s, which has a codex file that is about it', (file) => {
		const codex: unknown = JSON.parse(text(file.replace(/^dist\/(.*)\.js$/, '$1.json')));
		const [type = ''] = file.split('/').slice(-1);
		const node = type.replace('.node.js', '').replace(/^\w/, (letter) => letter.toLowerCase());

		expect(codex).toMatchObject({ node: `${manifest.name}.${node}` });
	});
});

describe('an install', () => {
	it('runs no script of any package', () => {
		expect(text('.npmrc')).toMatch(/^ignore-scripts=true$/m);
	});

	it('names no registry: whoever installs uses their own', () => {
		expect(text('package-lock.json')).not.toContain('"resolved"');
	});
});
