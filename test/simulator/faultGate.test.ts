import { readFileSync } from 'node:fs';
import { get as httpsGet } from 'node:https';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';

import { type FaultOrder, type Simulator, startSimulator } from '../../simulator';
import { meet, recipients, RIGHT } from './faultClient';

const tlsFile = (name: string): string => readFileSync(join(__dirname, '..', 'fixtures', 'tls', name), 'utf8');
let simulator: Simulator;
/** The first `fetch` of a process never notices that its connection was closed at once; the later ones do. */
beforeAll(async () => {
	const other = await startSimulator();
	await meet(other);
	await other.close();
});
afterEach(() => simulator.close());

async function openTls(): Promise<void> {
	simulator = await startSimulator({ speed: 0, tls: { key: tlsFile('key.pem'), cert: tlsFile('cert.pem') } });
}

/** What a client with TLS meets: an HTTP status, the code of its trouble, or `timed out`. */
async function ask(): Promise<string> {
	return await new Promise((resolve) => {
		const request = httpsGet(`${simulator.url}/sendmessage.php?login=demo`, { rejectUnauthorized: false, agent: false, timeout: 300 });
		request.once('response', (response) => {
			response.resume();
			resolve(String(response.statusCode));
		});
		request.once('timeout', () => {
			resolve('timed out');
			request.destroy();
		});
		request.once('error', (error) => {
			resolve('code' in error ? String(error.code) : error.message);
		});
	});
}

it('close-on-connect closes before TLS, as often as it is told to', async () => {
	await openTls();
	simulator.faults.set({ fault: 'close-on-connect', next: 2 });
	expect([await ask(), await ask(), await ask()]).toEqual(['ECONNRESET', 'ECONNRESET', '200']);
	expect([simulator.connections, simulator.requests.length]).toEqual([3, 1]);
	expect(simulator.faults.list()).toMatchObject([{ seen: 3, hits: 2 }]);
});

it('hang-on-connect never makes TLS, and lets go of a client that leaves', async () => {
	await openTls();
	simulator.faults.set({ fault: 'hang-on-connect' });
	const asked = ask();
	while (simulator.waiting === 0) await new Promise((resolve) => setTimeout(resolve, 5));
	expect(await asked).toBe('timed out');
	while (simulator.waiting > 0) await new Promise((resolve) => setTimeout(resolve, 5));
	expect(simulator.requests).toEqual([]);
	simulator.faults.clear();
	expect(await ask()).toBe('200');
});

it('strikes without TLS too: no request ever arrives', async () => {
	simulator = await startSimulator({ speed: 0 });
	simulator.faults.set({ fault: 'close-on-connect', nth: 1 });
	expect(['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE']).toContain((await meet(simulator)).broken);
	expect([simulator.messages, simulator.requests]).toEqual([[], []]);
	expect(await recipients(simulator)).toEqual(RIGHT);
});

it('the simulator closes while a connection is held', async () => {
	simulator = await startSimulator({ speed: 0 });
	simulator.faults.set({ fault: 'hang-on-connect' });
	const socket = await new Promise<Socket>((resolve) => {
		const one = connect(simulator.port, '127.0.0.1', () => {
			resolve(one);
		});
		one.on('error', () => undefined);
	});
	const closed = new Promise((resolve) => socket.resume().once('close', resolve));
	await simulator.close();
	await closed;
});

it.each<[FaultOrder]>([[{ fault: 'close-on-connect', protocol: 'json' }], [{ fault: 'hang-on-connect', operation: 'send' }]])(
	'refuses %j: there is no request yet',
	async (order) => {
		simulator = await startSimulator({ speed: 0 });
		expect(() => simulator.faults.set(order)).toThrow('strikes before a request: it knows no "protocol" and no "operation"');
	},
);
