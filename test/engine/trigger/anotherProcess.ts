import type { INodeType } from 'n8n-workflow';
import * as n8nWorkflow from 'n8n-workflow';

import type * as Nodes from '../../../nodes/CascadeMessaging/CascadeMessagingTrigger.node';

/** The trigger as another n8n process loads it, or the same one after a restart: it knows nothing of what went before. */
export function anotherProcess(): INodeType {
	const loaded: INodeType[] = [];
	jest.isolateModules(() => {
		jest.doMock('n8n-workflow', () => n8nWorkflow); // n8n itself need not be loaded anew
		const { CascadeMessagingTrigger } = jest.requireActual<typeof Nodes>('../../../nodes/CascadeMessaging/CascadeMessagingTrigger.node');
		loaded.push(new CascadeMessagingTrigger());
		jest.dontMock('n8n-workflow');
	});
	const [node] = loaded;
	if (node === undefined) throw new Error('The trigger could not be loaded anew.');
	return node;
}
