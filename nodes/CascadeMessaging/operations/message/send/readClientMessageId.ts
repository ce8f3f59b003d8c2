import { clientNumberOf } from '../../../protocol/clientNumber';
import { unreadable } from '../../shared/itemFailure';
import type { ItemError } from '../../shared/itemFailure';
import type { ParameterReader } from '../../shared/parameterReader';
import type { ItemTexts } from '../../shared/templates/textReader';

/** The client message ID a phone of the item gets; `undefined` where none is wanted. */
export type ClientMessageIdOf = (phone: string) => string | undefined;

/** Reads where an item's client message IDs come from. Throws `ItemError` when one is wanted and the item has none. */
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
	if (from === 'none') return () => undefined;
	throw unreadable('valueNotReadable', 'Client Message ID', 'Client Message ID must be one of none, number, key.');
}

function missing(field: string): ItemError {
	const message = `${field} is empty, so nothing would keep this message from being sent twice. Fill it in, or set Client Message ID to None.`;
	return unreadable('clientMessageIdMissing', field, message);
}
