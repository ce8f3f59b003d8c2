import { bodyOf, sendBare } from '../../../bench/send/floor';
import { sendParameters } from '../../../bench/send/ours';
import type { Protocol, Way } from '../../../bench/send/ways';
import { makeContacts, WAYS } from '../../../bench/send/ways';
import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { runNode } from '../../engine/harness';
import { sendCanvas } from '../../engine/send/kit';

const contacts = makeContacts(3);
const protocols: Protocol[] = ['json', 'xml'];
const cases = protocols.flatMap((protocol) => WAYS.map((way): [Protocol, Way] => [protocol, way]));

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
	simulator.reset();
});

/** What has reached the gateway: to whom, and with which text. */
const held = (): unknown[] => simulator.messages.map(({ phone, content }) => [phone, content.texts]);

describe('the floor', () => {
	it.each(cases)('sends over %s, %s, what the node sends', async (protocol, way) => {
		await sendBare(simulator.url, contacts, way, protocol);
		const bare = held();
		simulator.reset();

		await runNode({
			...sendCanvas(simulator, { items: contacts.map((json) => ({ json: { ...json } })) }),
			parameters: sendParameters(way, protocol),
		});

		expect(held()).toEqual(bare);
		expect(held()).toHaveLength(3);
	});

	it('puts everybody into one message when the text is the same', () => {
		expect(JSON.parse(bodyOf(contacts, 'one text', 'json'))).toMatchObject({
			message: [
				{
					text_sms: 'Your order is ready for pickup',
					phones: [{ phone: '79000100000' }, { phone: '79000100001' }, { phone: '79000100002' }],
				},
			],
		});
	});
});
