import { PollContext } from 'n8n-core';
import type { IDataObject, INodeParameters, INodeType, IPollFunctions, Logger, WorkflowExecuteMode } from 'n8n-workflow';

import { CascadeMessagingApi } from '../../../credentials/CascadeMessagingApi.credentials';
import { CascadeMessagingTrigger } from '../../../nodes/CascadeMessaging/CascadeMessagingTrigger.node';
import type { Simulator } from '../../../simulator';
import { additionalDataFor } from '../harness/additionalData';
import { workflowFor } from '../harness/workflow';
import { accountAt } from '../send/kit';

/** How a trigger is activated. */
export interface Activation {
	parameters?: INodeParameters;
	account?: IDataObject;
	/** Another ID is another credential, and so another account. */
	credentialId?: string;
	/** Which workflow it stands in; another one is another trigger. */
	workflowId?: string;
	/** What n8n had saved for it. */
	staticData?: IDataObject;
	mode?: WorkflowExecuteMode;
	/** How long n8n lets a poll take, in milliseconds; older versions do not say. Usual: 5 minutes. */
	budget?: number | 'unsaid';
	/** The trigger as another n8n process has loaded it. */
	node?: INodeType;
}

/** An activated trigger. */
export interface ActiveTrigger {
	/** One poll, as n8n does every minute: what it emits. Throws what the node throws. The first one comes after that of the activation. */
	poll: () => Promise<IDataObject[]>;
	/** The poll with which n8n activates the trigger, for tests that are about it. */
	begin: () => Promise<IDataObject[]>;
	/** What n8n would save for the trigger. */
	staticData: IDataObject;
	/** What it wrote into n8n's log. */
	warnings: string[];
}

/** Activates a Cascade Messaging Trigger on the simulator's account, with n8n's own context for polls. */
export function activate(simulator: Pick<Simulator, 'url'>, activation: Activation = {}): ActiveTrigger {
	const { parameters = {}, account = {}, credentialId, workflowId = 'w1', staticData = {}, mode = 'trigger', budget } = activation;
	const node = activation.node ?? new CascadeMessagingTrigger();
	const credentials = [{ type: new CascadeMessagingApi(), data: accountAt(simulator, account as never) }];
	const canvas = { node, parameters, credentials, workflow: { id: workflowId, name: 'Outcomes', active: true } };
	const { workflow, stored, tested } = workflowFor(canvas, { count: 0, thrown: [] });
	if (credentialId !== undefined) tested.credentials = { cascadeMessagingApi: { id: credentialId, name: 'Another' } };
	const surroundings = { workflow: stored, credentials, executionId: '', mode };
	const context = new PollContext(workflow, tested, additionalDataFor(surroundings), mode, 'activate') as unknown as IPollFunctions; // only exactOptionalPropertyTypes sees a difference
	const warnings: string[] = [];
	Object.defineProperty(context, 'logger', { value: writingTo(warnings) });
	if (budget !== undefined) Object.assign(context, { getPollBudgetMs: budget === 'unsaid' ? undefined : () => budget });
	const saved = workflow.getStaticData('node', tested);
	Object.assign(saved, structuredClone(staticData));
	const poll = async (): Promise<IDataObject[]> => ((await node.poll?.call(context))?.[0] ?? []).map(({ json }) => json);
	let begun: Promise<IDataObject[]> | undefined;
	const begin = async (): Promise<IDataObject[]> => await (begun ??= poll());
	return {
		begin,
		poll: async () => {
			if (mode !== 'manual') await begin();
			return await poll();
		},
		staticData: saved,
		warnings,
	};
}

/** n8n's log, of which only warnings are kept. */
function writingTo(warnings: string[]): Logger {
	const drop = (): void => undefined;
	return {
		error: drop,
		info: drop,
		debug: drop,
		warn: (words) => {
			warnings.push(words);
		},
	};
}
