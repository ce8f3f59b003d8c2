import { versionsIn } from '../../../demo/n8n/natives';
import { currentRelease, pinsOf } from '../../../demo/n8n/releases';

it('native modules are built in the versions of the lock file', async () => {
	const lock = (await pinsOf(currentRelease)).get('package-lock.json') ?? '';

	expect(versionsIn(lock, currentRelease.nativeModules)).toEqual({
		sqlite3: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
		'isolated-vm': expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
	});
});
