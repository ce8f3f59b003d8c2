import { npmEnvironment } from '../../../demo/n8n/npm';

describe('the environment of npm', () => {
	it("keeps the user's settings and drops those of this project", () => {
		const env = {
			PATH: '/usr/bin',
			npm_config_cache: '/big',
			npm_config_ignore_scripts: 'true',
			npm_package_name: 'x',
			npm_lifecycle_event: 'demo',
		};
		expect(npmEnvironment(env)).toEqual({ PATH: '/usr/bin', npm_config_cache: '/big' });
	});

	it('puts the given Node.js first and builds against its headers', () => {
		const environment = npmEnvironment({ PATH: '/usr/bin', npm_config_nodedir: '/usr' }, '/cache/node/bin/node');
		expect(environment).toEqual({ PATH: '/cache/node/bin:/usr/bin', npm_config_nodedir: '/cache/node' });
	});
});
