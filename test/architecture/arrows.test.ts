import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

import { house } from './rules';
import { violations } from './violations';

const root = join(__dirname, '..', '..');

/** Scripts, and data they import; the codex file of a node is n8n's. */
const isSource = (path: string): boolean => /(?:\.ts|(?<!\.node)\.json)$/.test(path);

function sourcesIn(folder: string): [string, string][] {
	if (!existsSync(join(root, folder))) return [];
	const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(isSource);
	return paths.map((path) => [`${folder}/${path.split(sep).join('/')}`, readFileSync(join(root, folder, path), 'utf8')]);
}

describe('the house', () => {
	const sources = new Map(['nodes', 'credentials', 'simulator', 'demo', 'bench'].flatMap(sourcesIn));

	it('has no arrow that runs upward, no circle, and a protocol that knows neither n8n nor the time', () => {
		expect(violations(sources, house)).toEqual([]);
	});

	it('was read at all', () => {
		expect([...sources.keys()]).toEqual(
			expect.arrayContaining(['nodes/CascadeMessaging/CascadeMessaging.node.ts', 'credentials/CascadeMessagingApi.credentials.ts']),
		);
	});
});

describe('a made-up house', () => {
	const base = 'nodes/CascadeMessaging';
	const door = `${base}/protocol/index.ts`;
	const houseWithDoor = house.map((part) => (part.name === 'protocol' ? { ...part, door } : part));
	/** What is wrong with these files, beside a transport and a protocol that are in order. */
	const wrongWith = (files: Record<string, string>): string[] => {
		const sound = {
			[`${base}/transport/gateway.ts`]: "import { encode } from '../protocol'; import type { INode } from 'n8n-workflow';",
			[door]: "export { encode } from './codec';",
			[`${base}/protocol/codec.ts`]: "import { XMLParser } from 'fast-xml-parser'; export const at = new Date(0);",
			[`${base}/operations/index.ts`]: "export * from '../transport/gateway';",
		};
		return violations(new Map(Object.entries({ ...sound, ...files })), houseWithDoor);
	};

	it('passes when every arrow runs downward', () => {
		const node = "import { run } from './operations'; import type { IExecuteFunctions } from 'n8n-workflow';";

		expect(wrongWith({ [`${base}/CascadeMessaging.node.ts`]: node })).toEqual([]);
	});

	it.each([
		['transport', "import { send } from '../operations';", 'operations/index.ts (operations)'],
		['protocol', "export { post } from '../transport/gateway';", 'transport/gateway.ts (transport)'],
		['protocol', "const later = () => import('../transport/gateway');", 'transport/gateway.ts (transport)'],
		['protocol', "type Late = import('../transport/gateway').Late;", 'transport/gateway.ts (transport)'],
		['protocol', "const post = require('../transport/gateway');", 'transport/gateway.ts (transport)'],
		['tracking', "import '../operations';", 'operations/index.ts (operations)'],
	])('fails when %s reaches up: %s', (part, text, target) => {
		expect(wrongWith({ [`${base}/${part}/wrong.ts`]: text })).toEqual([
			`${base}/${part}/wrong.ts (${part}) may not import ${base}/${target}`,
		]);
	});

	it.each([
		[`${base}/protocol/wrong.ts`, 'protocol', 'n8n-workflow'],
		[`${base}/protocol/wrong.ts`, 'protocol', 'node:fs'],
		[`${base}/operations/wrong.ts`, 'operations', 'fast-xml-parser'],
		['credentials/Wrong.credentials.ts', 'credentials', 'lodash'],
	])('fails when %s (%s) imports the package %s', (path, part, target) => {
		expect(wrongWith({ [path]: `import type { Thing } from '${target}';` })).toEqual([
			`${path} (${part}) may not import the package ${target}`,
		]);
	});

	it.each(['simulator/wrong.ts', 'demo/wrong.ts'])('fails when %s takes the codecs of the product', (path) => {
		expect(wrongWith({ [path]: "import { encode } from '../nodes/CascadeMessaging/protocol/codec';" })).toEqual([
			`${path} (${path.slice(0, path.indexOf('/'))}) may not import ${base}/protocol/codec.ts (protocol)`,
		]);
	});

	it.each([
		['operations', "import { encode } from '../protocol/codec';"],
		['tracking', "import type { Codec } from '../protocol/codec';"],
	])('fails when %s reaches past the door: %s', (part, text) => {
		const path = `${base}/${part}/wrong.ts`;

		expect(wrongWith({ [path]: text })).toEqual([`${path} (${part}) may not import ${base}/protocol/codec.ts past the door of protocol`]);
	});

	it('fails on a circle, and names it', () => {
		const [a, b] = [`${base}/protocol/a.ts`, `${base}/protocol/b.ts`];

		expect(wrongWith({ [a]: "import './b';", [b]: "export { type A, a } from './a';" })).toEqual([`import cycle: ${a} → ${b} → ${a}`]);
	});

	it.each([
		["import { type B } from './b';", "import { A } from './a';"],
		["import type { B } from './b';", "import type { A } from './a';"],
		["export type { B } from './b';", "type Later = import('./a').A;"],
	])('fails on a circle of types, too: %s', (toB, toA) => {
		const [a, b] = [`${base}/protocol/a.ts`, `${base}/protocol/b.ts`];

		expect(wrongWith({ [a]: toB, [b]: toA })).toEqual([`import cycle: ${a} → ${b} → ${a}`]);
	});

	it.each(['Date.now()', 'new Date()', 'Date()', 'Math.random()', 'new TZDate()', 'randomUUID()'])(
		'fails when the protocol uses %s',
		(text) => {
			const path = `${base}/protocol/wrong.ts`;

			expect(wrongWith({ [path]: `export const wrong = ${text};` })).toEqual([
				`${path} (protocol) is pure and may not use ${text.replace(/(now|random)\(\)$/, '$1')}`,
			]);
		},
	);

	it('fails on a file that has no place in it, and on an arrow out of it', () => {
		const node = `${base}/CascadeMessaging.node.ts`;

		expect(wrongWith({ [`${base}/helpers.ts`]: '', [node]: "import '../../tools/x';" })).toEqual([
			`${base}/helpers.ts belongs to no part of the house`,
			`${node} imports ../../tools/x, which is outside the house`,
		]);
	});
});
