import { packagesIn, watchProgress } from '../../../demo/n8n/progress';

it('knows the folders of a lock file, without those for other platforms', () => {
	const packages = { '': {}, 'node_modules/a': {}, 'node_modules/b': { optional: true } };
	expect(packagesIn(JSON.stringify({ packages }))).toEqual(['node_modules/a']);
});

it('has nothing to count without a lock file, and says no more than that it is at work', () => {
	const lines: string[] = [];
	watchProgress('/nowhere', packagesIn(undefined), (line) => lines.push(line))();
	expect(lines).toEqual(['Downloading (some minutes, once)']);
});
