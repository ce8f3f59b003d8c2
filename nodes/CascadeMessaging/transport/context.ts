import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';

/** Whoever asks the gateway: a node that runs, or a trigger that polls. */
export type GatewayContext = IExecuteFunctions | IPollFunctions;

/** The credential every node of this package uses. */
export const CREDENTIAL = 'cascadeMessagingApi';
