import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

const ROOT = join(__dirname, '../..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const { version, files, scripts } = JSON.parse(read('package.json')) as {
	version: string;
	files: string[];
	scripts: Record<string, string>;
};

it('what has changed is told for the version of the package, and for the next one', () => {
	expect(read('CHANGELOG.md')).toContain(`\n## [${version}] - `);
	expect(read('CHANGELOG.md')).toContain('\n## [Unreleased]\n');
});

it('users get what runs, and nothing else', () => {
	expect(files).toEqual(['dist', 'index.js']);
});

/** A step of a workflow of GitHub. */
interface Step {
	readonly uses?: string;
	readonly run?: string;
	readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
	readonly on: Readonly<Record<string, unknown>>;
	readonly permissions: Readonly<Record<string, string>>;
	readonly jobs: Readonly<
		Record<string, { readonly 'runs-on': string; readonly 'timeout-minutes': number; readonly steps: readonly Step[] }>
	>;
}

const workflow = (name: string): Workflow => parse(read(`.github/workflows/${name}.yml`)) as Workflow;
const nodeOf = ({ steps }: { steps: readonly Step[] }): unknown =>
	steps.find(({ uses }) => uses?.startsWith('actions/setup-node'))?.with?.['node-version'];
const commandsOf = ({ steps }: { steps: readonly Step[] }): string[] => steps.flatMap(({ run }) => run ?? []);

describe('on GitHub', () => {
	it('CI runs what CI runs here, and an older Node what is cheap', () => {
		const { on, permissions, jobs } = workflow('ci');
		expect(Object.keys(on)).toEqual(['push', 'pull_request']);
		expect(permissions).toEqual({ contents: 'read' });
		expect(Object.values(jobs).map((job) => [nodeOf(job), commandsOf(job).at(-1)])).toEqual([
			[24, '.ci/run'],
			[20, 'npm run check'],
		]);
	});

	it('a tag is published with its origin, checked before, and only as what the package says it is', () => {
		const { on, permissions, jobs } = workflow('publish');
		expect(on).toEqual({ push: { tags: ['v*'] } });
		expect(permissions).toEqual({ contents: 'read', 'id-token': 'write' });
		expect(Object.values(jobs).map(commandsOf)).toEqual([
			[
				'npm ci --no-audit --no-fund',
				`test "v$(node -p 'require("./package.json").version')" = "$GITHUB_REF_NAME"`,
				'npm run check',
				'npm publish --provenance --access public',
			],
		]);
	});

	it('dependencies are looked after: packages and actions', () => {
		const { updates } = parse(read('.github/dependabot.yml')) as { updates: { 'package-ecosystem': string }[] };
		expect(updates.map((one) => one['package-ecosystem'])).toEqual(['npm', 'github-actions']);
	});

	it.each(readdirSync(join(ROOT, '.github/ISSUE_TEMPLATE')).filter((name) => name !== 'config.yml'))(
		'the form %s is one GitHub shows',
		(name) => {
			const form = parse(read(`.github/ISSUE_TEMPLATE/${name}`)) as {
				name: string;
				description: string;
				body: { type: string; id?: string; attributes: object }[];
			};
			expect(form).toEqual(expect.objectContaining({ name: expect.any(String) as string, description: expect.any(String) as string }));
			const questions = form.body.filter(({ type }) => type !== 'markdown');
			for (const { type, id, attributes } of questions) {
				expect(['textarea', 'input', 'dropdown']).toContain(type);
				expect(id).toMatch(/^[a-z]+$/);
				expect(attributes).toHaveProperty('label');
			}
			expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
		},
	);
});

describe('the commands of the docs', () => {
	const docs = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
	const pages = [
		'README.md',
		'CONTRIBUTING.md',
		'simulator/README.md',
		'simulator/faults/README.md',
		...docs.map((name) => `docs/${name}`),
	];
	const named = (text: string): string[] => [...text.matchAll(/npm run (?:-s )?([a-z0-9:]+)/g)].map(([, name = '']) => name);
	const inCi = named(read('.ci/run'));

	it.each(pages)('%s names none that is not there', (page) => {
		expect(named(read(page)).filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
	});

	it('CI runs them all, but for those that a person starts', () => {
		const byHand = {
			'watched, or takes hours': ['bench:scaling', 'compat', 'screenshots', 'simulator', 'soak', 'test:mutation'],
			'made of others that CI runs': ['check', 'format'],
		};
		expect([...inCi, 'test', ...Object.values(byHand).flat()].sort()).toEqual(Object.keys(scripts).sort());
	});

	it('the two of the README are among them', () => {
		expect([...read('README.md').matchAll(/```sh\n([^`]*)\n```/g)].map(([, text]) => text)).toEqual([
			'npm ci && npm run demo',
			'npm ci && npm test',
		]);
		expect(inCi).toContain('demo');
		expect(read('.ci/run')).toContain("'Tests' 20 npm test\n");
	});
});
