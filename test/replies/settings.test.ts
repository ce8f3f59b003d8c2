import { NodeHelpers } from 'n8n-workflow';

import { readReplySettings, replyFields } from '../../nodes/CascadeMessaging/replies/settings';

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
