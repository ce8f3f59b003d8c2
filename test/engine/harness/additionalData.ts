import type { IWorkflowBase, IWorkflowExecuteAdditionalData, WorkflowExecuteMode } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { MemoryCredentialsHelper } from './credentialsHelper';
import { ExecutionLifecycleHooks, ExternalSecretsProxy } from './engine';
import type { SavedCredential } from './types';

const url = 'http://127.0.0.1:5678';

const absent = async (): Promise<never> => await Promise.reject(new UserError('Not available to a node under test'));

/** Which execution the data is for. */
export interface Surroundings {
	workflow: IWorkflowBase;
	credentials: readonly SavedCredential[];
	executionId: string;
	mode: WorkflowExecuteMode;
}

/** What n8n hands to every execution beside the workflow: credentials, hooks, addresses. */
export function additionalDataFor({ workflow, credentials, executionId, mode }: Surroundings): IWorkflowExecuteAdditionalData {
	return {
		currentNodeExecutionIndex: 0,
		credentialsHelper: new MemoryCredentialsHelper(credentials),
		hooks: new ExecutionLifecycleHooks(mode, executionId, workflow),
		externalSecretsProxy: new ExternalSecretsProxy(),
		executionId,
		executeWorkflow: absent,
		getRunExecutionData: absent,
		getRuntimeCredential: absent,
		startRunnerTask: absent,
		logAiEvent: () => undefined,
		variables: {},
		restApiUrl: `${url}/rest`,
		instanceBaseUrl: `${url}/`,
		formBaseUrl: `${url}/form`,
		formWaitingBaseUrl: `${url}/form-waiting`,
		formTestBaseUrl: `${url}/form-test`,
		webhookBaseUrl: `${url}/webhook`,
		webhookWaitingBaseUrl: `${url}/webhook-waiting`,
		webhookTestBaseUrl: `${url}/webhook-test`,
		mcpBaseUrl: `${url}/mcp`,
		mcpTestBaseUrl: `${url}/mcp-test`,
	};
}
