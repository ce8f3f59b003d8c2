import type { ProtocolName } from '../../../protocol';
import { optionsOf } from '../../shared/options/collection';
import { protocolField, readProtocol } from '../../shared/options/protocol';
import { readRequestsPerMinute, requestsPerMinuteField } from '../../shared/options/requestsPerMinute';
import { readRetries, retriesField } from '../../shared/options/retries';
import { readTimeout, timeoutField } from '../../shared/options/timeout';
import type { Values } from '../../shared/values';
import { attachDataFields } from '../attachData';
import { campaignField } from '../campaign';
import { readRecipientsPerRequest, recipientsPerRequestField } from '../recipientsPerRequest';
import { stopListsField } from '../stopLists';
import { emptyPlaceholdersField, readRefusesEmpty } from './emptyPlaceholders';
import { includeRawAnswerField, readIncludeRawAnswer } from './includeRawAnswer';
import { parallelRequestsField, readParallelRequests } from './parallelRequests';
import { pauseBetweenRequestsField, readPause } from './pauseBetweenRequests';
import { sendAtOption } from './sendAt';
import { sendWindowField } from './sendWindowField';
import { readWait, waitField } from './wait';

/** The options of sending that few users need. */
export const optionsField = optionsOf([
	...attachDataFields,
	{ ...campaignField, description: "The name the messages get in the operator's cabinet. Not over GET." },
	emptyPlaceholdersField,
	includeRawAnswerField,
	parallelRequestsField,
	pauseBetweenRequestsField,
	protocolField,
	recipientsPerRequestField,
	requestsPerMinuteField,
	{
		...retriesField,
		description:
			'How often to try again, after 1, 2, 4 … seconds, when the gateway cannot be reached. What may have been sent is tried again only with client message IDs. Taken from the first item.',
	},
	sendAtOption,
	sendWindowField,
	stopListsField,
	timeoutField,
	waitField,
]);

/** What holds for a whole run of Send. */
export interface SendSettings {
	readonly protocol: ProtocolName;
	readonly recipientsPerRequest: number;
	/** How many requests may be under way at the same time. */
	readonly parallelRequests: number;
	/** The most requests that may begin within a minute; 0 for as many as possible. */
	readonly requestsPerMinute: number;
	/** How long to wait after a request; in workflows made when that was an option. */
	readonly pauseMilliseconds: number;
	readonly timeoutSeconds: number;
	/** Further tries for a request that failed, where they are safe. */
	readonly retries: number;
	readonly includeRawAnswer: boolean;
	/** How long to wait for final states; 0 for not at all. */
	readonly waitMilliseconds: number;
	/** Whether items with empty placeholders fail. */
	readonly refusesEmpty: boolean;
}

/**
 * The settings of a run, from the Options of the first item.
 *
 * @throws {ItemError} `valueNotReadable` when one of them cannot be read.
 */
export function readSettings(options: Values): SendSettings {
	return {
		protocol: readProtocol(options),
		recipientsPerRequest: readRecipientsPerRequest(options),
		parallelRequests: readParallelRequests(options),
		requestsPerMinute: readRequestsPerMinute(options),
		pauseMilliseconds: readPause(options),
		timeoutSeconds: readTimeout(options),
		retries: readRetries(options),
		includeRawAnswer: readIncludeRawAnswer(options),
		waitMilliseconds: readWait(options),
		refusesEmpty: readRefusesEmpty(options),
	};
}
