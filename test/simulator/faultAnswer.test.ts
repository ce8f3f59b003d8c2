import { KNOWN_WORDS, WORDS } from '../../simulator';
import { at, get, parse, postJson, SMS } from './client';
import { meet, recipients, RIGHT } from './faultClient';
import { simulator, useSimulator } from './runningSimulator';

useSimulator();

/** The log is written when an answer has left, which the client may notice first. */
const settle = async (): Promise<void> => {
	await new Promise((resolve) => setTimeout(resolve, 20));
};

describe('faults that replace the answer', () => {
	it.each<[string, number, string | RegExp]>([
		['status-429', 429, /^<html>/],
		['status-500', 500, /^<html>/],
		['status-502', 502, /^<html>/],
		['status-503', 503, /^<html>/],
		['html', 200, /^<html>/],
		['empty', 200, ''],
		['auth-refusal', 200, JSON.stringify({ error: WORDS.badLogin })],
		['access-refusal', 200, JSON.stringify({ error: KNOWN_WORDS.access })],
		['format-refusal', 200, JSON.stringify({ error: KNOWN_WORDS.badJson })],
		['no-data-refusal', 200, JSON.stringify({ error: KNOWN_WORDS.noPostData })],
		['blocked-refusal', 200, JSON.stringify({ error: KNOWN_WORDS.accountBlocked })],
		['quoting-refusal', 200, /Ошибка в запросе .*demo-password/],
		['wrong-top-type', 200, '["message"]'],
		['text-for-list', 200, /"message":"Внутренняя ошибка"/],
		['redirect', 307, ''],
		['echo', 500, /"password":"demo-password"/],
		['custom', 200, ''],
	])('%s', async (fault, status, text) => {
		simulator.faults.set({ fault });
		const answer = await meet(simulator);
		expect(answer.status).toBe(status);
		if (typeof text === 'string') expect(answer.text).toBe(text);
		else expect(answer.text).toMatch(text);
		expect(simulator.messages).toHaveLength(0);
		simulator.faults.clear();
		simulator.faults.set({ fault, accepted: true });
		expect((await meet(simulator)).status).toBe(status);
		expect(simulator.messages).toHaveLength(3);
	});

	it('status-429 says when to come again, redirect says where, custom says what you like', async () => {
		simulator.faults.set({ fault: 'status-429', seconds: 7, next: 1 });
		expect((await meet(simulator)).headers?.get('retry-after')).toBe('7');
		simulator.faults.set({ fault: 'redirect', location: 'https://other.example', status: 302, next: 1 });
		const redirect = await meet(simulator);
		expect([redirect.status, redirect.headers?.get('location')]).toEqual([302, 'https://other.example/sendmessagejson.php']);
		simulator.faults.clear();
		simulator.faults.set({ fault: 'custom', status: 418, body: '<a>', contentType: 'text/xml' });
		const custom = await meet(simulator);
		expect([custom.status, custom.text, custom.headers?.get('content-type')]).toEqual([418, '<a>', 'text/xml']);
	});
});

describe('faults in the bytes of the answer', () => {
	it.each<[string, (text: string) => boolean]>([
		['invalid-utf8', (text) => text.includes('\ufffd(')],
		['php-warnings', (text) => text.startsWith('<br />\n<b>Warning</b>') && text.includes('{"message":')],
		['single-objects', (text) => text.includes('"phone":"79000000002"') && !text.includes('[{"id_message":"1179038983"')],
	])('%s', async (fault, isSo) => {
		simulator.faults.set({ fault });
		expect(isSo((await meet(simulator)).text ?? '')).toBe(true);
		expect(simulator.messages).toHaveLength(3);
	});

	it('invalid-utf8 strikes the last of the IDs of a GET', async () => {
		simulator.faults.set({ fault: 'invalid-utf8' });
		expect(await get(simulator.url, { ...SMS, phone: '79000000004,79000000005' })).toBe('1179038981,117903898\ufffd(\ufffd2');
	});

	it('the answer of a request can be read in the log, compressed or not, secrets hidden', async () => {
		simulator.faults.set({ fault: 'gzip', next: 1 });
		const answer = await meet(simulator);
		simulator.faults.set({ fault: 'echo' });
		await meet(simulator);
		await settle();
		expect(simulator.requests[0]?.answer).toBe(answer.text);
		expect(simulator.requests[1]?.answer).toMatch(/"password":"\[hidden\]"/);
	});

	it('byte-order-mark', async () => {
		simulator.faults.set({ fault: 'byte-order-mark' });
		const response = await fetch(`${simulator.url}/sendmessage.php?login=demo`);
		expect(
			Buffer.from(await response.arrayBuffer())
				.subarray(0, 3)
				.toString('hex'),
		).toBe('efbbbf');
	});

	it.each([0, 0.1, 0.5, 0.9])('cut at %s of the document', async (fraction) => {
		const whole = (await meet(simulator)).text ?? '';
		simulator.reset();
		simulator.faults.set({ fault: 'cut', fraction });
		const cut = await meet(simulator);
		expect(cut.status).toBe(200);
		expect(Buffer.byteLength(cut.text ?? '')).toBe(Math.floor(Buffer.byteLength(whole) * fraction));
		expect(whole.startsWith(cut.text ?? '-')).toBe(true);
	});

	it('gzip', async () => {
		simulator.faults.set({ fault: 'gzip' });
		const answer = await meet(simulator);
		expect(answer.headers?.get('content-encoding')).toBe('gzip');
		expect(at(parse(answer.text ?? ''), 'message', 0, 0, 'id_message')).toBe('1179038981');
	});
});

const [ONE, TWO, THREE] = RIGHT;

describe('faults in the content of the answer', () => {
	it.each<[string, unknown[]]>([
		['missing-recipients', [ONE]],
		['extra-recipients', [ONE, TWO, ['9999999999', '79999999999'], THREE, ['9999999999', '79999999999']]],
		['reordered-recipients', [TWO, ONE, THREE]],
		['doubled-recipients', [ONE, ONE, TWO, THREE, THREE]],
		['missing-messages', [ONE, TWO]],
		[
			'ids-as-numbers',
			[
				[1179038981, 79000000001],
				[1179038982, 79000000002],
				[1179038983, 79000000003],
			],
		],
		[
			'ids-empty',
			[
				['', '79000000001'],
				['', '79000000002'],
				['', '79000000003'],
			],
		],
		['ids-as-words', RIGHT.map(([, phone]) => ['ID недоступен', phone])],
		['ids-huge', RIGHT.map(([, phone]) => ['123456789012345678901234567890', phone])],
	])('%s', async (fault, rows) => {
		simulator.faults.set({ fault });
		expect(await recipients(simulator)).toEqual(rows);
		expect(simulator.messages).toHaveLength(3);
	});

	it('other-client-numbers and extra-fields', async () => {
		simulator.faults.set({ fault: 'other-client-numbers', next: 1 });
		expect(at(parse((await meet(simulator)).text ?? ''), 'message', 0, 0, 'client_id_message')).toBe('999999');
		simulator.reset();
		simulator.faults.set({ fault: 'extra-fields', next: 1 });
		expect(at(parse((await meet(simulator)).text ?? ''), 'message', 0, 0, 'extra_code')).toBe('7');
	});

	it('strike states and the other protocols alike', async () => {
		await meet(simulator);
		simulator.faults.set({ fault: 'reordered-recipients' });
		const states = await postJson(simulator.url, { state: [{ id_message: '1' }, { id_message: '2' }] });
		expect([at(states, 'state', 0, 'id_message'), at(states, 'state', 1, 'id_message')]).toEqual(['2', '1']);
		expect(await get(simulator.url, { ...SMS, phone: '79000000004,79000000005' })).toBe('1179038985,1179038984');
	});
});
