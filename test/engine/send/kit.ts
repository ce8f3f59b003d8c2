import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import { CascadeMessagingApi } from '../../../credentials/CascadeMessagingApi.credentials';
import { CascadeMessaging } from '../../../nodes/CascadeMessaging/CascadeMessaging.node';
import type { Simulator } from '../../../simulator';
import type { NodeOnCanvas, NodeResult, NodeRun } from '../harness';
import { runNode, startNode } from '../harness';

/** One step of the Cascade parameter. */
export const sms = { channel: 'sms', sender: 'MyShop', text: 'Your order is ready' };

type Account = ICredentialDataDecryptedObject;

/** What a credential holds for the simulator's own account. */
export function accountAt(simulator: Pick<Simulator, 'url'>, changes: Account = {}): Account {
	return { host: simulator.url, authentication: 'password', login: 'demo', password: 'demo-password', ...changes };
}

/** Retries wait for seconds: only the tests that are about them have any. */
export const NO_RETRIES = { retries: 0 };

/** A Send run as a workflow would do it: parameters are those of the node, the rest has sensible values. */
export interface SendRun extends Omit<NodeOnCanvas, 'node' | 'credentials' | 'parameters'> {
	cascade?: INodeParameters[];
	phone?: string;
	defaultCountry?: string;
	options?: INodeParameters;
	/** Further parameters of the node. */
	parameters?: INodeParameters;
	account?: Account;
}

/** Runs the node's Send in the real engine against a simulator. */
export async function send(simulator: Pick<Simulator, 'url'>, run: SendRun = {}): Promise<NodeResult> {
	return await startSend(simulator, run).result;
}

/** As `send`, for a test that stops the run on its way. */
export function startSend(simulator: Pick<Simulator, 'url'>, run: SendRun = {}): NodeRun {
	return startNode(sendCanvas(simulator, run));
}

/** The node on its canvas. */
export function sendCanvas(simulator: Pick<Simulator, 'url'>, run: SendRun = {}): NodeOnCanvas {
	const {
		cascade = [sms],
		phone = '={{ $json.phone }}',
		defaultCountry = 'RU',
		options = {},
		parameters = {},
		account = {},
		...canvas
	} = run;
	return {
		items: [{ phone: '79000000001' }],
		...canvas,
		node: new CascadeMessaging(),
		parameters: {
			...{ resource: 'message', operation: 'send', phone, defaultCountry },
			cascade: { steps: cascade },
			options: { ...NO_RETRIES, ...options },
			...parameters,
		},
		credentials: [{ type: new CascadeMessagingApi(), data: accountAt(simulator, account) }],
	};
}

/** The JSON of the items at an output. */
export function jsonOf({ output }: NodeResult, index = 0): IDataObject[] {
	return (output[index] ?? []).map((item) => item.json);
}

/** Many phones, all possible and all different. */
export function manyPhones(count: number): string[] {
	return Array.from({ length: count }, (_, index) => String(79000100000 + index));
}

/** Runs an operation on messages that were sent before, each item naming its messages in `id`. */
export async function onMessages(
	simulator: Pick<Simulator, 'url'>,
	operation: 'getStatus' | 'track',
	items: NodeOnCanvas['items'],
	parameters: INodeParameters = {},
	canvas: Partial<NodeOnCanvas> = {},
): Promise<NodeResult> {
	return await runNode({
		...canvas,
		items,
		node: new CascadeMessaging(),
		parameters: { resource: 'message', operation, messageId: '={{ $json.id }}', options: NO_RETRIES, ...parameters },
		credentials: [{ type: new CascadeMessagingApi(), data: accountAt(simulator) }],
	});
}
