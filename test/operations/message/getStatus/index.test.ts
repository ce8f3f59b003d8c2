import { getStatus } from '../../../../nodes/CascadeMessaging/operations/message/getStatus';
import { OUTPUTS } from '../../../../nodes/CascadeMessaging/operations/message/getStatus/outputs';
import type { FakeNode } from '../../support/fakeContext';
import { fakeContext } from '../../support/fakeContext';
import type { FakeGateway } from '../../support/gateway';
import { gatewayThat, REFUSED } from '../../support/gateway';

/** A gateway where each message is in the state that its ID says. */
const gatewayWith = (states: Record<string, string>): FakeGateway =>
	gatewayThat((body) => {
		const ids = Array.from(body.matchAll(/"id_message":"?(\d+)/g), ([, id = '']) => id);
		return JSON.stringify({ state: ids.flatMap((id) => (states[id] === undefined ? [] : [{ id_message: id, state: states[id] }])) });
	});

async function run(gateway: FakeGateway, ids: string[], fake: FakeNode = {}): Promise<unknown> {
	const parameters = { messageId: (item: number) => ids[item], options: { retries: 0 }, ...fake.parameters };
	const { context } = fakeContext({ items: ids.length, http: gateway.http, ...fake, parameters });
	return await getStatus.run(context).catch((error: unknown) => error);
}

it('asks once about the messages of all items, and tells each to its item', async () => {
	const gateway = gatewayWith({ 1: 'deliver', 2: 'send' });

	expect(await run(gateway, ['1,2', '2'])).toMatchObject([
		[
			{ json: { messageId: '1', outcome: 'delivered' }, pairedItem: { item: 0 } },
			{ json: { messageId: '2', outcome: 'inProgress' }, pairedItem: { item: 0 } },
			{ json: { messageId: '2', outcome: 'inProgress' }, pairedItem: { item: 1 } },
		],
	]);
	expect(gateway.bodies).toHaveLength(1);
});

it('puts as many into a request as the options say', async () => {
	const gateway = gatewayWith({ 1: 'deliver', 2: 'deliver', 3: 'deliver' });
	await run(gateway, ['1,2,3'], { parameters: { options: { recipientsPerRequest: 2, retries: 0 } } });

	expect(gateway.bodies).toHaveLength(2);
});

it('split, has an output for each kind of outcome, and one for what cannot be read', async () => {
	const fake: FakeNode = { parameters: { splitByOutcome: true }, node: { onError: 'continueRegularOutput' } };

	expect(await run(gatewayWith({ 1: 'deliver', 2: 'not_deliver', 3: 'send' }), ['1', '2', '3', 'x', '4'], fake)).toMatchObject([
		[{ json: { messageId: '1' } }],
		[{ json: { messageId: '2' } }],
		[{ json: { messageId: null, error: { code: 'messageIdInvalid' } } }],
		[{ json: { messageId: '3' } }, { json: { messageId: '4', error: { code: 'notAnswered' } } }],
	]);
});

it('asks about the others when an item cannot be read, and stops then, when On Error says so', async () => {
	const gateway = gatewayWith({ 1: 'deliver' });

	expect(await run(gateway, ['1', 'x'])).toMatchObject({
		name: 'NodeOperationError',
		description: 'The status of 1 other message is known, and stands in the details under Error data.',
		context: { itemIndex: 1, data: { accepted: [{ messageId: '1' }], failed: [{ code: 'messageIdInvalid' }] } },
	});
	expect(gateway.bodies).toHaveLength(1);
});

it('says why nothing is known, of which nothing is about sending', async () => {
	const output = await run(gatewayThat(REFUSED), ['1'], { node: { onError: 'continueErrorOutput' } });
	expect(output).toEqual([
		[
			{
				json: {
					error: {
						message:
							'The status of message 1 is not known. The gateway refused the connection. Check the host in the credential, or try again later.',
						...{ code: 'connectionRefused', messageId: '1' },
					},
				},
				pairedItem: { item: 0 },
			},
		],
	]);
});

it('asks nothing any more once the user has stopped', async () => {
	const gateway = gatewayWith({ 1: 'deliver' });
	const output = await run(gateway, ['1'], { signal: AbortSignal.abort(), node: { onError: 'continueErrorOutput' } });

	expect(output).toMatchObject([[{ json: { error: { code: 'notReached' } } }]]);
	expect(gateway.bodies).toEqual([]);
});

it('asks nothing when an option makes no sense', async () => {
	const gateway = gatewayWith({});
	const options = { parameters: { options: { timeout: 0 } }, node: { onError: 'continueErrorOutput' } } as const;

	expect(await run(gateway, ['1'], options)).toEqual([
		[
			{
				json: { error: { message: 'Timeout must be 1 or more, but it is 0.', code: 'valueNotReadable', field: 'Timeout' } },
				pairedItem: { item: 0 },
			},
		],
	]);
	expect(gateway.bodies).toEqual([]);
});

it('is offered with its parameters and outputs', () => {
	expect(getStatus).toMatchObject({
		option: {
			name: 'Get Status',
			value: 'getStatus',
			action: 'Get message status',
			description: 'Get what became of messages: delivered, not delivered, in progress',
		},
		outputs: { by: 'splitByOutcome', names: OUTPUTS },
		fields: [
			{ name: 'messageId', required: true },
			{ name: 'splitByOutcome' },
			{ name: 'simplify', default: false, displayOptions: { show: { '@version': [1] } } },
			{ name: 'simplify', default: true },
			{ displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add Option', default: {} },
		],
	});
});
