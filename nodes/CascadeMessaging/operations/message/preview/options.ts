import type { INodeProperties } from 'n8n-workflow';

import { protocolField } from '../../shared/options/protocol';
import { attachDataFields } from '../attachData';
import { campaignField } from '../campaign';
import { recipientsPerRequestField } from '../recipientsPerRequest';
import { emptyPlaceholdersField } from '../send/emptyPlaceholders';
import { sendAtField } from '../send/sendAt';
import { sendWindowField } from '../send/sendWindowField';
import { includeDocumentsField } from './includeDocuments';

/** The options of Send that matter before anything is sent, and those of Preview's own. */
export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		...attachDataFields,
		{ ...campaignField, description: "The name the messages would get in the operator's cabinet. Not over GET." },
		emptyPlaceholdersField,
		includeDocumentsField,
		protocolField,
		recipientsPerRequestField,
		sendAtField,
		sendWindowField,
	],
};
