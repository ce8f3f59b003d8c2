import { optionsOf } from '../../shared/options/collection';
import { protocolField } from '../../shared/options/protocol';
import { requestsPerMinuteField } from '../../shared/options/requestsPerMinute';
import { retriesField } from '../../shared/options/retries';
import { timeoutField } from '../../shared/options/timeout';
import { attachDataFields } from '../attachData';
import { campaignField } from '../campaign';
import { emptyPlaceholdersField } from '../send/emptyPlaceholders';
import { sendAtOption } from '../send/sendAt';
import { stopListsField } from '../stopLists';

/** The options of Send that make sense for contact lists. */
export const optionsField = optionsOf([
	...attachDataFields,
	{ ...campaignField, description: "The name the messages get in the operator's cabinet" },
	emptyPlaceholdersField,
	protocolField,
	requestsPerMinuteField,
	{
		...retriesField,
		description:
			'How often to try again, after 1, 2, 4 … seconds, when the gateway cannot be reached. What may have been sent is never tried again. Taken from the first item.',
	},
	sendAtOption,
	stopListsField,
	timeoutField,
]);
