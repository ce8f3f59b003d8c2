import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** The time zones to choose from: all that Node.js knows, and two that it may know by other names. */
export const timeZones: INodePropertyOptions[] = [...new Set([...Intl.supportedValuesOf('timeZone'), 'Europe/Kyiv', 'UTC'])]
	.sort()
	.map((value) => ({ name: value.replaceAll('_', ' '), value }));

/** How an address begins that is not encrypted, and one that need not be. No patterns: n8n gives up on those where the machine is busy. */
const BEGINS_OPENLY = { _cnd: { startsWith: 'http://' } };
const ON_THIS_MACHINE = ['http://localhost', 'http://127.', 'http://[::1]'].map((startsWith) => ({ _cnd: { startsWith } }));

const plainHttpField: INodeProperties = {
	displayName: 'Allow Unencrypted Connections (Insecure)',
	name: 'allowPlainHttp',
	type: 'boolean',
	default: false,
	description:
		'Whether to connect to an address that begins with http://. Login, password, token, API key, phones and texts then travel openly: anyone on the way can read and use them. Never needed for this machine (localhost).',
};

/** Whether to connect openly, shown where the host calls for it. */
export const plainHttpOfHost: INodeProperties = { ...plainHttpField, displayOptions: { show: { host: [BEGINS_OPENLY] } } };

/** The same, shown where n8n's own address alone calls for it. */
export const plainHttpOfN8n: INodeProperties = {
	...plainHttpField,
	displayOptions: { show: { store: ['dataTable'], n8nUrl: [BEGINS_OPENLY] }, hide: { host: [BEGINS_OPENLY], n8nUrl: ON_THIS_MACHINE } },
};
