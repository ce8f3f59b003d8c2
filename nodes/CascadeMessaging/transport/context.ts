import type { IExecuteFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';

/** Whoever asks the gateway, or n8n: a node that runs, a trigger that polls, or one that is called. */
export type GatewayContext = IExecuteFunctions | IPollFunctions | IWebhookFunctions;

/** The credential every node of this package uses. */
export const CREDENTIAL = 'cascadeMessagingApi';
