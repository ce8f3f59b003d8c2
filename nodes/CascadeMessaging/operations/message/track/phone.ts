import type { INodeProperties } from 'n8n-workflow';

import { toGatewayPhone } from '../../../protocol';
import type { Values } from '../../shared/values';
import { toName } from '../../shared/values';

/** Option of Track: whom the message went to. */
export const phoneField: INodeProperties = {
	displayName: 'Phone',
	name: 'phone',
	type: 'string',
	default: '',
	placeholder: 'e.g. +7 900 000-00-01',
	description: 'The phone the message went to, to be handed back by the trigger',
};

/**
 * The phone in an item's options. Where it can be read without knowing a country, it is written as in Send's items; else it stays as it was
 * given, for nothing is sent to it.
 *
 * @throws {ItemError} `valueNotReadable` when it is no text.
 */
export function readPhone({ phone: value }: Values): string | undefined {
	const phone = toName(value, phoneField.displayName);
	return phone === undefined ? undefined : (toGatewayPhone(phone) ?? phone);
}
