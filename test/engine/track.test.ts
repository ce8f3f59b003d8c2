import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import type { NodeResult } from './harness';
import { jsonOf, onMessages } from './send/kit';
import { activate } from './trigger/kit';

type Run = Parameters<typeof onMessages> extends [unknown, unknown, ...infer Rest] ? Rest : never;

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ speed: 0 });
});
afterAll(() => simulator.close());

/** Sends past n8n, as a script of the user's would, and returns the message ID. */
async function sentElsewhere(phone: string): Promise<string> {
	await fetch(`${simulator.url}/sendmessagejson.php`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json; charset=utf-8', Authorization: 'Bearer demo-token' },
		body: JSON.stringify({
			message: [{ send_sms: '1', sender_sms: 'MyShop', text_sms: 'Hi', phones: [{ phone }] }],
		}),
	});
	return simulator.messages.at(-1)?.id ?? '';
}

const track = async (...run: Run): Promise<NodeResult> => await onMessages(simulator, 'track', ...run);

it('lets the trigger report a message that was sent outside of n8n, with what is attached', async () => {
	const trigger = activate(simulator, { workflowId: 'tracking' });
	await trigger.poll();
	const id = await sentElsewhere('79000000001');
	const attachData = { values: [{ name: 'contactId', value: '={{ $json.contact }}' }] };
	const options = { attachData, attachDataJson: '{"contactId":0,"source":"script"}', campaignName: 'Old', phone: '79000000001' };
	const result = await track([{ id, contact: 42 }], { options });
	simulator.clock.advance(2 * 3_600_000);

	expect(jsonOf(result)).toEqual([{ messageId: id, tracked: true }]);
	expect(await trigger.poll()).toMatchObject([
		{ messageId: id, outcome: 'delivered', phone: '79000000001', campaignName: 'Old', data: { contactId: 42, source: 'script' } },
	]);
});

it('says of an item without an ID what is missing, and tracks the others', async () => {
	const id = await sentElsewhere('79000000002');
	const result = await track([{ id }, {}], {}, { onError: 'continueErrorOutput' });

	expect(jsonOf(result, 0)).toEqual([{ messageId: id, tracked: true }]);
	expect(jsonOf(result, 1)).toMatchObject([
		{ error: { message: 'Message ID is empty; give at least one.', code: 'messageIdMissing', field: 'Message ID' } },
	]);
});

it('with On Error “stop” tracks nothing when one item is unreadable', async () => {
	const { error } = await track([{ id: await sentElsewhere('79000000003') }, { id: 'a b' }]);

	expect(error).toMatchObject({
		message: 'Message ID "a b" is not an ID the gateway gives; those are digits, e.g. 1179038981.',
		description: 'No message of this run was handed over to the trigger.',
		context: { itemIndex: 1, data: { accepted: [], failed: [{ item: 1, code: 'messageIdInvalid' }] } },
	});
	expect(JSON.stringify(error)).not.toContain('notSent');
});

it('refuses attached data that is no object', async () => {
	const { error } = await track([{ id: '1' }], { options: { attachDataJson: '[1' } });

	expect(error?.message).toBe('Attach Data (JSON) must be a JSON object such as {"contactId":42}.');
});
