import type { INodeParameters } from 'n8n-workflow';

import { CascadeMessagingApi } from '../../../credentials/CascadeMessagingApi.credentials';
import { CascadeMessaging } from '../../../nodes/CascadeMessaging/CascadeMessaging.node';
import type { Simulator } from '../../../simulator';
import type { NodeOnCanvas, NodeResult, NodeRun } from '../harness';
import { runNode, startNode } from '../harness';
import { accountAt, NO_RETRIES } from '../send/kit';

/** A run of an operation on the account, as a workflow would do it. */
export interface AccountRun extends Omit<NodeOnCanvas, 'node' | 'credentials' | 'parameters'> {
	/** Such as `stopList.add`. */
	readonly what: `${string}.${string}`;
	readonly options?: INodeParameters;
	/** Further parameters of the node. */
	readonly parameters?: INodeParameters;
	/** What the credential holds, where it is not the simulator's usual account. */
	readonly account?: Parameters<typeof accountAt>[1];
}

/** The node on its canvas. Each item names its phones in `phone`. */
function canvasOf(
	simulator: Pick<Simulator, 'url'>,
	{ what, options = {}, parameters = {}, account = {}, ...canvas }: AccountRun,
): NodeOnCanvas {
	const [resource = '', operation = ''] = what.split('.');
	return {
		...canvas,
		node: new CascadeMessaging(),
		parameters: { resource, operation, phone: '={{ $json.phone }}', options: { ...NO_RETRIES, ...options }, ...parameters },
		credentials: [{ type: new CascadeMessagingApi(), data: accountAt(simulator, account) }],
	};
}

/** Runs an operation on the account in the real engine. */
export async function run(simulator: Pick<Simulator, 'url'>, account: AccountRun): Promise<NodeResult> {
	return await runNode(canvasOf(simulator, account));
}

/** As `run`, for a test that stops the run on its way. */
export function start(simulator: Pick<Simulator, 'url'>, account: AccountRun): NodeRun {
	return startNode(canvasOf(simulator, account));
}

/** What the gateway was asked, a document for each request. */
export function asked({ requests }: Pick<Simulator, 'requests'>): Record<string, unknown>[] {
	return requests.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
}
