import { track } from '../../../../nodes/CascadeMessaging/operations/message/track';
import { mailboxOf } from '../../../../nodes/CascadeMessaging/tracking/memory/mailbox';
import type { FakeNode } from '../../support/fakeContext';
import { fakeContext } from '../../support/fakeContext';

const IDS = ['501', 'a b', '502,503'];

/** Runs Track on items that name these messages; tells its output, and which messages were handed over. */
async function run(fake: FakeNode, ids = IDS): Promise<{ output: unknown; handedOver: unknown[] }> {
	const { context } = fakeContext({
		items: ids.length,
		...fake,
		parameters: { messageId: (item: number) => ids[item], options: {}, ...fake.parameters },
	});
	const output = await track.run(context).catch((error: unknown) => error);
	const key = context.getNode().credentials?.cascadeMessagingApi?.id ?? '';
	return { output, handedOver: mailboxOf(key).newest(10, () => true) };
}

it('hands over the messages of each item, with what is known of them', async () => {
	const { output, handedOver } = await run({ parameters: { options: { phone: '+7 900 000-00-01', attachDataJson: '{"a":1}' } } }, [
		'501',
		'502,503',
	]);

	expect(output).toEqual([
		[
			{ json: { messageId: '501', tracked: true }, pairedItem: { item: 0 } },
			{ json: { messageId: '502', tracked: true }, pairedItem: { item: 1 } },
			{ json: { messageId: '503', tracked: true }, pairedItem: { item: 1 } },
		],
	]);
	expect(handedOver).toMatchObject(['503', '502', '501'].map((messageId) => ({ messageId, phone: '79000000001', data: { a: 1 } })));
});

it('says of an item that cannot be read why, and hands over the others', async () => {
	const { output, handedOver } = await run({ node: { onError: 'continueRegularOutput' } });

	expect(output).toMatchObject([
		[
			{ json: { messageId: '501' } },
			{ json: { messageId: null, tracked: false, error: { code: 'messageIdInvalid' } }, pairedItem: { item: 1 } },
			{ json: { messageId: '502' } },
			{ json: { messageId: '503' } },
		],
	]);
	expect(handedOver).toHaveLength(3);
});

it('hands over nothing with On Error “stop” when one item cannot be read', async () => {
	const { output, handedOver } = await run({});

	expect(output).toMatchObject({
		name: 'NodeOperationError',
		description: 'No message of this run was handed over to the trigger.',
		context: { itemIndex: 1, data: { accepted: [] } },
	});
	expect(handedOver).toEqual([]);
});

it('says why messages are not tracked', async () => {
	const credential = { store: 'dataTable', n8nUrl: 'http://localhost:5678' };
	const { output } = await run({ credential, http: async () => await Promise.reject(new Error('x')) }, ['501']);

	expect(output).toMatchObject([
		[
			{
				json: {
					messageId: '501',
					tracked: false,
					warning: expect.stringMatching(/^Not tracked, so no trigger will report it\. /) as string,
				},
			},
		],
	]);
});

it('is offered with its parameters', () => {
	expect(track).toMatchObject({
		option: {
			name: 'Track',
			value: 'track',
			action: 'Track message',
			description: 'Let the Cascade Messaging Trigger report a message that was sent outside of n8n',
		},
		fields: [
			{ name: 'messageId' },
			{
				...{ displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add Option', default: {} },
				options: [{ name: 'attachData' }, { name: 'attachDataJson' }, { name: 'campaignName' }, { name: 'phone' }],
			},
		],
	});
});
