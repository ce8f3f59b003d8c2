import { FATE_NUMBERS, startSimulator, WORDS } from '../../simulator';
import { at, phones, postJson, SMS, VIBER, VK, WHATSAPP } from './client';
import { numberOf } from './numbers';
import { simulator, useSimulator } from './runningSimulator';

const MINUTE = 60_000;
useSimulator({ startTime: new Date('2026-12-01T12:00:00+03:00') });

const CASCADE = { ...VIBER, ...VK, send_vk: '2', ...SMS, send_sms: '3', ...WHATSAPP, send_whatsapp: '4' };

async function send(message: object, phone: string): Promise<string> {
	const answer = await postJson(simulator.url, { message: [{ ...message, phones: phones(phone) }] });
	return String(at(answer, 'message', 0, 0, 'id_message'));
}

async function state(id: string): Promise<unknown> {
	return at(await postJson(simulator.url, { state: [{ id_message: id }] }), 'state', 0);
}

describe('the documented numbers', () => {
	it.each<[string, string, string]>([
		['read', 'deliver', 'viber:read'],
		['not-read', 'deliver', 'viber'],
		['no-viber', 'deliver', 'viber:not_deliver vk'],
		['viber-offline', 'deliver', 'viber:expired vk'],
		['falls-to-vk', 'deliver', 'viber:not_deliver vk'],
		['falls-to-sms', 'deliver', 'viber:expired vk:not_deliver sms'],
		['falls-to-whatsapp', 'deliver', 'viber:not_deliver vk:not_deliver sms:not_deliver whatsapp'],
		['expired', 'expired', 'viber:expired vk:expired sms:expired whatsapp:expired'],
		['not-delivered', 'not_deliver', 'viber:not_deliver vk:not_deliver sms:not_deliver whatsapp:not_deliver'],
		['no-receipt', 'partly_deliver', 'viber:partly_deliver'],
		['sms-no-receipt', 'partly_deliver', 'viber:not_deliver vk:not_deliver sms:partly_deliver'],
		['instant', 'deliver', 'viber:read'],
		['slow', 'deliver', 'viber:read'],
		['never', 'send', 'viber:send'],
		['odd-state', 'Ошибка маршрута', 'viber:not_deliver vk:not_deliver sms:not_deliver whatsapp:not_deliver'],
	])('%s ends as %s', async (fate, overall, journey) => {
		const id = await send(CASCADE, numberOf(fate));
		expect(await state(id)).toMatchObject(fate === 'instant' ? { state: 'deliver' } : { state: 'send', state_viber: 'send' });
		simulator.clock.advance(3 * 24 * 60 * MINUTE);
		const tried = journey.split(' ').map((step) => step.split(':'));
		const words = tried.map(([channel = '', word = 'deliver']) => [`state_${channel}`, word]);
		const idle = ['viber', 'vk', 'sms', 'whatsapp'].filter((one) => !tried.some(([channel]) => channel === one));
		expect(await state(id)).toMatchObject({
			state: overall,
			...Object.fromEntries(words),
			...Object.fromEntries(idle.map((channel) => [`state_${channel}`, 'send'])),
		});
	});

	it.each([
		['stop-list', WORDS.stopList],
		['not-served', WORDS.notServed],
		['no-money', WORDS.noMoney],
	])('%s is refused', async (fate, error) => {
		const answer = await postJson(simulator.url, { message: [{ ...SMS, phones: phones(numberOf(fate)) }] });
		expect(at(answer, 'message', 0, 0, 'error')).toBe(error);
	});

	it('forgotten is accepted and then unknown', async () => {
		expect(await state(await send(SMS, numberOf('forgotten')))).toMatchObject({ state: WORDS.unknownId, time_change_state: '' });
	});

	it('are all possible Russian mobile numbers', () => {
		for (const { digits } of FATE_NUMBERS) expect(digits.padEnd(11, '0')).toMatch(/^79\d{9}$/);
	});
});

describe('a message that falls to SMS', () => {
	it('changes its state step by step, in the time of the gateway', async () => {
		const id = await send({ ...CASCADE, validity_period_viber: '30' }, numberOf('falls-to-sms'));
		simulator.clock.advance(30 * MINUTE - 1);
		expect(await state(id)).toMatchObject({ state: 'send', state_viber: 'send', price_viber: '1,15', price_vk: '0' });
		simulator.clock.advance(1);
		expect(await state(id)).toMatchObject({ state: 'send', state_viber: 'expired', price_viber: '0', price_vk: '0.90' });
		simulator.clock.advance(6_000);
		expect(await state(id)).toMatchObject({ state_vk: 'not_deliver', price_vk: '0', num_parts_sms: '1', price_sms: '1.70' });
		simulator.clock.advance(5_000);
		const answer = await state(id);
		expect(answer).toEqual({
			id_message: id,
			time_change_state: at(answer, 'time_change_state'),
			state: 'deliver',
			state_sms: 'deliver',
			state_viber: 'expired',
			state_vk: 'not_deliver',
			state_whatsapp: 'send',
			num_parts_sms: '1',
			price_sms: '1.70',
			price_viber: '0',
			price_vk: '0',
			price_whatsapp: '0',
		});
	});

	it('pays for each part', async () => {
		const id = await send({ ...SMS, text_sms: 'я'.repeat(71) }, '79000000001');
		expect(await state(id)).toMatchObject({ num_parts_sms: '2', price_sms: '3.40' });
	});
});

describe('finale_viber_read', () => {
	const cascade = { ...VIBER, finale_viber_read: '1', validity_period_viber: '10', ...SMS, send_sms: '2' };

	it('waits for "read"', async () => {
		const id = await send(cascade, numberOf('read'));
		simulator.clock.advance(14_999);
		expect(await state(id)).toMatchObject({ state: 'send' });
		simulator.clock.advance(1);
		expect(await state(id)).toMatchObject({ state: 'deliver', state_viber: 'read' });
	});

	it('moves on when nobody has read it in time, though the phone shows it', async () => {
		const id = await send(cascade, numberOf('not-read'));
		simulator.clock.advance(5_000);
		expect(simulator.progressOf(id)?.channels[0]).toMatchObject({
			phase: 'trying',
			shownAt: (simulator.messages[0]?.startsAt ?? 0) + 3_000,
			read: false,
		});
		simulator.clock.advance(10 * MINUTE);
		expect(await state(id)).toMatchObject({ state: 'deliver', state_viber: 'expired', state_sms: 'deliver' });
	});
});

it('a receipt that comes after the validity period comes too late', async () => {
	const id = await send({ ...VIBER, validity_period_viber: '44' }, numberOf('slow'));
	simulator.clock.advance(45 * MINUTE);
	expect(await state(id)).toMatchObject({ state: 'expired', state_viber: 'expired' });
});

describe('time_send', () => {
	it('delays the start, in the time zone of the gateway', async () => {
		const other = await startSimulator({ speed: 0, startTime: new Date('2026-07-01T00:00:00Z'), timeZone: 'Asia/Yekaterinburg' });
		const message = { ...SMS, time_send: '2026-07-01 06:00', phones: phones('79000000001') };
		await postJson(other.url, { message: [message] });
		const ask = async () => at(await postJson(other.url, { state: [{ id_message: '1179038981' }] }), 'state', 0);
		other.clock.advance(60 * MINUTE + 4_999);
		expect(await ask()).toMatchObject({ state: 'send', time_change_state: '2026-07-01 06:00:00', price_sms: '1.70' });
		other.clock.advance(1);
		expect(await ask()).toMatchObject({ state: 'deliver', time_change_state: '2026-07-01 06:00:05' });
		await other.close();
	});

	it('in the past means now', async () => {
		const id = await send({ ...SMS, time_send: '2020-01-01 10:00' }, '79000000001');
		simulator.clock.advance(5_000);
		expect(await state(id)).toMatchObject({ state: 'deliver' });
	});
});

it('the clock runs as fast as it is told to', async () => {
	const fast = await startSimulator({ speed: 1000 });
	await postJson(fast.url, { message: [{ ...SMS, phones: phones('79000000001') }] });
	await new Promise((resolve) => setTimeout(resolve, 40));
	expect(fast.counters.states).toMatchObject({ deliver: 1, send: 0 });
	await fast.close();
});
