import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

import { RELEASES } from '../../../demo/n8n/releases';
import { nodePackageFor } from '../../../demo/n8n/versions';

const ROOT = path.join(__dirname, '..', '..', '..');
const DOCUMENT = path.join(ROOT, 'docs', 'compatibility.md');
const TESTS = ['errorItems', 'lifetime', 'replies'].map((name) => path.join(__dirname, `${name}.test.ts`));

/** What came of the tests with one release: by their names, whether they passed. */
type Results = ReadonlyMap<string, boolean>;

/**
 * Tries the package in every n8n it is made for, and tells what passed; `--write` writes docs/compatibility.md.
 *
 * @throws Error at the first release with which not all went well; then nothing is written
 */
async function main(): Promise<void> {
	const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
	const all = new Map<string, Results>();
	for (const [name, { n8nVersion }] of Object.entries(RELEASES)) {
		console.error(`n8n ${n8nVersion} (the first time some ten minutes to install it)`);
		all.set(n8nVersion, await tried(name));
	}
	if (values.write) await writeFile(DOCUMENT, documentOf(all, new Date()));
}

async function tried(release: string): Promise<Results> {
	const results = new Map<string, boolean>();
	const tests = spawn(process.execPath, ['--import', 'tsx', '--test', '--test-reporter=tap', ...TESTS], {
		...{ cwd: ROOT, env: { ...process.env, N8N_RELEASE: release } },
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	let last = '';
	const ended = once(tests, 'close');
	for await (const line of createInterface({ input: tests.stdout })) {
		const [, failed, name = ''] = /^\s*(not )?ok \d+ - (.+)$/.exec(line) ?? [];
		if (name !== '') {
			last = name;
			results.set(name, failed === undefined);
			console.error(`  ${failed === undefined ? 'passed' : 'FAILED'}: ${name}`);
		} else if (line.includes("type: 'suite'")) results.delete(last);
	}
	const [code] = (await ended) as [number | null];
	if (code !== 0 || results.size === 0)
		throw new Error(`Not all went well with the release "${release}" (exit code ${code}), so nothing was written down.`);
	return results;
}

function documentOf(all: ReadonlyMap<string, Results>, date: Date): string {
	const versions = [...all.keys()];
	const names = [...new Set([...all.values()].flatMap((results) => [...results.keys()]))];
	const rows = names.map((name) => [name, ...versions.map((version) => wordFor(all.get(version)?.get(name)))]);
	const table = [['What was tried', ...versions.map((version) => `n8n ${version}`)], ['---', ...versions.map(() => '---')], ...rows];
	return `${HEAD}

Tried on ${date.toISOString().slice(0, 10)} by \`npm run compat -- --write\`, which wrote this page: the packed package in each of these, on Node.js ${nodePackageFor(`${process.platform}-${process.arch}`).version}. It was put where n8n puts a community package, in the same shape, while n8n was not running, and taken away from there in the end: n8n's own buttons for that were not pressed.

${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

${FEATURES}
`;
}

function wordFor(passed: boolean | undefined): string {
	if (passed === undefined) return 'not tried';
	return passed ? 'passed' : '**failed**';
}

const HEAD = `# Which n8n it works with`;

const FEATURES = `## From which version what works

| feature | from | on an older one |
| --- | --- | --- |
| Send, Get Status, Track, triggers, replies, error output, lists to choose from | n8n 1.123, the last 1.x | not tried |
| *Remember Sent Messages In*: Data Table | n8n 2.7 | "This n8n has no API for data tables. n8n 2.7 or newer with the public API is needed." stands in the trigger's error, and as the warning of what is sent |
| The node as the tool of an AI agent | tried with n8n 2.40 | n8n offers community nodes as tools only where \`N8N_COMMUNITY_PACKAGES_ALLOW_TOOL_USAGE\` is \`true\` |`;

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
