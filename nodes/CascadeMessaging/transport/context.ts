import type { IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';

/** Whoever asks the gateway, or n8n: a node that runs, a trigger that polls or is called, or the editor that fills a list. */
export type GatewayContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions | IWebhookFunctions;

/** The credential every node of this package uses. */
export const CREDENTIAL = 'cascadeMessagingApi';
