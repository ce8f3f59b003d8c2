import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');
const DOCS = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
const PAGES = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'simulator/README.md', ...DOCS.map((name) => `docs/${name}`)];

const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8').replace(/```[^]*?```/g, '');

/** The anchors of a page, as GitHub makes them of its headings. */
function anchorsOf(page: string): string[] {
	const headings = [...read(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, words = '']) => words);
	return headings.map((words) =>
		words
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\- _]/gu, '')
			.replaceAll(' ', '-'),
	);
}

it.each(PAGES)('%s leads nowhere but to what is there', (page) => {
	const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
	const lost = links
		.filter((target) => !/^(?:https?|mailto):/.test(target))
		.filter((target) => {
			const [path = '', anchor] = target.split('#');
			const file = path === '' ? page : join(dirname(page), path);
			if (!existsSync(join(ROOT, file))) return true;
			return anchor !== undefined && file.endsWith('.md') && !anchorsOf(file).includes(anchor);
		});
	expect(lost).toEqual([]);
});
