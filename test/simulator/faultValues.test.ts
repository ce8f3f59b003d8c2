import { WORDS } from '../../simulator';
import { at, get, parse, phones, postJson, postJsonText, SMS, VIBER } from './client';
import { rightAnswer, sendUnder } from './messClient';
import { simulator, useSimulator } from './runningSimulator';

useSimulator();

describe('an error that is none, beside an ID', () => {
	it.each([
		['error-zero', 0],
		['error-zero-text', '0'],
		['error-empty', ''],
		['error-false', false],
		['error-empty-list', []],
	])('%s', async (fault, error) => {
		const answer = parse(await sendUnder(simulator, { fault }, 'json'));
		expect(at(answer, 'error')).toEqual(error);
		expect(at(answer, 'message', 0, 0)).toMatchObject({ id_message: '1179038981', error });
		expect(at(answer, 'message', 0, 2, 'error')).toBe(WORDS.stopList);
		const states = await postJson(simulator.url, { state: [{ id_message: '1179038981' }] });
		expect([at(states, 'error'), at(states, 'state', 0, 'error')]).toEqual([error, error]);
	});

	it('a refusal of the whole request is left alone', async () => {
		simulator.faults.set({ fault: 'error-zero' });
		expect(parse(await postJsonText(simulator.url, '{}'))).toEqual({ error: WORDS.badLogin });
	});
});

describe('refusals that are no text', () => {
	it.each<[string, unknown, unknown]>([
		['refusal-as-list', [WORDS.stopList], [WORDS.badLogin]],
		['refusal-as-object', { code: 15, text: WORDS.stopList }, { code: 15, text: WORDS.badLogin }],
	])('%s', async (fault, ofOne, ofAll) => {
		expect(at(parse(await sendUnder(simulator, { fault }, 'json')), 'message', 0, 2, 'error')).toEqual(ofOne);
		expect(parse(await postJsonText(simulator.url, '{}'))).toEqual({ error: ofAll });
	});
});

describe('lists of GET', () => {
	it.each([
		['ids-quoted', `"1179038981","1179038982",error: ${WORDS.stopList},"1179038983"`],
		['ids-on-lines', `1179038981\r\n1179038982\r\nerror: ${WORDS.stopList}\r\n1179038983\r\n`],
		['ids-by-semicolons', `1179038981;1179038982;error: ${WORDS.stopList};1179038983`],
		['zero-for-refused', '1179038981,1179038982,0,1179038983'],
	])('%s', async (fault, list) => {
		expect(await sendUnder(simulator, { fault }, 'get')).toBe(list);
		expect(await get(simulator.url, { id_message: '1179038981' })).toBe('send');
	});

	it('JSON and XML are left alone', async () => {
		const whole = await rightAnswer(simulator, 'json');
		expect(await sendUnder(simulator, { fault: 'ids-quoted' }, 'json')).toBe(whole);
	});
});

it.each([
	['ids-negative', '-1'],
	['ids-null', 'null'],
	['ids-error', 'error'],
	['ids-exponent', '1.17e+18'],
	['ids-no', 'Нет'],
])('%s puts %s where IDs should be', async (fault, id) => {
	expect(at(parse(await sendUnder(simulator, { fault }, 'json')), 'message', 0, 0, 'id_message')).toBe(id);
});

it('odd-prices', async () => {
	await postJson(simulator.url, { message: [{ ...VIBER, ...SMS, send_sms: '2', phones: phones('79990030001') }] });
	await postJson(simulator.url, { message: [{ ...VIBER, phones: phones('79000000001') }] });
	simulator.clock.advance(60_000);
	simulator.faults.set({ fault: 'odd-prices' });
	const answer = await postJson(simulator.url, { state: [{ id_message: '1179038981' }, { id_message: '1179038982' }] });
	expect(at(answer, 'state', 0)).toMatchObject({ price_viber: '0', price_sms: '1.2e1', price_vk: '0' });
	expect(at(answer, 'state', 1)).toMatchObject({ price_viber: '1 234,50', price_sms: '0' });
});
