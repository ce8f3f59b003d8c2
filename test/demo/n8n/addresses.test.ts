import { registriesOf, withAddresses } from '../../../demo/n8n/addresses';
import { currentRelease, pinsOf } from '../../../demo/n8n/releases';

const REGISTRY = 'https://registry.example';

function addressesIn(packages: object, registries: object): unknown[] {
	const lock = withAddresses(JSON.stringify({ packages }), { registry: `${REGISTRY}/`, ...registries });
	return Object.values((JSON.parse(lock) as { packages: Record<string, { resolved?: string }> }).packages).map(({ resolved }) => resolved);
}

it('a package is where registries keep it; the project itself is nowhere', () => {
	const packages = { '': {}, 'node_modules/a': { version: '1.2.3' }, 'node_modules/a/node_modules/@b/c': { version: '2.0.0-rc.1' } };

	expect(addressesIn(packages, {})).toEqual([undefined, `${REGISTRY}/a/-/a-1.2.3.tgz`, `${REGISTRY}/@b/c/-/c-2.0.0-rc.1.tgz`]);
});

it('a scope may have a registry of its own, a folder another name than its package, and an address that is known stays', () => {
	const packages = {
		'node_modules/@own/a': { version: '1.0.0' },
		'node_modules/alias': { name: '@b/real', version: '1.0.0' },
		'node_modules/known': { version: '1.0.0', resolved: 'https://elsewhere.example/known.tgz' },
	};

	expect(addressesIn(packages, { '@own:registry': 'http://own.example' })).toEqual([
		'http://own.example/@own/a/-/a-1.0.0.tgz',
		`${REGISTRY}/@b/real/-/real-1.0.0.tgz`,
		'https://elsewhere.example/known.tgz',
	]);
});

it('npm says which registry it goes to', async () => {
	expect((await registriesOf(currentRelease.folder)).registry).toMatch(/^https?:/);
});

it('the lock file itself is for any registry', async () => {
	expect((await pinsOf(currentRelease)).get('package-lock.json')).not.toContain('"resolved"');
});
