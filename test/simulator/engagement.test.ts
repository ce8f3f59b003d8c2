import { type Simulator, type SimulatorOptions, startSimulator, WORDS } from '../../simulator';
import { at, get, phones, postJson, SMS, VIBER, WHATSAPP } from './client';
import { numberOf } from './numbers';

const MINUTE = 60_000;
let simulator: Simulator;
afterEach(() => simulator.close());

async function open(options: SimulatorOptions = {}): Promise<void> {
	simulator = await startSimulator({ speed: 0, startTime: new Date('2026-12-01T12:00:00Z'), timeZone: 'UTC', ...options });
}

async function send(fate: string, message: object = VIBER): Promise<void> {
	await postJson(simulator.url, { message: [{ ...message, phones: phones(numberOf(fate)) }] });
}

async function state(): Promise<unknown[]> {
	const row = at(await postJson(simulator.url, { state: [{ id_message: '1179038981' }] }), 'state', 0);
	return [at(row, 'state'), at(row, 'state_viber'), String(at(row, 'time_change_state')).slice(11)];
}

it.each([
	['link-opened', 'link', 30],
	['unsubscribed', 'unsubscribe', 60],
])('%s: Viber says step by step what the subscriber does', async (fate, word, seconds) => {
	await open();
	await send(fate);
	simulator.clock.advance(3_000);
	expect(await state()).toEqual(['deliver', 'deliver', '12:00:03']);
	simulator.clock.advance(12_000);
	expect(await state()).toEqual(['deliver', 'read', '12:00:15']);
	simulator.clock.advance(seconds * 1000 - 1);
	expect(await state()).toEqual(['deliver', 'read', '12:00:15']);
	simulator.clock.advance(1);
	expect(await state()).toEqual(['deliver', word, seconds === 30 ? '12:00:45' : '12:01:15']);
});

it('an operator of revision 1 says "deliver" and no more', async () => {
	await open({ revision: 1 });
	await send('unsubscribed');
	simulator.clock.advance(60 * MINUTE);
	expect(await state()).toEqual(['deliver', 'deliver', '12:00:03']);
});

it('a message that nobody reads stays delivered', async () => {
	await open();
	await send('not-read');
	simulator.clock.advance(60 * MINUTE);
	expect(await state()).toEqual(['deliver', 'deliver', '12:00:03']);
});

it.each([
	[WHATSAPP, 'state_whatsapp'],
	[SMS, 'state_sms'],
])('other channels than Viber stay delivered: %j', async (message, field) => {
	await open();
	await send('link-opened', message);
	simulator.clock.advance(60 * MINUTE);
	const row = at(await postJson(simulator.url, { state: [{ id_message: '1179038981' }] }), 'state', 0);
	expect([at(row, 'state'), at(row, field)]).toEqual(['deliver', 'deliver']);
});

it('the overall state says it for the fate overall-read', async () => {
	await open();
	await send('overall-read');
	simulator.clock.advance(14_999);
	expect(await state()).toEqual(['deliver', 'deliver', '12:00:03']);
	simulator.clock.advance(1);
	expect(await state()).toEqual(['read', 'read', '12:00:15']);
	expect(await get(simulator.url, { id_message: '1179038981' })).toBe('read');
});

it('the overall state says it for everybody where the operator has it so', async () => {
	await open({ overallEngagement: true });
	await send('unsubscribed');
	simulator.clock.advance(MINUTE);
	expect(await state()).toEqual(['read', 'read', '12:00:15']);
	simulator.clock.advance(MINUTE);
	expect(await state()).toEqual(['unsubscribe', 'unsubscribe', '12:01:15']);
});

describe('an ID that is known late', () => {
	it('is unknown for five minutes', async () => {
		await open();
		await send('late-id');
		simulator.clock.advance(5 * MINUTE - 1);
		expect(await state()).toEqual([WORDS.unknownId, '', '']);
		simulator.clock.advance(1);
		expect(await state()).toEqual(['deliver', 'read', '12:00:15']);
	});

	it('is unknown for as long as the scenario says', async () => {
		await open({ scenario: [{ phone: numberOf('read'), fate: 'read', unknownMinutes: 20 }] });
		await send('read');
		simulator.clock.advance(20 * MINUTE - 1);
		expect(await state()).toEqual([WORDS.unknownId, '', '']);
		simulator.clock.advance(1);
		expect(await state()).toEqual(['deliver', 'read', '12:00:15']);
	});
});

it('the page says what the subscriber did', async () => {
	await open();
	await send('link-opened');
	simulator.clock.advance(MINUTE);
	expect(simulator.progressOf('1179038981')?.channels[0]?.engagement).toMatchObject({ word: 'link' });
});
