import type { SendRun } from '../../../nodes/CascadeMessaging/operations/message/send/run';
import { beginRun } from '../../../nodes/CascadeMessaging/operations/message/send/run';
import type { FakeContext, FakeNode } from './fakeContext';
import { fakeContext } from './fakeContext';

/** One step of the Cascade parameter. */
export const sms = { channel: 'sms', sender: 'MyShop', text: 'Your order is ready' };

/** A node set to Send: to one phone by SMS, without retries, unless said otherwise. */
export function sendNode({ parameters = {}, ...fake }: FakeNode = {}): FakeNode {
	const { options, ...others } = parameters;
	return {
		...fake,
		parameters: {
			...{ resource: 'message', operation: 'send', phone: '79000000001', defaultCountry: 'RU' },
			cascade: { steps: [sms] },
			clientMessageIdFrom: 'none',
			options: typeof options === 'function' ? options : { retries: 0, ...(options as object | undefined) },
			...others,
		},
	};
}

/** A run of such a node, and what it tells n8n. */
export async function sendRun(fake: FakeNode = {}): Promise<FakeContext & { run: SendRun }> {
	const told = fakeContext(sendNode(fake));
	return { ...told, run: await beginRun(told.context) };
}
