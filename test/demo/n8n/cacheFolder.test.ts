import { cacheFolder, installationName } from '../../../demo/n8n/cacheFolder';

const name = 'n8n-nodes-cascade-messaging';

describe('the cache folder', () => {
	it.each([
		['Linux', { platform: 'linux', env: {}, home: '/home/anna' }, `/home/anna/.cache/${name}`],
		['Linux with XDG_CACHE_HOME', { platform: 'linux', env: { XDG_CACHE_HOME: '/big/cache' }, home: '/home/anna' }, `/big/cache/${name}`],
		[
			'Linux with a relative XDG_CACHE_HOME',
			{ platform: 'linux', env: { XDG_CACHE_HOME: 'cache' }, home: '/home/anna' },
			`/home/anna/.cache/${name}`,
		],
		[
			'Linux with an empty XDG_CACHE_HOME',
			{ platform: 'linux', env: { XDG_CACHE_HOME: '' }, home: '/home/anna' },
			`/home/anna/.cache/${name}`,
		],
		['macOS', { platform: 'darwin', env: {}, home: '/Users/anna' }, `/Users/anna/Library/Caches/${name}`],
		['Windows', { platform: 'win32', env: { LOCALAPPDATA: 'D:\\Local' }, home: 'C:\\Users\\anna' }, `D:\\Local\\${name}\\Cache`],
		[
			'Windows without LOCALAPPDATA',
			{ platform: 'win32', env: {}, home: 'C:\\Users\\anna' },
			`C:\\Users\\anna\\AppData\\Local\\${name}\\Cache`,
		],
	] as const)('on %s', (_, machine, folder) => {
		expect(cacheFolder(machine)).toBe(folder);
	});
});

describe('the name of an installation', () => {
	const installation = { n8nVersion: '2.40.7', nodeVersion: '24.21.0', platform: 'linux-x64', lock: '{}' };

	it('says its versions and platform', () => {
		expect(installationName(installation)).toMatch(/^n8n-2\.40\.7-node-24\.21\.0-linux-x64-[0-9a-f]{8}$/);
	});

	it('changes with the lock file', () => {
		expect(installationName({ ...installation, lock: '{ }' })).not.toBe(installationName(installation));
	});
});
