import { runOperation } from '../../nodes/CascadeMessaging/operations';
import { tellingAgents } from '../../nodes/CascadeMessaging/operations/asTool';
import { fakeContext } from './support/fakeContext';
import { gatewayThat } from './support/gateway';
import { sendNode } from './support/sendRun';

const NODE = { type: 'n8n-nodes-cascade-messaging.cascadeMessaging' };
const TOOL = { type: 'n8n-nodes-cascade-messaging.cascadeMessagingTool' };

it('a node keeps its context', () => {
	const { context } = fakeContext({ node: NODE });
	expect(tellingAgents(context)).toBe(context);
	expect(context.continueOnFail()).toBe(false);
});

it('a tool tells its agent what failed, in place of an error nobody would read', async () => {
	const { context } = fakeContext(sendNode({ node: TOOL, parameters: { phone: '12' }, http: gatewayThat('').http }));

	expect(await runOperation(context)).toEqual([
		[
			{
				json: {
					phone: '12',
					accepted: false,
					error: expect.objectContaining({
						code: 'phoneInvalid',
						outcome: 'notSent',
						message: expect.stringMatching(/^Phone "12" is not/) as string,
					}) as object,
				},
				pairedItem: { item: 0 },
			},
		],
	]);
});

it('a node throws it', async () => {
	const { context } = fakeContext(sendNode({ node: NODE, parameters: { phone: '12' }, http: gatewayThat('').http }));
	await expect(runOperation(context)).rejects.toMatchObject({ name: 'NodeOperationError' });
});
