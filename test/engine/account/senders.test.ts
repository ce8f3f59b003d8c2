import type { INodeParameters } from 'n8n-workflow';

import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { jsonOf, send } from '../send/kit';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const sms = (sender: INodeParameters[string]): INodeParameters => ({ channel: 'sms', sender, text: 'Hello' });
const locator = (mode: string, value: string): INodeParameters => ({ __rl: true, mode, value });

describe('the sender of an SMS', () => {
	it.each<[string, INodeParameters[string]]>([
		['a plain text, as workflows of before hold it', 'MyShop'],
		['an expression, as workflows of before hold it', '={{ $json.sender }}'],
		['chosen from the list', locator('list', 'MyShop')],
		['typed', locator('name', ' MyShop ')],
		['given by a simple expression', locator('name', '={{ $json.sender }}')],
		['given by an expression that needs n8n', locator('name', '={{ ["My", "Shop"].join("") }}')],
		['mixed with words', locator('name', '=My{{ $json.rest }}')],
	])('is read: %s', async (_, sender) => {
		const result = await send(simulator, { items: [{ phone: '79000000001', sender: 'MyShop', rest: 'Shop' }], cascade: [sms(sender)] });

		expect(jsonOf(result)).toMatchObject([{ accepted: true }]);
		expect(simulator.requests[0]?.body).toContain('"sender_sms":"MyShop"');
	});

	it.each([
		[locator('name', '={{ $json.nothing }}'), 'fieldMissing'],
		[locator('name', '={{ $json.object }}'), 'valueNotReadable'],
		[locator('name', '={{ "undefined" }}'), 'textBroken'],
	])('is checked as before: %j', async (sender, code) => {
		const items = [{ phone: '79000000001', object: { a: 1 } }];
		const result = await send(simulator, { items, cascade: [sms(sender)], onError: 'continueRegularOutput' });

		expect(jsonOf(result)[0]?.error).toMatchObject({ code });
		expect(simulator.requests).toEqual([]);
	});
});

describe('Preview with Check Senders', () => {
	const preview = async (sender: string, account = {}) => {
		simulator.changeAccount(account);
		const cascade = [{ channel: 'viber', sender: 'Anybody', text: 'Hello' }, sms(locator('name', sender))];
		return await send(simulator, { cascade, parameters: { operation: 'preview' }, options: { checkSenders: true } });
	};

	it('says which senders may not be used, and why', async () => {
		const result = await preview('Casino');

		expect(jsonOf(result)[0]).toMatchObject({
			cascade: [{ channel: 'viber' }, { channel: 'sms', sender: 'Casino', senderState: 'rejected' }],
			run: { senders: { unusable: [{ sender: 'Casino', state: 'rejected' }] } },
		});
		expect(jsonOf(result)[0]).not.toHaveProperty('cascade.0.senderState');
		expect(result.hints).toMatchObject([
			{ type: 'warning', message: expect.stringContaining('May not be used as sender: Casino (rejected).') as string },
		]);
	});

	it('has nothing to say of senders that may be used', async () => {
		const result = await preview('MyShop');

		expect(jsonOf(result)[0]).toMatchObject({ cascade: [{}, { senderState: 'usable' }], run: { senders: { unusable: [] } } });
		expect(result.hints).toMatchObject([{ type: 'info' }]);
		expect(simulator.requests).toHaveLength(1);
	});

	it('is no trouble where the operator does not tell them', async () => {
		const result = await preview('MyShop', { unknownTypes: ['originator'] });

		expect(jsonOf(result)[0]).toMatchObject({
			willBeSent: true,
			cascade: [{}, { senderState: null }],
			run: { senders: { problem: { code: 'notOffered' } } },
		});
		expect(result.hints).toMatchObject([
			{ message: expect.stringContaining('The senders were not checked. Your operator does not offer this') as string },
		]);
	});
});
