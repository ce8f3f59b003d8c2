import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Values } from '../../shared/values';

const WEEKDAYS: INodePropertyOptions[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((name) => ({
	name,
	value: name.toLowerCase(),
}));

/** By whose clock a window goes. */
export const CLOCKS = ['recipient', 'workflow', 'name'] as const;

const FIELDS: INodeProperties[] = [
	{
		displayName: 'From',
		name: 'from',
		type: 'string',
		default: '09:00',
		placeholder: 'e.g. 09:00',
		description: 'The time at which the window opens, in hours and minutes',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'string',
		default: '21:00',
		placeholder: 'e.g. 21:00',
		description: 'The time at which it closes. If it is before From, that is on the next day; 24:00 is the end of the day.',
	},
	{
		displayName: 'Days',
		name: 'days',
		type: 'multiOptions',
		options: WEEKDAYS,
		default: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
		description: 'The days of the week on which the window opens',
	},
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'options',
		options: [
			{ name: 'Of the Recipient', value: 'recipient', description: 'Your operator is asked once a run in which zone each phone is' },
			{ name: 'Of the Workflow', value: 'workflow', description: 'One clock for all: that of the workflow' },
			{ name: 'By Name', value: 'name', description: 'A zone you name, for all or by expression for each item' },
		] satisfies { name: string; value: (typeof CLOCKS)[number]; description: string }[],
		default: 'recipient',
		description: 'By whose clock the window goes',
	},
	{
		displayName: 'Time Zone Name',
		name: 'timeZoneName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Asia/Yekaterinburg',
		description: 'The IANA name of the time zone',
		displayOptions: { show: { timeZone: ['name'] } },
	},
	{
		displayName: 'Fallback Time Zone',
		name: 'fallbackTimeZone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/Moscow',
		description: "The IANA name of the time zone for phones whose own your operator does not tell. Empty, it is the workflow's.",
		displayOptions: { show: { timeZone: ['recipient'] } },
	},
];

/** A window of which nothing else is said: waking hours of the recipients, every day. */
export const DEFAULT_WINDOW: Values = Object.fromEntries(FIELDS.map((field) => [field.name, field.default]));

/** Option of Send: the hours and days in which messages may go out. */
export const sendWindowField: INodeProperties = {
	displayName: 'Send Window',
	name: 'sendWindow',
	type: 'fixedCollection',
	default: { window: {} },
	description:
		'When messages may go out. Who is in the window gets it now, everybody else when it next opens. With Send At too, the later of both counts. Not over GET.',
	options: [{ displayName: 'Window', name: 'window', values: FIELDS }],
};
