import { WORDS } from '../../simulator';
import { askAccount, at, phones, postJson, SMS, VIBER } from './client';
import { numberOf } from './numbers';
import { simulator, useSimulator } from './runningSimulator';

const START = Date.parse('2026-12-01T09:00:00Z');
const HOUR = 3_600_000;
useSimulator({ startTime: new Date(START), account: { pageSize: 2, timeZone: 'Asia/Omsk' } });

const FIRST = '1179038981';
let tomorrow: string;
beforeEach(() => {
	tomorrow = `${moscow(simulator.clock.now() + 24 * HOUR).slice(0, 10)} 15:00`;
});

function moscow(moment: number): string {
	return new Date(moment + 3 * HOUR).toISOString().slice(0, 19).replace('T', ' ');
}

async function send(message: object, ...numbers: string[]): Promise<void> {
	await postJson(simulator.url, { message: [{ ...message, phones: phones(...numbers) }] });
}

async function state(id = FIRST): Promise<unknown> {
	return at(await postJson(simulator.url, { state: [{ id_message: id }] }), 'state', 0);
}

/** Waits until the subscriber of a message has written back. */
async function answered(id: string): Promise<void> {
	while (!simulator.messages.find((message) => message.id === id)?.replies) await new Promise((resolve) => setTimeout(resolve, 10));
}

const list = async (page = '1'): Promise<unknown> => await askAccount(simulator.url, 'list_scheduled', { page });
const remove = async (...ids: string[]): Promise<unknown> =>
	await askAccount(simulator.url, 'scheduled', { delete_schedule: ids.map((id) => ({ id_sms: id })) });

describe('the scheduled messages', () => {
	it('are those with a time that has not come, told by their first channel, in the time of time_send', async () => {
		await send(SMS, '79000000001');
		await send({ ...VIBER, ...SMS, send_sms: '2', time_send: tomorrow, name_delivery: 'Sale' }, '79000000002');
		await send(SMS, numberOf('queued'));
		expect(await list()).toEqual({
			page: '1',
			num_pages: '1',
			scheduled: [
				{
					id_sms: '1179038982',
					time_put_turn: moscow(simulator.clock.now()),
					originator: 'MyShop',
					phone: '79000000002',
					type_sms: 'viber',
					text_sms: 'Hello',
					count_sms: '1',
					name_delivery: 'Sale',
					time_send: tomorrow,
					validity_period: `${tomorrow.replace('15:00', '16:00')}:00`,
				},
			],
		});
		simulator.clock.advance(48 * HOUR);
		expect(await list()).toEqual({ page: '1', num_pages: '0', scheduled: [] });
	});

	it('come in pages', async () => {
		await send({ ...SMS, time_send: tomorrow }, '79000000001', '79000000002', '79000000003');
		const told = [await list('1'), await list('2'), await list('3')].map((answer) => at(answer, 'scheduled'));
		expect(told).toMatchObject([[{ phone: '79000000001' }, { phone: '79000000002' }], [{ phone: '79000000003' }], []]);
	});

	it.each<[object, string]>([
		[{}, 'Поле page должно быть строкой'],
		[{ page: '1.5' }, WORDS.badPage],
	])('are not told for %j', async (asked, error) => {
		expect(await askAccount(simulator.url, 'list_scheduled', asked)).toEqual({ error });
	});
});

describe('a scheduled message that is deleted', () => {
	it('never goes out, costs nothing, and is not delivered', async () => {
		await send({ ...VIBER, ...SMS, send_sms: '2', time_send: tomorrow }, numberOf('replies'));
		const before = simulator.balance;
		simulator.clock.advance(1000);
		const deletedAt = moscow(simulator.clock.now());
		expect(await remove(FIRST)).toEqual({ scheduled: [{ id_sms: FIRST, action: 'delete' }] });
		expect(await list()).toMatchObject({ scheduled: [] });
		expect(await state()).toMatchObject({ state: 'not_deliver', time_change_state: deletedAt });
		simulator.clock.advance(48 * HOUR);
		expect(await state()).toEqual({
			id_message: FIRST,
			time_change_state: deletedAt,
			state: 'not_deliver',
			state_sms: 'send',
			state_viber: 'send',
			state_vk: 'send',
			num_parts_sms: '0',
			price_sms: '0',
			price_viber: '0',
			price_vk: '0',
		});
		expect(simulator.balance).toBe(before);
		expect(simulator.counters).toMatchObject({ charged: 0, states: { send: 0, not_deliver: 1 } });
	});

	it('is not answered by its subscriber', async () => {
		const [deleted, kept, early] = ['1', '2', '3'].map((digit) => numberOf('replies').slice(0, -1) + digit);
		await send({ ...VIBER, time_send: tomorrow }, String(deleted), String(kept));
		await send(VIBER, String(early));
		simulator.clock.advance(HOUR);
		await answered('1179038983');
		await remove(FIRST);
		simulator.clock.advance(48 * HOUR);
		await answered('1179038982');
		expect(simulator.messages.map(({ replies = [] }) => replies.length)).toEqual([0, 1, 1]);
	});

	it('is found once, and only while it has not gone out', async () => {
		await send({ ...SMS, time_send: tomorrow }, '79000000001', '79000000002');
		await send(SMS, '79000000003');
		expect(await remove(FIRST, FIRST, '1179038983', '1', '1179038982')).toEqual({
			scheduled: [
				{ id_sms: FIRST, action: 'delete' },
				{ id_sms: FIRST, action: 'not_found' },
				{ id_sms: '1179038983', action: 'not_found' },
				{ id_sms: '1', action: 'not_found' },
				{ id_sms: '1179038982', action: 'delete' },
			],
		});
		simulator.clock.advance(HOUR);
		expect(await state('1179038983')).toMatchObject({ state: 'deliver' });
	});

	it('must be named', async () => {
		await send({ ...SMS, time_send: tomorrow }, '79000000001');
		const asked = { delete_schedule: [{ id_sms: FIRST }, { id_sms: '' }] };
		expect(await askAccount(simulator.url, 'scheduled', asked)).toEqual({ error: 'Не указано поле id_sms' });
		expect(await list()).toMatchObject({ scheduled: [{ id_sms: FIRST }] });
	});
});
