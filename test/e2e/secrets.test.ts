import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { dig, textAt } from '../../demo/json';
import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import { borrow, BORROWERS, publishBorrower } from './secrets/borrowing';
import { plant, PLANTED } from './secrets/control';
import type { Answer } from './secrets/flows';
import { call, done, ours, publishRow, sendTo, webhook } from './secrets/flows';
import { allKept } from './secrets/kept';
import { ACCOUNT, API_KEY, SECRETS, secretsFor } from './secrets/madeUp';
import type { Cell } from './secrets/matrix';
import { publishCells, runCells } from './secrets/matrix';
import { ownAddress } from './secrets/openNetwork';
import { everyFault } from './secrets/orders';
import { openProxy } from './secrets/proxy';
import type { Recorder } from './secrets/recorder';
import { startRecorder } from './secrets/recorder';
import { findSecrets } from './secrets/search';
import type { Watched } from './secrets/triggers';
import { executionsOf, publishTriggers } from './secrets/triggers';
import { testTimeZones } from './testButton';
import { makeCredential } from './workflows';
import type { World } from './world';
import { putUp, until } from './world';

let world: World;
let gateway: Simulator;
let elsewhere: Recorder;
let cells: Cell[];
let triggers: Watched[];
const answers: Answer[] = [];
const ends: (() => Promise<void>)[] = [];

before(async () => {
	world = await putUp(1, { N8N_LOG_LEVEL: 'debug', N8N_LOG_OUTPUT: 'console,file' });
	ends.push(async () => await world.close());
	gateway = await startSimulator({ ...ACCOUNT, speed: 3600 });
	elsewhere = await startRecorder();
	ends.push(
		async () => await gateway.close(),
		async () => await elsewhere.close(),
	);
	triggers = await publishTriggers(world, async () => {
		const proxy = await openProxy(world);
		ends.push(async () => await proxy.close());
		return proxy;
	});
	for (const { gateway: one } of triggers) ends.push(async () => await one.close());
	const account = (proof: 'password' | 'token') => ({ host: gateway.url, ...secretsFor(proof) });
	cells = await publishCells(world, {
		password: await makeCredential(world, 'memory', account('password')),
		token: await makeCredential(world, 'memory', account('token')),
	});
});
after(async () => {
	for (const end of ends.reverse()) await end();
});

const foundIn = (places: Parameters<typeof findSecrets>[0]): unknown[] => findSecrets(places, SECRETS).slice(0, 20);

it('the search finds what is there: planted in every writing, in each of the places', async () => {
	await plant(world);
	const places = await allKept(world);
	const expected = [
		'.n8n/database.sqlite',
		'.n8n/logs/n8n.log',
		'n8n.log',
		'the cells of the database',
		'the public API',
		'the API of the editor',
	];
	const joined = expected.map((name) => ({
		name,
		content: Buffer.concat(places.filter((one) => one.name.startsWith(name)).map(({ content }) => Buffer.from(content))),
	}));
	for (const [writing, secret] of PLANTED) {
		const found = findSecrets(joined, [secret]).filter(({ form }) => !form.startsWith('a part'));
		assert.deepEqual(
			expected.filter((name) => !found.some(({ place }) => place === name)),
			[],
			`not found: ${writing}`,
		);
	}
});

it('the secrets themselves work, whatever the protocol', async () => {
	const answered = await runCells(world, gateway, cells);
	assert.deepEqual(
		answered.filter(({ status }) => status !== 200),
		[],
	);
	assert.equal(gateway.requests.filter(({ outcome }) => outcome === 'answered').length, cells.length);
	answers.push(...(await runCells(world, gateway, cells)));
});

describe('a gateway that goes wrong, in 24 workflows at once', () => {
	for (const order of everyFault('http://127.0.0.1:1')) {
		it(`${order.fault} ${order.status ?? ''}`, async () => {
			const fault =
				order.location?.startsWith('http://127') === true
					? { ...order, location: order.location.replace('http://127.0.0.1:1', elsewhere.url) }
					: order;
			const answered = await runCells(world, gateway, cells, fault);
			const hits = gateway.faults.list()[0]?.hits ?? 0;
			assert.ok(order.fault === 'refuse' || hits >= cells.length, `struck ${hits} times only`);
			assert.deepEqual(foundIn(answered.map(({ whole }, index) => ({ name: cells[index]?.path ?? '', content: whole }))), []);
			answers.push(...answered);
		});
	}

	it('and no redirect was followed', () => {
		assert.equal(elsewhere.connections, 0);
	});
});

describe('the HTTP Request node cannot borrow the credential', () => {
	for (const version of BORROWERS) {
		it(`version ${version}: not for a host of the author's choice, and not for the gateway itself`, async () => {
			const table = { n8nApiKey: API_KEY.value, n8nUrl: elsewhere.url, dataTableName: 'borrowed' };
			const path = await publishBorrower(
				world,
				await makeCredential(world, 'dataTable', { host: gateway.url, ...secretsFor('password'), ...table }),
				version,
			);
			const asked = gateway.requests.length;
			for (const url of [
				elsewhere.url,
				`${elsewhere.url}/api/v1/data-tables`,
				`${gateway.url}/sendmessagejson.php`,
				`${gateway.url}/other`,
				`${gateway.url}0/`,
			]) {
				const { status, whole } = await borrow(world, path, url);
				assert.equal(status, 500, `${url}: ${whole}`);
				answers.push({ status, whole });
			}
			assert.equal(elsewhere.connections, 0);
			assert.equal(gateway.requests.length, asked);
		});
	}
});

const address = ownAddress();

describe('plain HTTP over a network', { skip: address === undefined && 'this machine has no network' }, () => {
	let open: Recorder;
	before(async () => {
		gateway.faults.clear();
		open = await startRecorder(address);
	});
	after(async () => await open.close());

	for (const [isAllowed, what] of [
		[false, 'gets no connection'],
		[true, 'is used when the user allows it'],
	] as const) {
		it(`${what}: by Send, by its hand-over to n8n, and by the Test button`, async () => {
			const path = `open-${String(isAllowed)}`;
			const secrets = { ...secretsFor('password'), allowPlainHttp: isAllowed };
			const toGateway = await makeCredential(world, 'memory', { host: open.url, ...secrets });
			const toN8n = await makeCredential(world, 'dataTable', { host: gateway.url, ...secrets, n8nApiKey: API_KEY.value, n8nUrl: open.url });
			for (const [name, credential] of [
				['gateway', toGateway],
				['n8n', toN8n],
			] as const) {
				await publishRow(world, `${path}-${name}`, [
					webhook(`${path}-${name}`),
					ours(credential, 'continueErrorOutput', sendTo({ retries: 0 })),
					done,
				]);
				const before = open.connections;
				const answer = await call(world, `${path}-${name}`, { phone: isAllowed ? '79000500001' : '79000500002' });
				assert.equal(open.connections > before, isAllowed, answer.whole);
				answers.push(answer);
			}
			const data = { host: open.url, timeZone: 'Europe/Moscow', ...secrets };
			const before = open.connections;
			const tested = await world.session.rest('POST', '/credentials/test', {
				credentials: { id: '', name: 'Open', type: 'cascadeMessagingApi', data },
			});
			assert.equal(open.connections > before, isAllowed, JSON.stringify(tested));
			assert.deepEqual(foundIn([{ name: 'the test', content: JSON.stringify(tested) }]), []);
		});
	}
});

it('the Test button tells no secret', async () => {
	for (const proof of ['password', 'token'] as const) {
		for (const fault of ['custom', 'echo', 'redirect', 'reset-after-body']) {
			gateway.faults.clear();
			gateway.faults.set({
				fault,
				...(fault === 'custom' && { body: JSON.stringify({ error: Object.values(secretsFor(proof)).join(' ') }) }),
			});
			const data = { host: gateway.url, timeZone: 'Europe/Moscow', ...secretsFor(proof) };
			const tested = await world.session.rest('POST', '/credentials/test', {
				credentials: { id: '', name: 'Tested', type: 'cascadeMessagingApi', data },
			});
			assert.equal(dig(tested, 'data', 'status'), 'Error');
			assert.notEqual(textAt(tested, 'data', 'message'), '');
			assert.deepEqual(foundIn([{ name: fault, content: JSON.stringify(tested) }]), []);
		}
	}
	gateway.faults.clear();
});

it('the Test button names the time zone that fits', async () => {
	await testTimeZones(world);
});

it('triggers that go wrong have run', async () => {
	for (const one of triggers) {
		const count = await until(
			async () => await executionsOf(world, one),
			(found) => found > 0,
			130,
		);
		assert.notEqual(count, 0, one.name);
	}
});

describe('nothing of the secrets is kept', () => {
	it('while n8n runs', async () => {
		assert.deepEqual(foundIn(await allKept(world)), []);
	});

	it('after it has ended and started again', async () => {
		await world.restart('stop');
		assert.deepEqual(foundIn(await allKept(world)), []);
	});

	it('in what the webhooks answered', () => {
		assert.ok(answers.length > cells.length * 40);
		assert.deepEqual(foundIn(answers.map(({ whole }) => ({ name: 'answers', content: whole }))), []);
	});
});
