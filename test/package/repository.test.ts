import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (name: string): string => readFileSync(join(__dirname, '../..', name), 'utf8');
const { version, files } = JSON.parse(read('package.json')) as { version: string; files: string[] };

it('what has changed is told for the version of the package, and for the next one', () => {
	expect(read('CHANGELOG.md')).toContain(`\n## [${version}] - `);
	expect(read('CHANGELOG.md')).toContain('\n## [Unreleased]\n');
});

it('CI in public runs what CI runs here, and an older Node what is cheap', () => {
	const ci = read('.github/workflows/ci.yml');
	expect(ci).toContain('- run: .ci/run\n');
	expect(ci).toMatch(/node-version: 24\n[^]*node-version: 20\n[^]*npm run check\n/);
});

it('a tag is published with its origin, and only as what the package says it is', () => {
	const publish = read('.github/workflows/publish.yml');
	expect(publish).toMatch(/tags: \['v\*'\]/);
	expect(publish).toContain('id-token: write');
	expect(publish).toContain('npm publish --provenance --access public');
	expect(publish.indexOf('GITHUB_REF_NAME')).toBeLessThan(publish.indexOf('npm publish'));
});

it('users get what runs, and nothing else', () => {
	expect(files).toEqual(['dist', 'index.js']);
});
