import type { INodeProperties } from 'n8n-workflow';

import { optionsOf } from '../options/collection';
import { readRequestsPerMinute, requestsPerMinuteField } from '../options/requestsPerMinute';
import { readRetries, retriesField } from '../options/retries';
import { readTimeout, timeoutField } from '../options/timeout';
import type { Values } from '../values';

/** The options of operations that ask about the account; `more` are those an operation has for itself. */
export function askingOptions(...more: INodeProperties[]): INodeProperties {
	return optionsOf([...more, requestsPerMinuteField, retriesField, timeoutField]);
}

/** The options of operations that change something there. */
export const changingOptions = optionsOf([
	requestsPerMinuteField,
	{
		...retriesField,
		description:
			'How often to try again, after 1, 2, 4 … seconds, when the gateway cannot be reached. What may have been done is not tried again. Taken from the first item.',
	},
	timeoutField,
]);

/** How a run asks. */
export interface AskingSettings {
	/** The most requests that may begin within a minute; 0 for as many as possible. */
	readonly requestsPerMinute: number;
	readonly retries: number;
	readonly timeoutSeconds: number;
}

/**
 * The settings of a run, from the Options of the first item.
 *
 * @throws {ItemError} `valueNotReadable` when one of them cannot be read.
 */
export function readAskingSettings(options: Values): AskingSettings {
	return {
		requestsPerMinute: readRequestsPerMinute(options),
		retries: readRetries(options),
		timeoutSeconds: readTimeout(options),
	};
}
