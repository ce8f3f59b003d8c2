import { NodeHelpers } from 'n8n-workflow';

import { readReplySettings, replyFields } from '../../nodes/CascadeMessaging/replies/settings';
import { outlineOf } from '../operations/support/outline';

const read = (filters: unknown): unknown => readReplySettings({ getNodeParameter: (() => filters) as never });

it.each<[unknown, object]>([
	[{}, { onlyCampaign: '', ignoreUnknown: false }],
	[undefined, { onlyCampaign: '', ignoreUnknown: false }],
	[
		{ onlyCampaign: ' Autumn\u00a0', ignoreUnknown: true },
		{ onlyCampaign: 'Autumn', ignoreUnknown: true },
	],
	[
		{ onlyCampaign: 7, ignoreUnknown: 'true' },
		{ onlyCampaign: '7', ignoreUnknown: false },
	],
])('reads %j', (filters, settings) => {
	expect(read(filters)).toEqual(settings);
});

it('without being told, n8n leaves the body of a request to the node', () => {
	const node = { typeVersion: 1, parameters: {} } as never;
	expect(NodeHelpers.getNodeParameters(replyFields, {}, true, false, node, null)).toMatchObject({ options: { binaryData: true } });
});

it('is as users and saved workflows know it', () => {
	expect(outlineOf(replyFields)).toEqual([
		'Give the Production URL, which stands above under Webhook URLs, to your operator\'s manager: replies are posted to it. If the credential has a Reply Key, add ?key= and the key to the URL. (addressNotice): notice ""',
		'Options (filters): collection {} | Add Option',
		'    Ignore Unknown Messages (ignoreUnknown): boolean, fixed false | Whether to leave out replies to messages that were not sent or tracked with this credential, or too long ago',
		'    Only Campaign (onlyCampaign): string, fixed "" | e.g. Autumn sale | The Campaign Name of the messages whose replies start the workflow. Replies to unknown messages then do not.',
		'Request Handling (options): hidden {"binaryData":true}',
	]);
});
