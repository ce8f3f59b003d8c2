import type { INodeProperties } from 'n8n-workflow';

import { clientNumberOf } from '../../../protocol';
import type { ItemError } from '../../shared/failure';
import { unreadable } from '../../shared/failure';
import type { ParameterReader } from '../../shared/parameterReader';
import type { ItemTexts } from '../../shared/templates/textReader';

/** The stable codes of client message IDs that cannot be used. */
export type ClientMessageIdCode = 'clientMessageIdMissing' | 'clientMessageIdRepeated';

/** The parameters that protect from sending twice: where the client message ID comes from, and the value it is made of. */
export const clientMessageIdFields: INodeProperties[] = [
	{
		displayName: 'Prevent Duplicates',
		name: 'clientMessageIdFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Off', value: 'none', description: 'A message that may have been sent is never repeated, but a second run sends again' },
			{ name: 'By Key', value: 'key', description: 'Any text of your own, such as an order number; a number is made of it' },
			{ name: 'By Number of My Own', value: 'number', description: 'A number of your own, different for each recipient' },
		],
		default: 'none',
		description:
			'Protects from sending twice, also across executions: each message gets a client message ID, and the gateway does not send a second one with an ID it knows. Not over GET.',
	},
	{
		displayName: 'Number',
		name: 'clientMessageNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.messageNumber }}',
		description:
			'A number of up to 15 digits that you never use for another message. An ID of the contact would let only the first message to them through.',
		displayOptions: { show: { clientMessageIdFrom: ['number'] } },
	},
	{
		displayName: 'Key',
		name: 'clientMessageKey',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. order-{{ $json.orderId }}-shipped',
		description:
			'A text that names this message and no other. The same key for the same phone is sent once; each phone of an item gets an ID of its own.',
		displayOptions: { show: { clientMessageIdFrom: ['key'] } },
	},
];

/** The client message ID a phone of the item gets; `undefined` where none is wanted. */
type ClientMessageIdOf = (phone: string) => string | undefined;

const NONE: ClientMessageIdOf = () => undefined;

/**
 * Reads where an item's client message IDs come from.
 *
 * @throws {ItemError} `clientMessageIdMissing` when one is wanted and the item has none; `textBroken` or `keyIncomplete` when an expression
 * left a gap in it.
 */
export function readClientMessageId(reader: ParameterReader, item: number, texts: ItemTexts): ClientMessageIdOf {
	const from = reader.read('clientMessageIdFrom', item) ?? 'none';
	if (from === 'number') {
		const number = texts.identifier(reader.given('clientMessageNumber', item), 'Number');
		if (number === '') throw missing('Number');
		return () => number.replace(/^0+(?=\d)/, '');
	}
	if (from === 'key') {
		const key = texts.identifier(reader.given('clientMessageKey', item), 'Key');
		if (key === '') throw missing('Key');
		return (phone) => clientNumberOf(key, phone);
	}
	if (from === 'none') return NONE;
	throw unreadable('valueNotReadable', 'Prevent Duplicates', 'Prevent Duplicates must be one of none, number, key.');
}

function missing(field: string): ItemError<ClientMessageIdCode> {
	const message = `${field} is empty, so nothing would keep this message from being sent twice. Fill it in, or set Prevent Duplicates to Off.`;
	return unreadable('clientMessageIdMissing', field, message);
}
