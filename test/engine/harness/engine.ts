import './userFolder'; // first: n8n-core reads the environment when it loads

export { ExecutionLifecycleHooks, ExternalSecretsProxy, getAdditionalKeys, WorkflowExecute } from 'n8n-core';
