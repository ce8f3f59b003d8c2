import { optionsOf } from '../../shared/options/collection';
import { protocolField } from '../../shared/options/protocol';
import { retriesField } from '../../shared/options/retries';
import { timeoutField } from '../../shared/options/timeout';
import { attachDataFields } from '../attachData';
import { campaignField } from '../campaign';
import { recipientsPerRequestField } from '../recipientsPerRequest';
import { LONGEST_ANSWER } from '../send/accountQuestions';
import { emptyPlaceholdersField } from '../send/emptyPlaceholders';
import { sendAtOption } from '../send/sendAt';
import { sendWindowField } from '../send/sendWindowField';
import { stopListsField } from '../stopLists';
import { checkSendersField } from './checkSenders';
import { estimateCostField } from './estimateCost';
import { includeDocumentsField } from './includeDocuments';

/** The options of Send that matter before anything is sent, and those of Preview's own. */
export const optionsField = optionsOf([
	...attachDataFields,
	{ ...campaignField, description: "The name the messages would get in the operator's cabinet. Not over GET." },
	checkSendersField,
	emptyPlaceholdersField,
	estimateCostField,
	includeDocumentsField,
	protocolField,
	recipientsPerRequestField,
	{ ...retriesField, description: `${retriesField.description} Matters for what is asked.` },
	sendAtOption,
	sendWindowField,
	stopListsField,
	{
		...timeoutField,
		default: LONGEST_ANSWER,
		description: `How long to wait for an answer, at most ${LONGEST_ANSWER}. Matters for what is asked. Taken from the first item.`,
	},
]);
