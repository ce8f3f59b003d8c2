import type { IDataObject, INodeProperties } from 'n8n-workflow';

/** What a simplified item keeps of its fields, in the order of its columns: whom it is about, what one branches on, and what was asked for. */
const KEPT = [
	...['sample', 'phone', 'contactList', 'name', 'surname', 'birthday', 'gender', 'accepted', 'messageId', 'repeat'],
	...['event', 'outcome', 'deliveredBy', 'totalPrice', 'engagement', 'data', 'warning', 'rawAnswer'],
];

const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	displayOptions: { show: { '@version': [{ _cnd: { gte: 2 } }] } },
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** The parameter that makes items small. Version 1 of the nodes told everything, so there it is off unless somebody switches it on. */
export const simplifyFields: readonly INodeProperties[] = [
	{ ...simplifyField, default: false, displayOptions: { show: { '@version': [1] } } },
	simplifyField,
];

/** The name under which workflows hold the parameter. */
export const SIMPLIFY = simplifyField.name;

/** The item with the fields it keeps. */
export function simplified(json: IDataObject): IDataObject {
	return Object.fromEntries(KEPT.filter((name) => Object.hasOwn(json, name)).map((name) => [name, json[name]]));
}
