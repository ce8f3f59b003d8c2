import type { INodeProperties } from 'n8n-workflow';

import type { Given } from '../shared/templates/given';
import type { ItemTexts } from '../shared/templates/textReader';
import type { Values } from '../shared/values';
import { toName } from '../shared/values';

/** Option of operations that hand messages to the trigger: the campaign a trigger can filter by. */
export const campaignField: INodeProperties = {
	displayName: 'Campaign Name',
	name: 'campaignName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Autumn sale',
	description: 'The campaign the message belongs to, for triggers that report one campaign only',
};

/**
 * The campaign name among an item's options; `undefined` when there is none.
 *
 * @throws {ItemError} `valueNotReadable` when it is no text.
 */
export function readCampaign({ campaignName }: Values): string | undefined {
	return toName(campaignName, campaignField.displayName);
}

/**
 * The same for a message to send. The name goes out with it, so it is checked like a text.
 *
 * @throws {ItemError} as `ItemTexts.name`.
 */
export function readCampaignToSend(options: Given, texts: ItemTexts): string | undefined {
	return texts.name(options.at(campaignField.name), campaignField.displayName);
}
