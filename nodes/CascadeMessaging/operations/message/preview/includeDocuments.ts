import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Codec, Message } from '../../../protocol';
import type { Values } from '../../shared/values';
import { toFlag } from '../../shared/values';

/** Option of Preview: the requests themselves. */
export const includeDocumentsField: INodeProperties = {
	displayName: 'Include Documents',
	name: 'includeDocuments',
	type: 'boolean',
	default: false,
	description: "Whether to add each request as it would be made to the item of its first recipient, without the credential's secrets",
};

/** Whether a run's options ask for the requests. */
export function readIncludeDocuments({ includeDocuments }: Values): boolean {
	return toFlag(includeDocuments);
}

/** A request as it would be made, before the gateway's secrets are put in. */
export function documentOf(codec: Codec, messages: readonly Message[]): IDataObject {
	const request = codec.encodeSend(messages);
	return request.method === 'GET'
		? { method: request.method, path: request.path, query: request.query }
		: { method: request.method, path: request.path, contentType: request.contentType, body: request.body };
}
