import { KNOWN_WORDS, type Simulator, startSimulator, WORDS } from '../../simulator';
import { at, parse, postJson, SMS } from './client';

let simulator: Simulator;
afterEach(() => simulator.close());

async function send(phone: string, ...numbers: string[]): Promise<unknown> {
	const phones = numbers.map((number) => ({ phone, client_id_message: number }));
	return at(await postJson(simulator.url, { message: [{ ...SMS, phones }] }), 'message', 0);
}

describe('a client number that was used', () => {
	it('is refused with its own text, and nothing is sent', async () => {
		simulator = await startSimulator();
		await send('79000000001', '42');
		expect(await send('79000000002', '42')).toEqual([{ client_id_message: '42', phone: '79000000002', error: WORDS.usedClientNumber }]);
		expect(simulator.messages.map(({ phone }) => phone)).toEqual(['79000000001']);
	});

	it('is refused within one request too, and with leading zeros', async () => {
		simulator = await startSimulator();
		expect(await send('79000000001', '7', '7', '007')).toMatchObject([
			{ id_message: '1179038981', client_id_message: '7' },
			{ client_id_message: '7', error: WORDS.usedClientNumber },
			{ client_id_message: '007', error: WORDS.usedClientNumber },
		]);
	});

	it('is free again after a refusal, and after a reset', async () => {
		simulator = await startSimulator();
		expect(at(await send('79800000001', '42'), 0, 'error')).toBe(WORDS.stopList);
		expect(at(await send('79000000001', '42'), 0, 'id_message')).toBe('1179038981');
		simulator.reset();
		expect(at(await send('79000000001', '42'), 0, 'id_message')).toBe('1179038981');
	});

	it('is refused with the ID of the first message where the operator tells it', async () => {
		simulator = await startSimulator({ repeatAnswer: 'refuse-with-id' });
		await send('79000000001', '42');
		const again = await send('79000000001', '42');
		expect([at(again, 0, 'id_message'), at(again, 0, 'error')]).toEqual(['1179038981', WORDS.usedClientNumber]);
		expect(simulator.messages).toHaveLength(1);
	});

	it.each([
		['sent-before', undefined],
		['sent-before-with-id', '1179038981'],
	] as const)('is refused in the words of the SMS interface: %s', async (repeatAnswer, id) => {
		simulator = await startSimulator({ repeatAnswer });
		await send('79000000001', '42');
		const again = await send('79000000001', '42');
		expect([at(again, 0, 'id_message'), at(again, 0, 'error')]).toEqual([id, KNOWN_WORDS.sentBefore]);
		expect(simulator.messages).toHaveLength(1);
	});

	it('is answered with the first message where the operator echoes', async () => {
		simulator = await startSimulator({ repeatAnswer: 'echo' });
		const first = await send('79000000001', '42');
		expect(await send('79000000001', '42')).toEqual(first);
		expect(simulator.messages).toHaveLength(1);
	});
});

it('messages without a client number are sent as often as asked', async () => {
	simulator = await startSimulator();
	const twice = { message: [{ ...SMS, phones: [{ phone: '79000000001' }, { phone: '79000000001' }] }] };
	expect(parse(JSON.stringify(await postJson(simulator.url, twice)))).toMatchObject({
		message: [[{ id_message: '1179038981', client_id_message: '' }, { id_message: '1179038982' }]],
	});
});
