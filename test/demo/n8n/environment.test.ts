import { n8nEnvironment } from '../../../demo/n8n/environment';

const setting = { node: '/cache/node/bin/node', userFolder: '/tmp/run', port: 5678, brokerPort: 5679, filesFolder: '/tmp/run/files' };

describe('the environment of n8n', () => {
	it('keeps to loopback and to its folders', () => {
		expect(n8nEnvironment({}, setting)).toMatchObject({
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_PORT: '5678',
			N8N_RUNNERS_BROKER_PORT: '5679',
			N8N_USER_FOLDER: '/tmp/run',
			N8N_RESTRICT_FILE_ACCESS_TO: '/tmp/run/files',
		});
	});

	it('takes nothing from another n8n, from npm, or from a test run', () => {
		const inherited = {
			N8N_ENCRYPTION_KEY: 'x',
			DB_TYPE: 'postgresdb',
			npm_config_ignore_scripts: 'true',
			NODE_ENV: 'test',
			NODE_OPTIONS: '-r x',
			LANG: 'C',
		};
		const environment = n8nEnvironment(inherited, setting);
		expect(environment).toMatchObject({ NODE_ENV: 'production', LANG: 'C' });
		for (const name of ['N8N_ENCRYPTION_KEY', 'DB_TYPE', 'npm_config_ignore_scripts', 'NODE_OPTIONS'])
			expect(environment).not.toHaveProperty(name);
	});

	it("puts n8n's own Node.js first on the PATH, for the code runners", () => {
		expect(n8nEnvironment({ PATH: '/usr/bin' }, setting).PATH).toBe('/cache/node/bin:/usr/bin');
	});

	it('never sends loopback through a proxy', () => {
		expect(n8nEnvironment({ NO_PROXY: 'intranet' }, setting).NO_PROXY).toBe('intranet,127.0.0.1');
	});

	it('lets the caller have the last word', () => {
		const extra = { EXECUTIONS_MODE: 'queue', N8N_HOST: 'localhost' };
		expect(n8nEnvironment({ EXECUTIONS_MODE: 'regular' }, { ...setting, extra })).toMatchObject(extra);
	});
});
