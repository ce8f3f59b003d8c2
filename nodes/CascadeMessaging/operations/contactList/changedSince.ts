import type { INodeProperties } from 'n8n-workflow';

import { readInstant, toGatewayTime } from '../../protocol';
import type { ItemError } from '../shared/failure';
import { unreadable } from '../shared/failure';
import type { Values } from '../shared/values';
import { toDate } from './dateValue';

/** The stable codes of moments that are none. */
export type ChangedSinceCode = 'changedSinceInvalid';

/** Option: only contacts that were changed since. */
export const changedSinceField: INodeProperties = {
	displayName: 'Changed Since',
	name: 'changedSince',
	type: 'dateTime',
	default: '',
	description: "Only contacts that were put on the list or changed since then. Read in the workflow's time zone.",
};

/**
 * The moment among the options of an item, on the account's clock (docs/protocol.md section 8): `YYYY-MM-DD hh:mm:ss`, at the full minute. The
 * time zones are IANA names.
 *
 * @throws {ItemError} `changedSinceInvalid` where it is no date.
 */
export function readChangedSince(
	{ changedSince }: Values,
	clock: { readonly workflow: string; readonly account: string },
): string | undefined {
	const field = changedSinceField.displayName;
	const instant = toDate(changedSince, { field, read: (text) => readInstant(text, clock.workflow), invalid });
	return instant === undefined ? undefined : `${toGatewayTime(instant, clock.account)}:00`;
}

function invalid(what: string): ItemError<ChangedSinceCode> {
	const field = changedSinceField.displayName;
	const message = `${field} must be a date and time such as 2026-12-01T10:30, but it is ${what}.`;
	return unreadable<ChangedSinceCode>('changedSinceInvalid', field, message);
}
