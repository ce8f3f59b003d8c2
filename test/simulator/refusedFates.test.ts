import { FATES, KNOWN_WORDS, LIKE_REPEATS, startSimulator, WORDS } from '../../simulator';
import { at, get, phones, postJson, postXml, SMS, VIBER, xmlRequest } from './client';
import { numberOf } from './numbers';
import { simulator, useSimulator } from './runningSimulator';

const MINUTE = 60_000;
useSimulator();

async function send(phone: string, message: object = SMS): Promise<unknown> {
	return at(await postJson(simulator.url, { message: [{ ...message, phones: phones(phone) }] }), 'message', 0, 0);
}

async function state(id: string): Promise<unknown> {
	return at(await postJson(simulator.url, { state: [{ id_message: id }] }), 'state', 0);
}

describe('a fate that refuses', () => {
	it.each<[string, string]>([
		['stop-listed', KNOWN_WORDS.stopList],
		['destination-closed', KNOWN_WORDS.destinationClosed],
		['no-credit', KNOWN_WORDS.noCredit],
		['text-rejected', KNOWN_WORDS.textRejected],
		['sender-unknown', KNOWN_WORDS.senderUnknown],
		['sender-not-approved', KNOWN_WORDS.senderNotApproved],
		['phone-too-long', KNOWN_WORDS.phoneTooLong],
		['no-text', KNOWN_WORDS.noText],
		['no-link', KNOWN_WORDS.noLink],
		['account-blocked', KNOWN_WORDS.accountBlocked],
		['too-many-repeats', LIKE_REPEATS.tooManyRepeats],
		['wait-a-minute', LIKE_REPEATS.waitAMinute],
		['duplicated-message', LIKE_REPEATS.duplicatedMessage],
		['doubled-number', LIKE_REPEATS.doubledNumber],
	])('%s says why, and nothing is sent', async (fate, error) => {
		expect(await send(numberOf(fate))).toEqual({ client_id_message: '', phone: numberOf(fate), error });
		expect(simulator.messages).toEqual([]);
	});

	it('each has numbers of its own', () => {
		for (const { name, refusal } of FATES) if (refusal !== undefined) expect(numberOf(name)).not.toBe('00000000000');
	});
});

describe('a message that waits for money', () => {
	const phone = numberOf('queued');

	it('looks refused, and is taken on all the same', async () => {
		expect(await send(phone)).toEqual({ client_id_message: '', phone, error: KNOWN_WORDS.queuedUntilTopUp });
		expect(simulator.messages).toMatchObject([{ phone, id: '1179038981' }]);
		expect(await state('1179038981')).toMatchObject({ state: 'send', price_sms: '0' });
	});

	it('is sent and charged when the account is topped up', async () => {
		await send(phone);
		simulator.clock.advance(5_000);
		expect(await state('1179038981')).toMatchObject({ state: 'send', price_sms: '0' });
		expect(simulator.topUp()).toBe(1);
		simulator.clock.advance(5_000);
		expect(await state('1179038981')).toMatchObject({ state: 'deliver', price_sms: '1.70' });
		expect(simulator.topUp()).toBe(0);
	});

	it('goes out by itself after half an hour', async () => {
		await send(phone);
		simulator.clock.advance(30 * MINUTE + 4_999);
		expect(await state('1179038981')).toMatchObject({ state: 'send', price_sms: '1.70' });
		simulator.clock.advance(1);
		expect(await state('1179038981')).toMatchObject({ state: 'deliver' });
	});

	it('sent again, is sent and charged twice', async () => {
		await send(phone);
		await send(phone);
		const response = await fetch(`${simulator.url}/_control/top-up`, { method: 'POST' });
		expect(await response.json()).toEqual({ started: 2 });
		simulator.clock.advance(5_000);
		expect(simulator.messages.map((message) => message.phone)).toEqual([phone, phone]);
		expect(simulator.counters).toMatchObject({ states: { deliver: 2 }, charged: 340 });
	});

	it('keeps its client number', async () => {
		const message = [{ ...SMS, phones: [{ phone, client_id_message: '7' }] }];
		await postJson(simulator.url, { message });
		expect(at(await postJson(simulator.url, { message }), 'message', 0, 0, 'error')).toBe(WORDS.usedClientNumber);
	});

	it('may tell its ID', async () => {
		const other = numberOf('queued-with-id');
		expect(await send(other)).toEqual({
			id_message: '1179038981',
			client_id_message: '',
			phone: other,
			error: KNOWN_WORDS.queuedUntilTopUp,
		});
	});

	it('looks refused over XML and GET, too', async () => {
		const inside = `<message><send_sms>1</send_sms><sender_sms>MyShop</sender_sms><text_sms>Hi</text_sms><abonent phone="${phone}"/></message>`;
		expect(await postXml(simulator.url, xmlRequest(inside))).toContain(`phone="${phone}">${KNOWN_WORDS.queuedUntilTopUp}</information>`);
		expect(await get(simulator.url, { ...SMS, phone })).toBe(`error: ${KNOWN_WORDS.queuedUntilTopUp}`);
		expect(simulator.messages).toHaveLength(2);
	});

	it('scheduled for later than the money, keeps its time', async () => {
		const other = await startSimulator({ speed: 0, startTime: new Date('2026-07-01T00:00:00Z'), timeZone: 'UTC' });
		await postJson(other.url, { message: [{ ...VIBER, time_send: '2026-07-01 02:00', phones: phones(phone) }] });
		expect(other.messages[0]?.startsAt).toBe(Date.parse('2026-07-01T02:00:00Z'));
		await other.close();
	});
});
