import './user-folder'; // first: n8n-core reads the environment when it loads

export { ExecutionLifecycleHooks, ExternalSecretsProxy, WorkflowExecute, getAdditionalKeys } from 'n8n-core';
