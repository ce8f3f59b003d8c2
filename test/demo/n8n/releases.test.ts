import current from '../../../demo/n8n/lock/package.json';
import older from '../../../demo/n8n/n8n1/package.json';
import newestPins from '../../../demo/n8n/newest/package.json';
import { currentRelease, lastOfOne, newest, pinsOf } from '../../../demo/n8n/releases';

it('the n8n of the demo is pinned with a lock file, the older one by its own version', async () => {
	expect([...(await pinsOf(currentRelease)).keys()]).toEqual(['package.json', 'package-lock.json']);
	const pins = await pinsOf(lastOfOne);
	expect([...pins.keys()]).toEqual(['package.json']);
	expect(JSON.parse(pins.get('package.json') ?? '')).toEqual(older);
});

it('the older one is an exact 1.x, and runs on the same Node.js', () => {
	expect(lastOfOne.n8nVersion).toMatch(/^1\.\d+\.\d+$/);
	expect(older.optionalDependencies).toEqual(current.optionalDependencies);
});

it('the newest one is an exact version too, newer than that of the demo, and runs on the same Node.js', () => {
	const parts = (version: string): number[] => version.split('.').map(Number);
	const minorOf = (version: string): number => parts(version)[1] ?? 0;
	expect(newest.n8nVersion).toMatch(/^\d+\.\d+\.\d+$/);
	expect(minorOf(newest.n8nVersion)).toBeGreaterThanOrEqual(minorOf(currentRelease.n8nVersion));
	expect(newestPins.optionalDependencies).toEqual(current.optionalDependencies);
});
